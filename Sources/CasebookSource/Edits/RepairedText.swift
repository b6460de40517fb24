/// A text to read: bytes in UTF-8, what was changed to get them, and the way back to the file on disk.
///
/// Every stage behind the repair works on offsets into `bytes`; `position(of:)` and `range(of:)` are the only way out.
package struct RepairedText: Sendable {
  package let file: SourceFile
  /// The text, valid UTF-8 once the repair is done with it.
  package let bytes: [UInt8]
  /// Whether `bytes` are the file's text; `false` for UTF-16 or a file over the limit, of which nothing is read.
  package let isReadable: Bool
  /// What was changed, in offsets on disk, sorted and disjoint.
  package let edits: [TextEdit]
  /// Findings of the repair, positions on disk.
  package var diagnostics: [Diagnostic]
  package let map: PositionMap
  /// Lines of the file on disk.
  package let diskLines: LineTable
  /// Lines of `bytes`.
  package let lines: LineTable

  /// Takes a file as it is, without any repair.
  package init(_ file: SourceFile) {
    self.init(file: file, bytes: file.bytes, edits: [], map: PositionMap(), diskLines: LineTable(file.bytes))
  }

  /// Takes nothing of a file that can't be read, but for the lines of its bytes.
  package init(unreadable file: SourceFile, diagnostics: [Diagnostic]) {
    self.file = file
    self.bytes = []
    self.isReadable = false
    self.edits = []
    self.diagnostics = diagnostics
    self.map = PositionMap()
    self.diskLines = LineTable(file.bytes)
    self.lines = LineTable([])
  }

  init(file: SourceFile, bytes: [UInt8], edits: [TextEdit], map: PositionMap, diskLines: LineTable) {
    self.file = file
    self.bytes = bytes
    self.isReadable = true
    self.edits = edits
    self.diagnostics = []
    self.map = map
    self.diskLines = diskLines
    self.lines = map.isIdentity ? diskLines : LineTable(bytes)
  }

  /// Position on disk of a byte of this text.
  package func position(of offset: Int) -> Position {
    diskLines.position(of: offset < bytes.count ? map.start(offset) : map.end(bytes.count))
  }

  /// Range on disk of a stretch of this text.
  package func range(of range: Range<Int>) -> SourceRange {
    let disk = map.range(range)
    return SourceRange(start: diskLines.position(of: disk.lowerBound), end: diskLines.position(of: disk.upperBound))
  }

  /// Offset in this text of a position on disk; within the text, whatever the position.
  package func offset(of position: Position) -> Int {
    guard position.line >= 1, position.line <= diskLines.starts.count, position.column >= 1 else { return bytes.count }
    let disk = min(diskLines.starts[position.line - 1], file.bytes.count) + min(position.column - 1, file.bytes.count)
    return min(max(map.target(ofSource: disk), 0), bytes.count)
  }

  /// Decodes a stretch of this text; never traps, whatever the bytes.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
