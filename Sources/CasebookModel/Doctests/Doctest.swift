package import CasebookSource

/// A block of Swift that is compiled, and run, by `casebook check` alone: ```` ```swift {.doctest} ````, or a scenario.
///
/// ````
/// ```swift {.doctest group=cache timeout=5s}
/// let cache = Cache(capacity: 2)
/// cache.count // → 0
/// ```
/// ````
package struct Doctest: Hashable, Sendable {
  /// What the block says will happen.
  package enum Expectation: Hashable, Sendable {
    /// It compiles, runs to its end, and every value behind `// →` is the one.
    case runs
    /// It compiles; nothing is started.
    case compiles
    /// It compiles, and is stopped by a trap.
    case traps
    /// It does not compile, and an error says so.
    case failsToCompile(saying: String)
    /// It runs with the fix and fails with the bug, both of which define one type.
    case tellsApart(type: String)
  }

  /// A line of code and where it stands.
  package struct Line: Hashable, Sendable {
    package var text: [UInt8]
    /// Its first byte in the document's text.
    package var offset: Int
    /// Its line on disk.
    package var number: Int
  }

  /// Something wrong with the marks themselves; such a block is not run.
  package struct Fault: Hashable, Sendable {
    package var message: String
    package var range: SourceRange
  }

  package var path: String
  /// The case that it belongs to; `nil` outside of cases.
  package var caseID: String?
  package var expectation = Expectation.runs
  /// Blocks of a document with one name are one program.
  package var group: String?
  /// Milliseconds that it may run.
  package var timeout: Int?
  package var lines: [Line]
  package var faults: [Fault] = []
  /// The fence that opens it.
  package var at: SourceRange
  package let source: RepairedText

  package init(path: String, caseID: String?, lines: [Line], at: SourceRange, source: RepairedText) {
    self.path = path
    self.caseID = caseID
    self.lines = lines
    self.at = at
    self.source = source
  }

  package static func == (a: Doctest, b: Doctest) -> Bool {
    a.path == b.path && a.at == b.at && a.lines == b.lines && a.expectation == b.expectation && a.group == b.group
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(at)
  }

  /// A place in a line, as it is on disk.
  func position(line: Int, byte: Int) -> Position {
    guard lines.indices.contains(line) else { return at.start }
    return source.position(of: lines[line].offset + min(max(byte, 0), lines[line].text.count))
  }

  /// The word that begins in a line at a byte, or one character.
  func word(line: Int, byte: Int) -> SourceRange {
    guard lines.indices.contains(line) else { return at }
    let text = lines[line].text
    let start = min(max(byte, 0), text.count)
    var end = start
    while end < text.count, text[end].isWordByte { end += 1 }
    if end == start, end < text.count { end += 1 }
    return SourceRange(start: position(line: line, byte: start), end: position(line: line, byte: end))
  }
}
