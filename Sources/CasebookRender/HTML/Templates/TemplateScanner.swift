import CasebookSource

/// A piece of a template: text, or a tag with its name and place.
struct TemplateToken {
  enum Kind: Hashable {
    case text
    case variable, raw, section, inverted, end, partial
  }

  var kind: Kind
  /// Bytes of the text, or of the tag's name.
  var range: Range<Int>
  var name = ""
  /// Offset of the tag's first brace.
  var offset: Int
}

/// Template source → tokens, with Mustache's rule that a tag alone on its line takes the line with it.
///
/// Comments vanish here. Tags that our contract leaves out (other delimiters, inheritance, pragmas, dynamic names) are
/// errors, not surprises.
struct TemplateScanner {
  let path: String
  let source: [UInt8]

  /// What line 1 of every template says; the number rises when a name goes or changes its meaning.
  static let stamp = "{{! casebook-template 1 }}"

  func error(at offset: Int, _ message: String) -> TemplateError {
    let position = LineTable(source).position(of: offset)
    return TemplateError(path: path, line: position.line, column: position.column, message: message)
  }

  func tokens() throws(TemplateError) -> [TemplateToken] {
    guard source.starts(with: Self.stamp.utf8) else {
      throw error(at: 0, "the first line must be \(Self.stamp), the version of the template contract")
    }
    var result: [TemplateToken] = []
    var cursor = 0
    var text = 0
    while cursor + 1 < source.count {
      guard source[cursor] == UInt8(ascii: "{"), source[cursor + 1] == UInt8(ascii: "{") else {
        cursor += 1
        continue
      }
      let tag = try tag(at: cursor)
      var textEnd = cursor
      var next = tag.end
      if tag.token?.kind != .variable, tag.token?.kind != .raw, let line = standaloneLine(from: cursor, to: tag.end) {
        (textEnd, next) = (max(line.lowerBound, text), line.upperBound)
      }
      if textEnd > text { result.append(TemplateToken(kind: .text, range: text..<textEnd, offset: text)) }
      if let token = tag.token { result.append(token) }
      cursor = next
      text = next
    }
    if text < source.count { result.append(TemplateToken(kind: .text, range: text..<source.count, offset: text)) }
    return result
  }

  /// Reads a tag; a comment has no token.
  private func tag(at start: Int) throws(TemplateError) -> (token: TemplateToken?, end: Int) {
    var cursor = start + 2
    let sigil = cursor < source.count ? source[cursor] : 0
    let isTriple = sigil == UInt8(ascii: "{")
    let closing = Array((isTriple ? "}}}" : "}}").utf8)
    guard let close = find(closing, from: cursor) else { throw error(at: start, "this tag has no closing braces") }
    let kind: TemplateToken.Kind
    switch sigil {
    case UInt8(ascii: "!"): return (nil, close + 2)
    case UInt8(ascii: "{"), UInt8(ascii: "&"): kind = .raw
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .end
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"):
      throw error(
        at: start,
        "only names, sections, partials and comments are part of the template contract, not '{{\(Unicode.Scalar(sigil))'"
      )
    default: kind = .variable
    }
    if kind != .variable { cursor += 1 }
    var end = close
    while cursor < end, isBlank(source[cursor]) { cursor += 1 }
    while end > cursor, isBlank(source[end - 1]) { end -= 1 }
    let name = String(decoding: source[cursor..<end], as: UTF8.self)
    guard isName(source[cursor..<end], kind) else { throw error(at: start, "'\(name)' is not a name") }
    return (TemplateToken(kind: kind, range: cursor..<end, name: name, offset: start), close + closing.count)
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    var cursor = start
    while cursor + needle.count <= source.count {
      if source[cursor] == needle[0], source[cursor..<(cursor + needle.count)].elementsEqual(needle) { return cursor }
      cursor += 1
    }
    return nil
  }

  private func isName(_ bytes: ArraySlice<UInt8>, _ kind: TemplateToken.Kind) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): kind == .partial
        default: false
        }
      }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The whole line, its break included, if nothing but blanks stands beside the tag.
  private func standaloneLine(from start: Int, to end: Int) -> Range<Int>? {
    var lower = start
    while lower > 0, source[lower - 1] == 0x20 || source[lower - 1] == 0x09 { lower -= 1 }
    guard lower == 0 || source[lower - 1] == 0x0A else { return nil }
    var upper = end
    while upper < source.count, source[upper] == 0x20 || source[upper] == 0x09 || source[upper] == 0x0D { upper += 1 }
    guard upper == source.count || source[upper] == 0x0A else { return nil }
    return lower..<min(upper + 1, source.count)
  }
}
