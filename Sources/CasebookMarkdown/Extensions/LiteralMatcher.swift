/// Matches a decoded literal against the source that it was read from: `a & b` against `a \& b` or `a &amp; b`.
struct LiteralMatcher {
  /// A run that is one to one, or one escape or reference.
  struct Piece {
    var literal: Range<Int>
    var raw: Range<Int>
    var isDecoded: Bool
  }

  private(set) var pieces: [Piece] = []
  /// End of what matched, in the source.
  private(set) var place: Int
  /// Whether all of the literal matched.
  private(set) var isComplete = true

  init(_ literal: ArraySlice<UInt8>, in bytes: [UInt8], at start: Int, allowsEscapes: Bool = true) {
    place = start
    var next = literal.startIndex
    var run = (literal: next, raw: start)
    while next < literal.endIndex, isComplete {
      guard place < bytes.count else {
        isComplete = false
        break
      }
      var decoded: (count: Int, end: Int)?
      if allowsEscapes, bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count, isPunctuation(bytes[place + 1]) {
        if bytes[place + 1] == literal[next] { decoded = (1, place + 2) } else { isComplete = false }
      } else {
        decoded = Self.decoded(literal[next...], in: bytes, at: place)
      }
      if let decoded {
        add(run, literal: next)
        pieces.append(Piece(literal: next..<next + decoded.count, raw: place..<decoded.end, isDecoded: true))
        next += decoded.count
        place = decoded.end
        run = (next, place)
      } else if isComplete, bytes[place] == literal[next] {
        place += 1
        next += 1
      } else {
        isComplete = false
      }
    }
    add(run, literal: next)
  }

  private mutating func add(_ run: (literal: Int, raw: Int), literal: Int) {
    guard literal > run.literal else { return }
    pieces.append(Piece(literal: run.literal..<literal, raw: run.raw..<place, isDecoded: false))
  }

  /// A character reference, a NUL or a divided tab: how many bytes of the literal it became, and its end in the source.
  private static func decoded(_ literal: ArraySlice<UInt8>, in bytes: [UInt8], at place: Int) -> (count: Int, end: Int)?
  {
    switch bytes[place] {
    case 0: return literal.starts(with: [0xEF, 0xBF, 0xBD]) ? (3, place + 1) : nil
    case 0x09:
      // A tab that containers used up in part became blanks.
      guard literal.first == 0x20 else { return nil }
      let blanks = literal.prefix { $0 == 0x20 }.count
      return (max(1, blanks - bytes[(place + 1)...].prefix { $0 == 0x20 }.count), place + 1)
    case UInt8(ascii: "&"):
      guard let found = CharacterReference.read(at: place, in: bytes) else { return nil }
      switch found.meaning {
      case .bytes(let meaning): return literal.starts(with: meaning) ? (meaning.count, found.end) : nil
      case .named(let scalars):
        return literal.first == UInt8(ascii: "&") ? nil : (length(of: scalars, literal), found.end)
      }
    default: return nil
    }
  }

  private static func length(of scalars: Int, _ literal: ArraySlice<UInt8>) -> Int {
    var end = literal.startIndex
    for _ in 0..<scalars where end < literal.endIndex {
      end += 1
      while end < literal.endIndex, literal[end] & 0xC0 == 0x80 { end += 1 }
    }
    return end - literal.startIndex
  }
}
