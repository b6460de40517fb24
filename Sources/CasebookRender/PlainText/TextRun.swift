import CasebookSource

/// Whether escape sequences may be written; without them the same bytes come out, the escapes apart.
package enum TextMode: Sendable { case plain, ansi }

/// How a stretch of text looks in a terminal that can show it.
struct TextStyle: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let bold = TextStyle(rawValue: 1)
  static let faint = TextStyle(rawValue: 2)
  static let italic = TextStyle(rawValue: 4)
  static let underlined = TextStyle(rawValue: 8)
  static let red = TextStyle(rawValue: 16)
  static let green = TextStyle(rawValue: 32)
  static let yellow = TextStyle(rawValue: 64)
  static let blue = TextStyle(rawValue: 128)
  static let magenta = TextStyle(rawValue: 256)
  static let cyan = TextStyle(rawValue: 512)

  /// Parameters of "select graphic rendition" (ECMA-48, 8.3.117): bold and red → `1;31`.
  var parameters: String {
    let codes: [(TextStyle, String)] = [
      (.bold, "1"), (.faint, "2"), (.italic, "3"), (.underlined, "4"), (.red, "31"), (.green, "32"), (.yellow, "33"),
      (.blue, "34"), (.magenta, "35"), (.cyan, "36"),
    ]
    return codes.filter { contains($0.0) }.map(\.1).joined(separator: ";")
  }
}

/// A stretch of text in one style; harmless for a terminal, since nothing else can be made.
struct TextRun: Sendable {
  let text: String
  let style: TextStyle
  /// A line break that the author wants, and no text.
  let isLineBreak: Bool

  /// Makes control characters visible: ESC → `␛`.
  init(_ text: String, _ style: TextStyle = []) {
    self.text = VisibleText.string(text)
    self.style = style
    isLineBreak = false
  }

  /// Takes bytes of a document, which may hold anything.
  init(_ bytes: ArraySlice<UInt8>, _ style: TextStyle = [], keepsTabs: Bool = false) {
    self.style = style
    isLineBreak = false
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      text = String(decoding: bytes, as: UTF8.self)
      return
    }
    var text = ""
    for piece in VisibleText.pieces(bytes) { text += piece.text.utf8.first == 0x09 && !keepsTabs ? " " : piece.text }
    self.text = text
  }

  /// A part of a run, which was made harmless as a whole.
  init(part: String, of run: TextRun) {
    text = part
    style = run.style
    isLineBreak = false
  }

  /// A line break that the author wants.
  static let lineBreak = TextRun(breaking: ())

  private init(breaking: Void) {
    text = "\n"
    style = []
    isLineBreak = true
  }
}
