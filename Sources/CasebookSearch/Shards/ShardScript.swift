/// A part of the browser's index as a call in a script: `casebookSearch("w3",'…','…')`.
///
/// A script and not JSON, since `fetch` fails on pages from a disk; texts only, which are parsed once where they are used.
enum ShardScript {
  /// Appends a call that hands over texts under the name of their part.
  static func append(_ name: String, _ texts: [[UInt8]], to bytes: inout [UInt8]) {
    bytes += Array("casebookSearch(\"\(name)\"".utf8)
    for text in texts {
      bytes += Array(",'".utf8)
      append(escaping: text, to: &bytes)
      bytes.append(UInt8(ascii: "'"))
    }
    bytes += Array(");\n".utf8)
  }

  /// Appends a text for single quotes, bytes above ASCII as they are.
  private static func append(escaping text: [UInt8], to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// Bytes as the characters U+0000 to U+00FF of a script: terms are compared byte by byte there too.
  static func characters(_ bytes: some Sequence<UInt8>, into result: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(0xC0 | byte >> 6)
        result.append(0x80 | byte & 0x3F)
      }
    }
  }
}
