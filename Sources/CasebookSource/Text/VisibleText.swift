/// Makes text harmless for a terminal: control bytes, direction overrides and broken bytes are shown, not sent.
///
/// ESC → `␛`, a byte that is no UTF-8 → `\xFF`, U+202E → `\u{202E}`; a tab stays, since only the printer knows its column.
package enum VisibleText {
  /// One scalar of a text as it is to be shown.
  package struct Piece {
    /// Offset of its first byte.
    package var offset: Int
    /// Bytes it stands for.
    package var length: Int
    package var text: String
  }

  /// Shows a text; a tab becomes `␉`.
  package static func string(_ text: String) -> String {
    // Most text has nothing to show.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for piece in pieces(Array(text.utf8)[...]) { result += piece.text == "\t" ? "\u{2409}" : piece.text }
    return result
  }

  /// Takes bytes apart, scalar by scalar.
  package static func pieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(bytes.count)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        result.append(Piece(offset: offset, length: encoded.count, text: shown(Unicode.UTF8.decode(encoded))))
        offset += encoded.count
      case .error(let length):
        for index in offset..<min(offset + length, bytes.endIndex) {
          result.append(Piece(offset: index, length: 1, text: "\\x" + hex(UInt32(bytes[index]))))
        }
        offset += length
      case .emptyInput: return result
      }
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0x00..<0x20: String(Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "?")
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2028...0x2029, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      "\\u{" + hex(scalar.value) + "}"
    default: String(Character(scalar))
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
