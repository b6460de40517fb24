import CasebookSource

/// Reads what can be read of front matter that is not YAML as a whole, key by key, so that nothing is lost.
///
/// Each top-level key is read by itself. Where quotes would make its value readable, it is read as if they were there and
/// the finding proposes them; else its value is the raw text.
struct FrontMatterRecovery {
  private let content: ArraySlice<UInt8>
  private let limits: InputLimits
  private(set) var entries: [YAMLEntry] = []
  private(set) var unreadable: Set<String> = []
  private(set) var problems: [YAMLProblem] = []
  private var firstPlaces: [ExactText: Range<Int>] = [:]

  /// Beyond this many mistakes values are kept raw, without looking for the reason: reading costs time, and nobody reads on.
  private static let maximumProblems = 64
  /// Values of one key that may want quotes, as in a list of `@names`.
  private static let maximumMends = 16

  init(_ content: ArraySlice<UInt8>, limits: InputLimits) {
    self.content = content
    self.limits = limits
  }

  mutating func recover(_ chunks: [FrontMatterOutline.Chunk], after refusal: YAMLRefusal) {
    switch refusal.kind {
    case .size, .many: break
    case .syntax, .encoding, .control, .alias, .anchor, .tag, .directive, .document, .duplicate, .key, .root, .deep:
      for chunk in chunks { read(chunk, maySplit: true) }
    }
    // Some mistakes show only in the whole.
    if !problems.contains(where: \.isFatal) {
      problems.append(YAMLMistake.explain(refusal, in: content, limits: limits))
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(_ chunk: FrontMatterOutline.Chunk, maySplit: Bool) {
    guard let firstWord = chunk.lines.first(where: { !$0.isBlankOrComment }) else { return }
    var text = QuotedText(content[chunk.range])
    var found: [YAMLProblem] = []
    while problems.count < Self.maximumProblems, found.count < Self.maximumMends {
      let result = YAMLReader.read(text.bytes, limits: limits)
      var problems = result.problems
      if problems.last?.kind == .root { problems[problems.count - 1] = YAMLMistake.noKey(firstWord, in: content) }
      found += problems.map { text.original($0) }
      guard let problem = problems.last, problem.isFatal else {
        report(found)
        for entry in result.value?.entries ?? [] { add(text.original(entry)) }
        return
      }
      guard let mend = problem.mend else { break }
      text.apply(mend)
    }
    if maySplit, let parts = parts(of: chunk) {
      for part in parts { read(part, maySplit: false) }
      return
    }
    report(found)
    keepRaw(chunk)
  }

  /// Takes lines apart that are keys by themselves, though they are indented as if they went on from the line above.
  private func parts(of chunk: FrontMatterOutline.Chunk) -> [FrontMatterOutline.Chunk]? {
    guard let first = chunk.lines.first, first.key != nil, let opening = content[first.value].first,
      !Self.opensMore.contains(opening)
    else { return nil }
    var parts = [FrontMatterOutline.Chunk(range: chunk.range.lowerBound..<first.next(in: content), lines: [first])]
    for line in chunk.lines.dropFirst() {
      let next = line.next(in: content)
      if line.key != nil, !line.isItem {
        parts.append(FrontMatterOutline.Chunk(range: line.range.lowerBound..<next, lines: [line]))
      } else {
        parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<next
        parts[parts.count - 1].lines.append(line)
      }
    }
    return parts.count > 1 ? parts : nil
  }

  /// What begins a value that goes on below: a block, a list, a mapping, a value with an anchor or a tag.
  private static let opensMore = [UInt8]("|>[{&!*".utf8)

  /// Keeps the value as the text that stands there.
  private mutating func keepRaw(_ chunk: FrontMatterOutline.Chunk) {
    guard let first = chunk.lines.first, let key = first.key else { return }
    let end = chunk.lines.last { !$0.isBlankOrComment }?.value.upperBound ?? first.value.upperBound
    let range = first.value.lowerBound..<max(first.value.lowerBound, end)
    let name = String(decoding: content[key], as: UTF8.self)
    let value = YAMLValue(.scalar(String(decoding: content[range], as: UTF8.self), quoted: true), range: range)
    unreadable.insert(name)
    add(YAMLEntry(key: name, keyRange: key, value: value))
  }

  private mutating func add(_ entry: YAMLEntry) {
    if let first = firstPlaces[ExactText(entry.key)] {
      let name = ArraySlice(entry.key.utf8)
      report([.duplicate(Excerpt.quoted(0..<name.count, in: name), entry.keyRange, first: first)])
    } else {
      firstPlaces[ExactText(entry.key)] = entry.keyRange
      entries.append(entry)
    }
  }

  private mutating func report(_ found: [YAMLProblem]) {
    for problem in found where problems.count < Self.maximumProblems {
      // One alias is explained; the others are further places of the same.
      if let family = problem.family, let index = problems.firstIndex(where: { $0.family == family }) {
        problems[index].notes.append(YAMLProblem.Note(message: "here too", range: problem.range))
      } else {
        problems.append(problem)
      }
    }
  }
}

extension YAMLProblem {
  /// Problems that one explanation serves, whatever the place; a mistake in syntax has its own.
  fileprivate var family: Int? {
    switch kind {
    case .alias, .anchor: 0
    case .tag: 1
    case .key: 2
    case .deep: 3
    case .encoding: 4
    case .syntax, .control, .directive, .document, .duplicate, .root, .many, .size: nil
    }
  }
}
