package import CasebookSource

/// One program of blocks of a document: what is compiled, what must happen, and where each line stands.
///
/// `#sourceLocation` gives each block its place in the Markdown, so that what the compiler, a trap or `#line` says points there.
package struct DoctestProgram: Sendable {
  /// What is compiled: of a scenario one text with each bug and one with each fix.
  package struct Source: Sendable, Hashable {
    /// What a scenario is compiled with; `nil` for any other program.
    package var side: CodeRole?
    package var text: [UInt8]
  }

  /// A value that a line says, and where.
  package struct Value: Sendable, Hashable {
    package var text: String
    package var range: SourceRange
  }

  package let path: String
  package let caseID: String?
  package let group: String?
  package let expectation: Doctest.Expectation
  /// The block that the result belongs to, and its fence.
  package let at: SourceRange
  /// Lines of the fences of all blocks.
  package let blockLines: [Int]
  /// Milliseconds that it may run.
  package let timeout: Int?
  /// Names the code and what is expected of it, wherever it stands.
  package let digest: String
  /// What is wrong before anything is started.
  package private(set) var faults: [Doctest.Fault]
  /// Numbered from 1.
  package private(set) var values: [Value] = []
  package private(set) var sources: [Source] = []
  private var places: [Int: (block: Int, line: Int, shiftStart: Int, shift: Int)] = [:]
  private let blocks: [Doctest]
  /// Blocks from here on are bugs and fixes, whose comments promise nothing.
  private let ownCount: Int

  /// Joins the blocks before, which run first, and the one that the result is about.
  init(_ before: [Doctest], _ test: Doctest, bug: [Doctest] = [], fix: [Doctest] = []) {
    let own = before + [test]
    blocks = own + bug + fix
    ownCount = own.count
    path = test.path
    caseID = test.caseID
    group = test.group
    let isCompiled = before.contains { $0.expectation == .compiles } && test.expectation == .runs
    expectation = isCompiled ? .compiles : test.expectation
    at = test.at
    blockLines = own.map(\.at.start.line)
    timeout = own.compactMap(\.timeout).max()
    faults = own.flatMap(\.faults)
    digest = Self.digest(blocks, expectation, timeout)
    for side in bug { sources.append(Source(side: .bug, text: text(of: [side] + own))) }
    for side in fix { sources.append(Source(side: .fix, text: text(of: [side] + own))) }
    if bug.isEmpty, fix.isEmpty { sources = [Source(side: nil, text: text(of: own))] }
  }

  /// Whether the program needs the function that compares values.
  package var hasValues: Bool { !values.isEmpty }

  private static func digest(_ blocks: [Doctest], _ expectation: Doctest.Expectation, _ timeout: Int?) -> String {
    var hash = SHA256()
    hash.update("\(expectation) \(timeout ?? 0)".utf8)
    for block in blocks {
      hash.update([0])
      for line in block.lines {
        hash.update(line.text)
        hash.update([0x0A])
      }
    }
    return hash.finish()
  }

  private mutating func text(of wanted: [Doctest]) -> [UInt8] {
    var text: [UInt8] = []
    let name = Self.literal(path)
    for test in wanted {
      guard let block = blocks.firstIndex(of: test) else { continue }
      var next: Int?
      for (index, line) in test.lines.enumerated() {
        if next != line.number { text += Array("#sourceLocation(file: \"\(name)\", line: \(line.number))\n".utf8) }
        next = line.number + 1
        text += rewritten(line, block, index)
        text.append(0x0A)
      }
    }
    return text + Array("#sourceLocation()\n".utf8)
  }

  private mutating func rewritten(_ line: Doctest.Line, _ block: Int, _ index: Int) -> [UInt8] {
    if let known = places[line.number], known.shift > 0,
      let number = values.firstIndex(where: { $0.range.start.line == line.number }),
      case .value(let value) = ExpectedValue.read(line.text, number: number + 1)
    {
      return value.rewritten
    }
    places[line.number] = (block, index, .max, 0)
    guard block < ownCount else { return line.text }
    switch ExpectedValue.read(line.text, number: values.count + 1) {
    case .none: break
    case .value(let value):
      places[line.number] = (block, index, value.shiftStart, value.shift)
      let start = line.text.firstIndex { !$0.isBlank } ?? 0
      let range = SourceRange(
        start: blocks[block].position(line: index, byte: start),
        end: blocks[block].position(line: index, byte: line.text.count))
      values.append(Value(text: value.text, range: range))
      return value.rewritten
    case .fault(let message, let byte):
      let fault = Doctest.Fault(message: message, range: blocks[block].word(line: index, byte: byte))
      if !faults.contains(fault) { faults.append(fault) }
    }
    return line.text
  }

  /// The place on disk of a line of the document and a column of what was compiled; the block's fence for any other.
  package func range(line: Int, column: Int?) -> SourceRange {
    guard let place = places[line] else { return at }
    let block = blocks[place.block]
    guard let column else {
      let text = block.lines[place.line].text
      let start = text.firstIndex { !$0.isBlank } ?? 0
      return SourceRange(
        start: block.position(line: place.line, byte: start), end: block.position(line: place.line, byte: text.count))
    }
    var byte = max(column - 1, 0)
    if byte >= place.shiftStart { byte = max(byte - place.shift, place.shiftStart) }
    return block.word(line: place.line, byte: byte)
  }

  /// Whether a line belongs to the block that the result is about.
  package func isOwn(line: Int) -> Bool {
    places[line].map { blocks[$0.block].at == at } ?? false
  }

  /// The document's path as compilers are told it: no quote, backslash or control character, so that it ends no literal.
  package var name: String { Self.literal(path) }

  private static func literal(_ path: String) -> String {
    String(String.UnicodeScalarView(path.unicodeScalars.map { $0.value < 0x20 || $0 == "\"" || $0 == "\\" ? "_" : $0 }))
  }
}

extension DoctestProgram {
  /// Whether it is run once it is compiled.
  package var isStarted: Bool {
    switch expectation {
    case .runs, .traps, .tellsApart: true
    case .compiles, .failsToCompile: false
    }
  }
}
