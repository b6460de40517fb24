/// Where in the HTML a template's tag stands, since the right escape depends on it.
///
/// A rough reading of the HTML tokeniser, enough for text that a template's author wrote: what it cannot place is refused.
enum MarkupState: Hashable {
  case text
  /// Inside `<…>`, between attributes.
  case tag
  /// In an attribute value between double quotes; `isAddress` in `href`, `src` and the like.
  case attribute(isAddress: Bool)
  /// In a value with single quotes or none, a comment, a script or a style sheet.
  case forbidden(Place)

  enum Place: String, Hashable {
    case singleQuotes = "an attribute in single quotes"
    case unquoted = "an attribute without quotes"
    case comment = "an HTML comment"
    case script = "a script"
    case style = "a style sheet"
  }

  /// Attributes that hold addresses.
  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "data", "cite", "srcset", "ping", "background",
  ]

  /// Reads on: the state after these bytes.
  func after(_ text: ArraySlice<UInt8>, tagName: inout String) -> MarkupState {
    var state = self
    var cursor = text.startIndex
    while cursor < text.endIndex {
      let rest = text[cursor...]
      switch state {
      case .text:
        if rest.starts(with: "<!--".utf8) {
          state = .forbidden(.comment)
          cursor += 4
        } else if rest.first == UInt8(ascii: "<"), rest.count > 1, isLetter(rest[cursor + 1]) {
          let name = rest.dropFirst().prefix { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) }
          tagName = String(decoding: name, as: UTF8.self).lowercased()
          state = .tag
          cursor = name.endIndex
        } else {
          cursor += 1
        }
      case .tag:
        (state, cursor) = afterTagByte(rest, tagName: tagName)
      case .attribute:
        if text[cursor] == UInt8(ascii: "\"") { state = .tag }
        cursor += 1
      case .forbidden(let place):
        (state, cursor) = afterForbidden(place, rest)
      }
    }
    return state
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func afterTagByte(_ rest: ArraySlice<UInt8>, tagName: String) -> (MarkupState, Int) {
    let next = rest.startIndex + 1
    switch rest.first {
    case UInt8(ascii: ">"):
      if tagName == "script" { return (.forbidden(.script), next) }
      if tagName == "style" { return (.forbidden(.style), next) }
      return (.text, next)
    case UInt8(ascii: "="):
      let value = rest.dropFirst()
      if value.first == UInt8(ascii: "'") { return (.forbidden(.singleQuotes), next + 1) }
      return (.forbidden(.unquoted), next)
    case let first? where isLetter(first):
      let name = rest.prefix { isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      if rest[name.endIndex...].starts(with: "=\"".utf8) {
        let word = String(decoding: name, as: UTF8.self).lowercased()
        return (.attribute(isAddress: Self.addressAttributes.contains(word)), name.endIndex + 2)
      }
      return (.tag, name.endIndex)
    default: return (.tag, next)
    }
  }

  private func afterForbidden(_ place: Place, _ rest: ArraySlice<UInt8>) -> (MarkupState, Int) {
    let next = rest.startIndex + 1
    switch place {
    case .singleQuotes: return (rest.first == UInt8(ascii: "'") ? .tag : self, next)
    case .unquoted:
      guard let byte = rest.first else { return (self, next) }
      if byte == UInt8(ascii: ">") { return (.text, next) }
      return (byte <= 0x20 ? .tag : .forbidden(.unquoted), next)
    case .comment: return rest.starts(with: "-->".utf8) ? (.text, next + 2) : (.forbidden(.comment), next)
    case .script: return rest.starts(with: "</script".utf8) ? (.text, next) : (.forbidden(.script), next)
    case .style: return rest.starts(with: "</style".utf8) ? (.text, next) : (.forbidden(.style), next)
    }
  }
}
