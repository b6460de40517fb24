/// The seven kinds of HTML block that CommonMark knows (0.30, section 4.6), by what ends them.
enum HTMLBlock: UInt8, Sendable {
  /// `<script>`, `<pre>`, `<style>`, `<textarea>`, to the closing tag of any of them.
  case literal
  /// `<!--` to `-->`
  case comment
  /// `<?` to `?>`
  case instruction
  /// `<!DOCTYPE` to `>`
  case declaration
  /// `<![CDATA[` to `]]>`
  case data
  /// A tag of a block, to a blank line.
  case block
  /// Any other tag alone on its line, to a blank line; can't interrupt a paragraph.
  case other

  /// Whether a blank line ends it.
  var endsAtBlankLine: Bool { self == .block || self == .other }

  /// Recognises the start of an HTML block at a `<`.
  init?(at start: Int, end: Int, in text: Span<UInt8>, interruptsParagraph: Bool) {
    guard start + 1 < end else { return nil }
    let second = text[start + 1]
    if second == UInt8(ascii: "!") {
      guard let kind = HTMLBlock(bangAt: start, end: end, in: text) else { return nil }
      self = kind
      return
    }
    if second == UInt8(ascii: "?") {
      self = .instruction
      return
    }
    let isClosing = second == UInt8(ascii: "/")
    var index = start + (isClosing ? 2 : 1)
    guard index < end, isLetter(text[index]) else { return nil }
    var name: UInt64 = 0
    var length = 0
    while index < end, let code = tagCode(text[index]) {
      name = length < 10 ? name << 6 | code : 0
      length += 1
      index += 1
    }
    let next = index < end ? text[index] : UInt8(ascii: " ")
    let isWhole = next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") || next == UInt8(ascii: ">")
    if !isClosing, isWhole, length <= 10, HTMLTagNames.literal.contains(name) {
      self = .literal
    } else if length <= 10,
      isWhole || next == UInt8(ascii: "/") && index + 1 < end && text[index + 1] == UInt8(ascii: ">"),
      HTMLTagNames.block.contains(name)
    {
      self = .block
    } else if !interruptsParagraph, let tagEnd = HTMLTag.end(from: start, to: end, in: text),
      (tagEnd..<end).allSatisfy({ isBlank(text[$0]) })
    {
      self = .other
    } else {
      return nil
    }
  }

  /// Tells `<!--`, `<![CDATA[` and `<!LETTER` apart.
  private init?(bangAt start: Int, end: Int, in text: Span<UInt8>) {
    if text.holds("<!--", at: start, before: end) {
      self = .comment
    } else if text.holds("<![CDATA[", at: start, before: end) {
      self = .data
    } else if start + 2 < end, isLetter(text[start + 2]) {
      self = .declaration
    } else {
      return nil
    }
  }

  /// Whether a line holds what ends the block; kinds that end at a blank line never find it here.
  func isEnded(by line: Range<Int>, in text: Span<UInt8>) -> Bool {
    switch self {
    case .comment: return text.contains("-->", in: line)
    case .instruction: return text.contains("?>", in: line)
    case .declaration: return text.contains(">", in: line)
    case .data: return text.contains("]]>", in: line)
    case .block, .other: return false
    case .literal:
      for index in line where text[index] == UInt8(ascii: "<") {
        for end in HTMLTagNames.literalEnds where text.holds(end, at: index, before: line.upperBound, folding: 0x20) {
          return true
        }
      }
      return false
    }
  }
}

/// Six bits for a letter of a tag's name, upper and lower case alike.
private func tagCode(_ byte: UInt8) -> UInt64? {
  if isLetter(byte) { return UInt64(byte & 0x1F) }
  return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? UInt64(byte - UInt8(ascii: "0") + 27) : nil
}

/// Names of tags, six bits a letter: they fit into one word, so that no string is made of a document's text.
private enum HTMLTagNames {
  static let literal = words("pre script style textarea")
  static let literalEnds: [StaticString] = ["</pre>", "</script>", "</style>", "</textarea>"]
  static let block = words(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
    main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead \
    title tr track ul
    """)

  private static func words(_ names: StaticString) -> Set<UInt64> {
    Set(
      names.description.utf8.split(separator: UInt8(ascii: " ")).map { name in
        name.reduce(UInt64(0)) { $0 << 6 | (tagCode($1) ?? 0) }
      })
  }
}
