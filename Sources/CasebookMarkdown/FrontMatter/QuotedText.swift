/// A text with quotes put in to read it, and the way back to where things stand without them.
struct QuotedText {
  private(set) var bytes: ArraySlice<UInt8>
  private var edits: [(start: Int, length: Int, original: Int)] = []

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func apply(_ mend: YAMLProblem.Mend) {
    bytes = bytes.replacing(mend)
    edits.append((mend.range.lowerBound, mend.replacement.utf8.count, mend.range.count))
  }

  /// Undoes the edits, the last one first: what lies in a replacement belongs to the whole of what was replaced.
  private func original(_ offset: Int, isEnd: Bool) -> Int {
    var offset = offset
    for edit in edits.reversed() where offset > edit.start {
      if offset >= edit.start + edit.length {
        offset += edit.original - edit.length
      } else {
        offset = isEnd ? edit.start + edit.original : edit.start
      }
    }
    return offset
  }

  private func original(_ range: Range<Int>) -> Range<Int> {
    let start = original(range.lowerBound, isEnd: false)
    return start..<max(start, original(range.upperBound, isEnd: true))
  }

  func original(_ problem: YAMLProblem) -> YAMLProblem {
    guard !edits.isEmpty else { return problem }
    var problem = problem
    problem.range = original(problem.range)
    for index in problem.notes.indices { problem.notes[index].range = original(problem.notes[index].range) }
    if let mend = problem.mend { problem.mend?.range = original(mend.range) }
    return problem
  }

  func original(_ entry: YAMLEntry) -> YAMLEntry {
    guard !edits.isEmpty else { return entry }
    return YAMLEntry(key: entry.key, keyRange: original(entry.keyRange), value: original(entry.value))
  }

  /// The depth is bounded by the reader.
  private func original(_ value: YAMLValue) -> YAMLValue {
    let range = original(value.range)
    switch value.kind {
    case .scalar: return YAMLValue(value.kind, range: range)
    case .sequence(let items): return YAMLValue(.sequence(items.map { original($0) }), range: range)
    case .mapping(let entries): return YAMLValue(.mapping(entries.map { original($0) }), range: range)
    }
  }
}
