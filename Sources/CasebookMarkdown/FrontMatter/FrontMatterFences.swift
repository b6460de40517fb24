/// Finds the lines that fence front matter off: `---` at the first byte, then `---` or `...` on a line of its own.
///
/// As Jekyll, Hugo and Pandoc have it: no blank before the marks, any after them. A line ends at LF, CR LF or CR; U+0085 and
/// U+2028 are line breaks to libyaml, not to a fence.
struct FrontMatterFences {
  /// First byte after a byte-order mark.
  var start: Int
  /// Whole lines between the fences; to the end of the text where the second is missing.
  var content: Range<Int>
  /// The closing marks without blanks; `nil` where there is none.
  var close: Range<Int>?
  var bodyStart: Int

  /// `nil` where the text does not begin with a fence.
  init?(_ bytes: [UInt8], mark: UInt8 = UInt8(ascii: "-")) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let open = Self.fence(at: start, in: bytes, mark: mark) else { return nil }
    var line = open
    while line < bytes.count {
      if let found = Self.fence(at: line, in: bytes, mark: mark)
        ?? (mark == UInt8(ascii: "-") ? Self.fence(at: line, in: bytes, mark: UInt8(ascii: ".")) : nil)
      {
        content = open..<line
        close = line..<line + 3
        bodyStart = found
        return
      }
      line = Self.nextLine(after: line, in: bytes)
    }
    content = open..<bytes.count
    close = nil
    bodyStart = start
  }

  /// Where the next line begins, if this one is three marks and blanks.
  private static func fence(at start: Int, in bytes: [UInt8], mark: UInt8) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == mark, bytes[start + 1] == mark, bytes[start + 2] == mark else {
      return nil
    }
    var cursor = start + 3
    while cursor < bytes.count, bytes[cursor].isBlank { cursor += 1 }
    guard cursor == bytes.count || bytes[cursor].isLineBreak else { return nil }
    return nextLine(after: cursor, in: bytes)
  }

  private static func nextLine(after offset: Int, in bytes: [UInt8]) -> Int {
    var cursor = offset
    while cursor < bytes.count, !bytes[cursor].isLineBreak { cursor += 1 }
    guard cursor < bytes.count else { return cursor }
    if bytes[cursor] == 0x0D, cursor + 1 < bytes.count, bytes[cursor + 1] == 0x0A { return cursor + 2 }
    return cursor + 1
  }
}
