/// The string members of one flat JSON object, as collections are written: `{"_id": "1", "text": "…"}`.
///
/// Enough for a line of a collection; a nested value or anything that is not JSON makes the line unreadable.
enum JSONStrings {
  static func read(_ line: ArraySlice<UInt8>) -> [String: [UInt8]]? {
    var reader = Reader(bytes: line)
    return reader.object()
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func object() -> [String: [UInt8]]? {
      guard take("{") else { return nil }
      var result: [String: [UInt8]] = [:]
      if take("}") { return result }
      repeat {
        guard let key = string(), take(":") else { return nil }
        if bytes.first == UInt8(ascii: "\"") {
          guard let value = string() else { return nil }
          result[String(decoding: key, as: UTF8.self)] = value
        } else {
          guard scalar() else { return nil }
        }
      } while take(",")
      return take("}") ? result : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard bytes.first == UInt8(ascii: character) else { return false }
      bytes.removeFirst()
      skipBlanks()
      return true
    }

    private mutating func skipBlanks() {
      while let byte = bytes.first, byte == 0x20 || byte == 0x09 || byte == 0x0D { bytes.removeFirst() }
    }

    /// Passes over a number, `true`, `false` or `null`.
    private mutating func scalar() -> Bool {
      let before = bytes.count
      while let byte = bytes.first, !",}{[]\"".utf8.contains(byte) { bytes.removeFirst() }
      return bytes.count < before && (bytes.first == UInt8(ascii: ",") || bytes.first == UInt8(ascii: "}"))
    }

    private mutating func string() -> [UInt8]? {
      skipBlanks()
      guard bytes.popFirst() == UInt8(ascii: "\"") else { return nil }
      var result: [UInt8] = []
      while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "\""): return result
        case UInt8(ascii: "\\"): guard escape(into: &result) else { return nil }
        default: result.append(byte)
        }
      }
      return nil
    }

    private mutating func escape(into result: inout [UInt8]) -> Bool {
      switch bytes.popFirst() {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"): return codePoint(into: &result)
      case let other?: result.append(other)
      case nil: return false
      }
      return true
    }

    private mutating func codePoint(into result: inout [UInt8]) -> Bool {
      guard var value = hexadecimal() else { return false }
      if value & 0xFC00 == 0xD800, bytes.starts(with: "\\u".utf8) {
        bytes.removeFirst(2)
        guard let low = hexadecimal() else { return false }
        value = low & 0xFC00 == 0xDC00 ? 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF : 0xFFFD
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      result.append(contentsOf: String(scalar).utf8)
      return true
    }

    private mutating func hexadecimal() -> UInt32? {
      guard bytes.count >= 4, let value = UInt32(String(decoding: bytes.prefix(4), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.removeFirst(4)
      return value
    }
  }
}
