import CasebookMarkdown
import CasebookSource

/// Finds the blocks of a document that are marked as doctests or scenarios, and reads their marks.
///
/// A mark that is not known is a fault, and the block is not run: a misspelt `no-run` must not start anything.
package enum DoctestReader {
  private static let flags = ["no-run", "should-trap"]
  private static let keys = ["compile-fail", "group", "of", "timeout"]
  /// Classes of highlighters, which change nothing here.
  fileprivate static let foreign: Set<String> = [
    "numberlines", "number-lines", "linenumbers", "line-numbers", "linenums", "copy", "snippet", "partial",
  ]
  /// A minute: the longest that a document may want.
  package static let longestTimeout = 60_000

  /// Doctests in the order of the file; a document quoted in a fence counts where it is a case.
  package static func read(_ document: ReadDocument) -> [Doctest] {
    guard isWorthReading(document.source.bytes) else { return [] }
    var found: [Doctest] = []
    var refs = document.document.nodes.indices.map { BlockRef(tree: 0, node: NodeID($0)) }
    for item in document.model.cases { refs += item.codeBlocks.map(\.block).filter { $0.tree > 0 } }
    for ref in refs {
      let tree = document.tree(ref)
      guard tree[ref.node].kind == .codeBlock, var test = read(tree, ref, document.model.path) else { continue }
      test.caseID = document.model.cases.last { $0.at.start <= test.at.start && test.at.start < $0.at.end }?.id
      found.append(test)
    }
    return found.sorted { $0.at < $1.at }
  }

  /// Whether `.doctest` or `.scenario` stands anywhere.
  private static func isWorthReading(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while let dot = ByteSearch.first(of: UInt8(ascii: "."), in: text, start..<text.count) {
        let rest = text[(dot + 1)...]
        if rest.starts(with: "doctest".utf8) || rest.starts(with: "scenario".utf8) { return true }
        start = dot + 1
      }
      return false
    }
  }

  private static func read(_ tree: Document, _ ref: BlockRef, _ path: String) -> Doctest? {
    guard tree.info(of: ref.node).contains(UInt8(ascii: "{")) else { return nil }
    let marks = tree.attributes(of: ref.node)
    let isDoctest = marks.classes.contains { $0.text == "doctest" }
    let scenario = marks.classes.first { $0.text == "scenario" }
    guard isDoctest || scenario != nil else { return nil }
    var test = Doctest(
      path: path, caseID: nil, lines: lines(tree, ref.node), at: fence(tree, ref.node), source: tree.source)
    var reading = MarkReading(test: test, isScenario: scenario != nil)
    reading.read(marks, flags: flags, keys: keys)
    test = reading.test
    if marks.languageName != "swift" {
      let name = marks.languageName.map { "'\($0)'" } ?? "a block without a language"
      test.faults.insert(
        .init(message: "a doctest must be Swift; \(name) is never run", range: test.at), at: 0)
    }
    return test
  }

  /// A block of a case as a part of somebody else's program.
  static func block(of document: ReadDocument, _ block: CodeBlock, caseID: String?) -> Doctest {
    let tree = document.tree(block.block)
    return Doctest(
      path: document.model.path, caseID: caseID, lines: lines(tree, block.block.node),
      at: fence(tree, block.block.node), source: tree.source)
  }

  /// The line of the opening fence.
  private static func fence(_ tree: Document, _ block: NodeID) -> SourceRange {
    let range = tree[block].source.range
    let line = tree.source.lines.content(
      ofLine: tree.source.lines.lineIndex(of: range.lowerBound), in: tree.source.bytes)
    return tree.source.range(of: range.lowerBound..<max(range.lowerBound, min(line.upperBound, range.upperBound)))
  }

  private static func lines(_ tree: Document, _ block: NodeID) -> [Doctest.Line] {
    let texts = tree.literal(of: block).split(separator: 0x0A, omittingEmptySubsequences: false)
    return zip(texts, tree.contentLines(of: block)).map { text, range in
      // A tab that was opened for the indentation gives the code more blanks than the line has.
      Doctest.Line(
        text: Array(text), offset: range.upperBound - min(text.count, range.count),
        number: tree.source.position(of: range.lowerBound).line)
    }
  }
}

/// Reads the marks of one block.
private struct MarkReading {
  var test: Doctest
  let isScenario: Bool
  /// Marks that say what happens, of which there may be one.
  private var expectations: [BlockAttributes.Word] = []

  init(test: Doctest, isScenario: Bool) {
    self.test = test
    self.isScenario = isScenario
  }

  mutating func read(_ marks: BlockAttributes, flags: [String], keys: [String]) {
    let classes = ["doctest", "scenario"] + CodeRole.allCases.map(\.rawValue)
    let words = marks.leftovers + marks.classes.filter { word in !classes.contains(word.text) }
    for word in words {
      switch word.text {
      case "no-run": expect(.compiles, word)
      case "should-trap": expect(.traps, word)
      case let name where DoctestReader.foreign.contains(name.lowercased()): break
      case let name:
        let hint = DidYouMean.hint(for: name, among: flags + keys.map { $0 + "=" })
        fault("a doctest has no mark '\(name)'\(hint)", word)
      }
    }
    for pair in marks.pairs { read(pair, keys) }
    if isScenario, !marks.pairs.contains(where: { $0.key.text == "of" }) {
      test.faults.append(.init(message: "a scenario must say which type it tries: of=NAME", range: test.at))
    }
    if expectations.count > 1, let second = expectations.last {
      fault("a doctest has one outcome; '\(expectations[0].text)' and '\(second.text)' exclude each other", second)
    }
  }

  private mutating func read(_ pair: BlockAttributes.Pair, _ keys: [String]) {
    let value = pair.value.text
    switch pair.key.text {
    case "compile-fail":
      expect(.failsToCompile(saying: value), pair.key)
      if value.isEmpty { fault("compile-fail must quote a part of the error: compile-fail=\"cannot find\"", pair.key) }
    case "group":
      test.group = value
      if value.isEmpty { fault("a group must have a name", pair.key) }
    case "of" where isScenario: expect(.tellsApart(type: value), pair.key)
    case "of": fault("'of' belongs to a scenario: {.scenario of=NAME}", pair.key)
    case "timeout":
      guard let time = Self.milliseconds(value) else {
        let message = "a timeout must be a time of at most 60 s (timeout=5s, timeout=200ms); '\(value)' is not"
        return fault(message, pair.value)
      }
      test.timeout = time
    case let key:
      // Keys of other tools (title=, startFrom=) mean nothing here; what is nearly one of ours does.
      let near = DidYouMean.suggestions(for: key, among: keys)
      if !near.isEmpty { fault("a doctest has no mark '\(key)='\(DidYouMean.hint(for: key, among: near))", pair.key) }
    }
  }

  private mutating func expect(_ expectation: Doctest.Expectation, _ word: BlockAttributes.Word) {
    test.expectation = expectation
    expectations.append(word)
  }

  private mutating func fault(_ message: String, _ word: BlockAttributes.Word) {
    test.faults.append(.init(message: message, range: word.source.map(test.source.range) ?? test.at))
  }

  /// `5s` → 5000, `200ms` → 200
  private static func milliseconds(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 6, let number = Int(digits), number > 0 else { return nil }
    let time: Int
    switch text.dropFirst(digits.count) {
    case "s": time = number * 1_000
    case "ms": time = number
    default: return nil
    }
    return time <= DoctestReader.longestTimeout ? time : nil
  }
}
