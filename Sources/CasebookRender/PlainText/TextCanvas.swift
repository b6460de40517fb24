import CasebookSource

/// Lines of a terminal: wraps runs of text behind the prefixes of the containers that are open.
struct TextCanvas {
  /// What stands before the lines of a container: `• ` before the first, two blanks before the others.
  private struct Prefix {
    var first: String
    var rest: String
    var width: Int
    var style: TextStyle
    var isUsed = false
  }

  let width: Int
  let mode: TextMode
  private(set) var bytes: [UInt8] = []
  private var prefixes: [Prefix] = []
  private var prefixWidth = 0
  /// Containers that are too deep to be indented further.
  private var unindented = 0
  private var style: TextStyle = []

  init(width: Int, mode: TextMode) {
    self.width = max(width, 20)
    self.mode = mode
  }

  /// Opens a container; deeper than half the width nothing is indented any more, so that text keeps its room.
  mutating func push(first: String, rest: String, style: TextStyle = []) {
    let cells = DisplayWidth.cells(rest)
    guard unindented == 0, prefixWidth + cells <= width / 2 else {
      unindented += 1
      return
    }
    prefixes.append(Prefix(first: first, rest: rest, width: cells, style: style))
    prefixWidth += cells
  }

  mutating func push(_ prefix: String, style: TextStyle = []) { push(first: prefix, rest: prefix, style: style) }

  /// Closes the innermost container; one that wrote nothing still shows its marker.
  mutating func pop() {
    if unindented > 0 {
      unindented -= 1
      return
    }
    guard let last = prefixes.last else { return }
    if !last.isUsed, last.first != last.rest { line([]) }
    prefixes.removeLast()
    prefixWidth -= last.width
  }

  /// Whether the innermost container has no line yet.
  var isFresh: Bool { bytes.isEmpty || (unindented == 0 && prefixes.last?.isUsed == false) }

  /// Writes an empty line, unless there is one already or the container has just begun.
  mutating func blank() {
    guard !isFresh, !bytes.suffix(2).elementsEqual([0x0A, 0x0A]) else { return }
    beginLine()
    endLine()
  }

  /// Room for text in a line.
  var room: Int { max(width - prefixWidth, 10) }

  /// Writes one line as it is, however long.
  mutating func line(_ runs: [TextRun]) {
    beginLine()
    for run in runs { append(run.text, run.style) }
    endLine()
  }

  /// Writes text, broken between words and between wide letters.
  mutating func wrap(_ runs: [TextRun]) {
    var filler = LineFiller(runs: runs)
    while let pieces = filler.next(room: room) { line(pieces) }
  }

  /// Writes a line whose last part is wrapped under itself, from a column on.
  mutating func line(after head: [TextRun], at column: Int, wrapping runs: [TextRun]) {
    var filler = LineFiller(runs: runs)
    let used = head.reduce(0) { $0 + DisplayWidth.cells($1.text) }
    line(
      head + [TextRun(String(repeating: " ", count: max(column - used, 0)))] + (filler.next(room: room - column) ?? []))
    while let pieces = filler.next(room: room - column) {
      line([TextRun(String(repeating: " ", count: column))] + pieces)
    }
  }

  private mutating func beginLine() {
    for index in prefixes.indices {
      let prefix = prefixes[index]
      append(prefix.isUsed ? prefix.rest : prefix.first, prefix.style)
      prefixes[index].isUsed = true
    }
  }

  private mutating func endLine() {
    setStyle([])
    while let last = bytes.last, last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// Blanks take no style, so that blanks at the end of a line can be dropped in both modes alike.
  private mutating func append(_ text: String, _ style: TextStyle) {
    guard !text.isEmpty else { return }
    let core = text.utf8.lastIndex { $0 != 0x20 }.map { text.utf8.index(after: $0) } ?? text.utf8.startIndex
    if core > text.utf8.startIndex {
      setStyle(style)
      bytes.append(contentsOf: text.utf8[..<core])
    }
    if core < text.utf8.endIndex {
      setStyle([])
      bytes.append(contentsOf: text.utf8[core...])
    }
  }

  private mutating func setStyle(_ new: TextStyle) {
    guard mode == .ansi, new != style else { return }
    if !style.isEmpty { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
    if !new.isEmpty { bytes.append(contentsOf: "\u{1B}[\(new.parameters)m".utf8) }
    style = new
  }
}
