/// The single-byte encoding in which bytes read as a text that people write, if there is one.
struct SingleByteGuess {
  let codec: ByteCodec
  /// `Latin-1` where nothing tells it from Windows-1252.
  let name: String
  private let bytes: [UInt8]

  /// Tries the encodings; a text must read well at nine in ten bytes above ASCII.
  init?(_ bytes: [UInt8]) {
    var best: (codec: ByteCodec, good: Int)?
    var count = 0
    for codec in [ByteCodec.windows1252, .macRoman] {
      count = 0
      var good = 0
      for index in bytes.indices where bytes[index] >= 0x80 {
        count += 1
        if Self.readsWell(index, in: bytes, codec) { good += 1 }
      }
      if good > best?.good ?? 0 { best = (codec, good) }
    }
    guard let best, best.good * 10 >= count * 9 else { return nil }
    codec = best.codec
    self.bytes = bytes
    let hasSigns = bytes.contains { $0 >= 0x80 && $0 < 0xA0 }
    name = codec == .windows1252 && !hasSigns ? "Latin-1" : codec.name
  }

  /// Runs of bytes above ASCII, and what they read as.
  var conversions: [(range: Range<Int>, text: String)] {
    var result: [(range: Range<Int>, text: String)] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      var text = String.UnicodeScalarView()
      while index < bytes.count, bytes[index] >= 0x80 {
        if let scalar = Unicode.Scalar(codec.scalar(of: bytes[index])) { text.append(scalar) }
        index += 1
      }
      result.append((start..<index, String(text)))
    }
    return result
  }

  /// Tells whether a byte is a letter that goes with its neighbours, or a mark where such marks stand.
  private static func readsWell(_ index: Int, in bytes: [UInt8], _ codec: ByteCodec) -> Bool {
    let scalar = codec.scalar(of: bytes[index])
    let before = index > 0 ? codec.scalar(of: bytes[index - 1]) : 0x20
    let after = index + 1 < bytes.count ? codec.scalar(of: bytes[index + 1]) : 0x20
    switch scalar {
    case 0x80..<0xA0: return false
    case 0x2018, 0x201C, 0xAB, 0x201A, 0x201E, 0x2039: return !WordShape.isLetter(before)
    case 0x2019, 0x201D, 0xBB, 0x203A, 0x2026: return before > 0x20 || scalar == 0x2026
    case 0x2013, 0x2014, 0x2022, 0xA0, 0xB7, 0xA7, 0xA9: return true
    case 0xAE, 0x2122, 0xB0, 0xBA, 0xAA, 0x20AC, 0xA3: return before > 0x20 || after > 0x20
    default:
      if WordShape.isLower(scalar) { return WordShape.isLetter(before) || WordShape.isLetter(after) || scalar == 0xE0 }
      return WordShape.isUpper(scalar) && !WordShape.isLower(before)
        && (WordShape.isLetter(before) || WordShape.isLetter(after))
    }
  }
}
