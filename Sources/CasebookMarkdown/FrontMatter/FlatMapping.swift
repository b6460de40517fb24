import CasebookSource

/// Reads the plainest front matter, as nearly all of it is, without libyaml: a few flat lines.
///
/// ```
/// title: "Lost update"
/// tags: [a, "b c"]
/// alsoIssueTypes:
///   - memory-leaks
/// version: 1.0.0
/// ```
///
/// Reads only what has one meaning, and gives `nil` at the first byte that might have another: libyaml then decides. So it
/// never refuses, and what it accepts libyaml reads alike, value by value and range by range (a property test holds the two
/// together). It takes a fifth of libyaml's time, most of which goes into setting up its buffers.
struct FlatMapping {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var cursor = 0
  private var entries: [YAMLEntry] = []
  /// Events that libyaml would still be allowed to report.
  private var events: Int

  /// More keys than this are compared by a table, which the scan has.
  private static let maximumKeys = 16

  /// Gives the mapping, or `nil` where libyaml has to decide; the bytes must be valid UTF-8.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, base: Int, limits: InputLimits) -> YAMLValue? {
    guard limits.frontMatterDepth >= 2 else { return nil }
    // Six events open and close stream, document and mapping.
    var reader = FlatMapping(bytes: bytes, base: base, events: limits.frontMatterEvents - 6)
    reader.entries.reserveCapacity(8)
    while reader.cursor < bytes.count {
      guard reader.entry(), reader.events >= 0 else { return nil }
    }
    guard let first = reader.entries.first, let last = reader.entries.last else { return nil }
    return YAMLValue(.mapping(reader.entries), range: first.keyRange.lowerBound..<last.range.upperBound)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int, events: Int) {
    self.bytes = bytes
    self.base = base
    self.events = events
  }

  /// Reads `key: value` and its line break.
  private mutating func entry() -> Bool {
    let start = cursor
    guard entries.count < Self.maximumKeys, let first = byte, first.isASCIILetter else { return false }
    while let next = byte, next.isKeyByte { cursor += 1 }
    let keyEnd = cursor
    // libyaml gives up looking for the colon after 1,024 characters.
    guard byte == UInt8(ascii: ":"), keyEnd - start <= 256 else { return false }
    cursor += 1
    let colonEnd = cursor
    let key = string(start..<keyEnd)
    guard !entries.contains(where: { $0.key == key }) else { return false }
    let value: YAMLValue
    if let read = inlineValue() {
      guard endLine() else { return false }
      value = read
    } else {
      skipBlanks()
      guard endLine() else { return false }
      let below = cursor
      // A list that could not be read to its end has moved the cursor.
      guard let read = itemsBelow() ?? (cursor == below ? emptyValue(at: colonEnd) : nil) else { return false }
      value = read
    }
    // A key, and one for a value or two for the ends of a list.
    events -= 3
    entries.append(YAMLEntry(key: key, keyRange: range(start..<keyEnd), value: value))
    return true
  }

  /// Reads what follows the colon on its line; `nil`, with the cursor at the colon's end, where nothing does.
  private mutating func inlineValue() -> YAMLValue? {
    let before = cursor
    guard byte == 0x20 else { return nil }
    skipBlanks()
    if let first = byte, first != 0x0A, first != 0x0D, let value = scalar(inList: false) ?? list() { return value }
    cursor = before
    return nil
  }

  /// `[a, "b c"]`
  private mutating func list() -> YAMLValue? {
    let start = cursor
    guard byte == UInt8(ascii: "[") else { return nil }
    cursor += 1
    skipBlanks()
    var items: [YAMLValue] = []
    while byte != UInt8(ascii: "]") {
      guard let item = scalar(inList: true) else { return nil }
      items.append(item)
      events -= 1
      skipBlanks()
      if byte == UInt8(ascii: ",") {
        cursor += 1
        skipBlanks()
      } else if byte != UInt8(ascii: "]") {
        return nil
      }
    }
    cursor += 1
    let end = cursor
    skipBlanks()
    return YAMLValue(.sequence(items), range: range(start..<end))
  }

  /// Lines `- item`, all indented alike, below a key without a value on its line; `nil` where there is none.
  private mutating func itemsBelow() -> YAMLValue? {
    let start = cursor
    var items: [YAMLValue] = []
    var first = start
    var indentation = -1
    while cursor < bytes.count {
      let line = cursor
      skipBlanks()
      guard byte == UInt8(ascii: "-") else {
        cursor = line
        break
      }
      if indentation < 0 { (indentation, first) = (cursor - line, cursor) }
      guard cursor - line == indentation else { return nil }
      cursor += 1
      guard byte == 0x20 else { return nil }
      skipBlanks()
      guard let item = scalar(inList: false), endLine() else { return nil }
      items.append(item)
      events -= 1
    }
    guard let last = items.last else { return nil }
    return YAMLValue(.sequence(items), range: base + first..<last.range.upperBound)
  }

  private func emptyValue(at end: Int) -> YAMLValue? {
    // What is indented below is not ours.
    guard let next = byte else { return YAMLValue(.scalar("", quoted: false), range: range(end..<end)) }
    return next.isASCIILetter ? YAMLValue(.scalar("", quoted: false), range: range(end..<end)) : nil
  }

  /// Reads a text in quotes without escapes, or a plain one without any character that YAML gives a meaning.
  private mutating func scalar(inList: Bool) -> YAMLValue? {
    guard let first = byte else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(by: first) }
    guard first.beginsPlain else { return nil }
    let start = cursor
    var end = cursor
    while let next = byte, next != 0x0A, next != 0x0D {
      if next == UInt8(ascii: ":") || next == UInt8(ascii: "#") || next < 0x20 || next == 0x7F {
        guard next == UInt8(ascii: ":"), !inList, isPlainColon else { return nil }
      } else if inList, next.endsPlainInList {
        if next == UInt8(ascii: ",") || next == UInt8(ascii: "]") { break }
        return nil
      } else if next >= 0x80, !isOrdinary {
        return nil
      }
      cursor += 1
      if next != 0x20 { end = cursor }
    }
    return YAMLValue(.scalar(string(start..<end), quoted: false), range: range(start..<end))
  }

  private mutating func quoted(by quote: UInt8) -> YAMLValue? {
    let start = cursor
    cursor += 1
    while let next = byte, next != quote {
      guard next >= 0x20, next != 0x7F, next != UInt8(ascii: "\\"), next < 0x80 || isOrdinary else { return nil }
      cursor += 1
    }
    guard byte == quote else { return nil }
    cursor += 1
    // `''` inside, or text right behind, is not ours.
    let value = YAMLValue(.scalar(string(start + 1..<cursor - 1), quoted: true), range: range(start..<cursor))
    guard byte != quote else { return nil }
    skipBlanks()
    return value
  }

  /// Whether the colon at the cursor is only a character: `12:30`, `https://x`.
  private var isPlainColon: Bool {
    cursor + 1 < bytes.count && bytes[cursor + 1] > 0x20
  }

  /// Whether the byte at the cursor belongs to a character that is neither a line break to libyaml, nor a control, nor a mark.
  private var isOrdinary: Bool {
    let byte = bytes[cursor]
    guard byte >= 0xC0, cursor + 1 < bytes.count else { return true }
    let second = bytes[cursor + 1]
    switch byte {
    case 0xC2: return second >= 0xA0
    case 0xE2: return second != 0x80 && second != 0x81 || cursor + 2 < bytes.count && isPunctuation(bytes[cursor + 2])
    case 0xEF: return second != 0xBB && second != 0xBF
    default: return true
    }
  }

  /// Of U+2000…U+207F those that are dashes, quotation marks and dots: U+2010…U+2027, as third byte.
  private func isPunctuation(_ third: UInt8) -> Bool {
    bytes[cursor + 1] == 0x80 && third >= 0x90 && third <= 0xA7
  }

  /// Goes past blanks and the line break; text without a final break ends a line too.
  private mutating func endLine() -> Bool {
    guard let next = byte else { return true }
    if next == 0x0D, cursor + 1 < bytes.count, bytes[cursor + 1] == 0x0A {
      cursor += 2
      return true
    }
    guard next == 0x0A else { return false }
    cursor += 1
    return true
  }

  private mutating func skipBlanks() {
    while byte == 0x20 { cursor += 1 }
  }

  private var byte: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

  private func range(_ local: Range<Int>) -> Range<Int> { base + local.lowerBound..<base + local.upperBound }

  private func string(_ local: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[local]), as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

  fileprivate var isKeyByte: Bool {
    isASCIILetter || self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_")
  }

  /// Letters, digits and what has no meaning at the start of a text.
  fileprivate var beginsPlain: Bool {
    isKeyByte && self != UInt8(ascii: "-") || self >= 0x80 || self == UInt8(ascii: "/") || self == UInt8(ascii: "(")
      || self == UInt8(ascii: "~") || self == UInt8(ascii: "$")
  }

  fileprivate var endsPlainInList: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
