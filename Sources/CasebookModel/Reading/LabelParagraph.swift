import CasebookMarkdown
import CasebookSource

/// A paragraph that begins with a bold label and a colon: `**Problem**: under load, 5% vanish`.
struct LabelParagraph {
  /// The bold inline.
  var strong: NodeID
  /// The label's text, colon left out.
  var label: Range<Int>
  /// What follows the colon.
  var rest: Range<Int>
  /// Whether a colon was written, inside or behind the bold.
  var hasColon: Bool

  /// Reads the form from the source; `nil` for any other paragraph.
  init?(_ paragraph: NodeID, in reader: BlockReader) {
    guard let first = reader.firstChild(paragraph), reader.kind(first).isStrong else { return nil }
    let content = reader.content(paragraph)
    let text = reader.slice(content)
    guard let mark = text.byte(0), mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), text.byte(1) == mark,
      let close = Self.closing(mark, in: text)
    else { return nil }
    strong = first
    var label = reader.slice(content.lowerBound + 2..<close).trimmed()
    var rest = reader.slice(close + 2..<content.upperBound)
    hasColon = false
    if !label.isEmpty, reader.text[label.range.upperBound - 1] == UInt8(ascii: ":") {
      label = reader.slice(label.range.lowerBound..<label.range.upperBound - 1).trimmed()
      hasColon = true
    }
    if rest.byte(0) == UInt8(ascii: ":") {
      rest = rest.dropping(1)
      hasColon = true
    }
    guard !label.isEmpty else { return nil }
    self.label = label.range
    self.rest = rest.trimmed().range
  }

  /// Offset of the two marks that end the bold; labels are short, one line, without nested marks.
  private static func closing(_ mark: UInt8, in text: TextSlice) -> Int? {
    var index = text.range.lowerBound + 2
    let end = min(text.range.upperBound - 1, index + 400)
    while index < end {
      let byte = text.bytes[index]
      if byte == 0x0A { return nil }
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "`") {
        // A code span may hold the marks.
        guard let close = text.bytes.firstIndex(of: byte, in: index + 1..<end) else { return nil }
        index = close + 1
        continue
      }
      if byte == mark, text.bytes[index + 1] == mark { return index }
      index += 1
    }
    return nil
  }
}
