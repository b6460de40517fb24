/// A file name as the disk has it: bytes, which need not be UTF-8, and the text by which people and models know it.
struct DiskName: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a name back from its text: `caf\xE9.md` → `63 61 66 E9 …`.
  init(text: String) {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if index + 3 < source.count, source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "x"),
        let high = Self.digit(source[index + 2]), let low = Self.digit(source[index + 3]), high >= 8
      {
        bytes.append(high << 4 | low)
        index += 4
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    self.bytes = bytes
  }

  /// Shows bytes that are not UTF-8 as `\xE9`.
  var text: String { Self.text(bytes) }

  var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let length {
        result += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        result +=
          "\\x" + String(first >> 4, radix: 16, uppercase: true) + String(first & 15, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A path as the disk has it, with `/` between its names.
  static func joined(_ path: [DiskName]) -> [UInt8] { Array(path.map(\.bytes).joined(separator: [UInt8(ascii: "/")])) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Whether the name ends like a Markdown file: `.md` or `.markdown`, in any case.
  var isMarkdown: Bool { ends(with: ".md") || ends(with: ".markdown") }

  /// Whether the name ends like a picture that browsers show and that cannot hold a script.
  var isImage: Bool {
    ends(with: ".png") || ends(with: ".jpg") || ends(with: ".jpeg") || ends(with: ".gif") || ends(with: ".webp")
  }

  /// Whether the name has that ending, in small letters or capitals, behind at least one other byte.
  private func ends(with ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      guard bytes.count > ending.count else { return false }
      let start = bytes.count - ending.count
      for index in ending.indices {
        let byte = bytes[start + index]
        guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == ending[index] else { return false }
      }
      return true
    }
  }

  var isHidden: Bool { bytes.first == UInt8(ascii: ".") }
}
