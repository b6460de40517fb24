/// Quotes and brackets of SQL, the two things on which all its dialects agree.
enum SQLBalance {
  struct Fault {
    var range: Range<Int>
    var message: String
  }

  /// What a reading comes to.
  enum Outcome {
    case balanced
    case fault(Fault)
    /// From this place on dialects read the text in different ways: nothing is said about the block.
    case unread(Fault)
  }

  /// The first quote or bracket without its partner; ranges are indices of `code`.
  ///
  /// What dialects read in different ways (backslashes before quotes, quotes and comments without an end) ends the check.
  static func check(_ code: ArraySlice<UInt8>) -> Outcome {
    var open: [Int] = []
    var index = code.startIndex
    func byte(_ place: Int) -> UInt8 { place >= code.startIndex && place < code.endIndex ? code[place] : 0 }
    while index < code.endIndex {
      switch code[index] {
      case UInt8(ascii: "-") where byte(index + 1) == UInt8(ascii: "-"):
        index = code[index...].firstIndex(of: 0x0A) ?? code.endIndex
      case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "*"):
        guard let end = find("*/", code, from: index + 2) else {
          return .unread(Fault(range: index..<index + 2, message: "a comment has no end"))
        }
        index = end + 2
      case UInt8(ascii: "#"):
        // A comment of MySQL, an operator of PostgreSQL.
        index = code[index...].firstIndex(of: 0x0A) ?? code.endIndex
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        guard let end = code[(index + 1)...].firstIndex(of: code[index]) else {
          let sign = String(decoding: [code[index]], as: UTF8.self)
          // An apostrophe in a line of output or prose, or the end of somebody else's text: `1' OR '1'='1`.
          let before = byte(index - 1)
          if before == 0 || before == 0x0A || isLetter(before) || before &- 0x30 < 10 {
            return .unread(Fault(range: index..<index + 1, message: "a `\(sign)` may be an apostrophe"))
          }
          return .fault(
            Fault(
              range: index..<index + 1, message: "a `\(sign)` must be closed; this one is open to the end of the block")
          )
        }
        if byte(end - 1) == UInt8(ascii: "\\") {
          return .unread(
            Fault(range: end - 1..<end + 1, message: "dialects differ on a backslash before a quote"))
        }
        index = end + 1
      case UInt8(ascii: "$"):
        // `$$ … $$` or `$tag$ … $tag$`.
        let tag = code[(index + 1)...].prefix { isLetter($0) || $0 == 0x5F || $0 &- 0x30 < 10 && $0 != 0 }
        guard byte(tag.endIndex) == UInt8(ascii: "$") else {
          index += 1
          continue
        }
        let mark = String(decoding: code[index...tag.endIndex], as: UTF8.self)
        guard let end = find(mark, code, from: tag.endIndex + 1) else {
          return .unread(Fault(range: index..<tag.endIndex + 1, message: "a text between `\(mark)` has no end"))
        }
        index = end + mark.utf8.count
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open.append(index)
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        let opening = code[index] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
        guard let last = open.last, code[last] == opening else {
          let sign = String(decoding: [code[index]], as: UTF8.self)
          return .fault(Fault(range: index..<index + 1, message: "a `\(sign)` must have its opening bracket"))
        }
        open.removeLast()
        index += 1
      default: index += 1
      }
    }
    guard let last = open.last else { return .balanced }
    let sign = String(decoding: [code[last]], as: UTF8.self)
    return .fault(Fault(range: last..<last + 1, message: "a `\(sign)` must be closed before the block ends"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func find(_ text: String, _ code: ArraySlice<UInt8>, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, start <= code.endIndex else { return nil }
    var index = start
    while index + wanted.count <= code.endIndex {
      if code[index] == first, code[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }
}
