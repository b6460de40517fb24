/// One scalar of a run that may be damaged, and the bytes of the text that it stands for.
struct DamagePiece: Sendable {
  var scalar: UInt32
  /// Bytes in the text examined: those of several scalars once they are decoded to one.
  var start: Int
  var end: Int
  /// How many wrong readings were undone to get the scalar; 0 where it stands as it was.
  var layers: UInt8
  /// The encoding of the outermost of them.
  var codec: ByteCodec
  /// Another picture that it could be, where half of the bytes are lost.
  var alternative: UInt32?
}

/// A stretch of text without ASCII, but for a space that may be half a character, that an encoding may explain.
struct DamageRun: Sendable {
  /// Its pieces, in the array that holds those of all runs.
  var pieces: Range<Int>
  /// The ASCII characters around it; 0 at the ends of the text.
  var before: UInt32
  var after: UInt32
  /// 0-based line.
  var line: Int
}

/// All runs of a text that could be damaged, and how many stretches certainly are not.
///
/// A run is kept if anywhere in it a first byte of UTF-8 is followed by a continuation byte in some encoding; a sentence
/// in Chinese or an arrow alone is skipped without being stored.
struct DamageScan: Sendable {
  var pieces: [DamagePiece] = []
  var runs: [DamageRun] = []
  /// Runs that no encoding explains: what the author wrote.
  var genuineRuns = 0
  /// Lines that hold runs of both kinds.
  var mixedLines: Set<Int> = []

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      var i = 0
      var place = Place()
      var lastGenuine = -1
      var openEnd: Int?
      while true {
        i = Self.skipASCII(text, from: i)
        guard i < text.count else { break }
        var cursor = Cursor(text: text, at: i)
        guard cursor.passRun() else {
          genuineRuns += 1
          lastGenuine = i
          if let end = openEnd {
            if !text[end..<i].contains(0x0A) { mixedLines.insert(place.line) }
            openEnd = nil
          }
          i = cursor.at
          continue
        }
        place.advance(to: i, in: text)
        if lastGenuine >= place.lineStart { mixedLines.insert(place.line) }
        store(text, from: i, to: cursor.at, line: place.line)
        openEnd = cursor.at
        i = cursor.at
      }
    }
  }

  /// The line reached, counted only as far as there are candidates.
  private struct Place {
    var line = 0
    var lineStart = 0
    private var counted = 0

    mutating func advance(to end: Int, in text: UnsafeBufferPointer<UInt8>) {
      while counted < end {
        if text[counted] == 0x0A {
          line += 1
          lineStart = counted + 1
        }
        counted += 1
      }
    }
  }

  private mutating func store(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, line: Int) {
    let first = pieces.count
    var cursor = Cursor(text: text, at: start)
    while cursor.at < end {
      let at = cursor.at
      let scalar = cursor.next()
      pieces.append(DamagePiece(scalar: scalar, start: at, end: cursor.at, layers: 0, codec: .windows1252))
    }
    runs.append(
      DamageRun(
        pieces: first..<pieces.count, before: start > 0 ? UInt32(text[start - 1]) : 0,
        after: end < text.count ? UInt32(text[end]) : 0, line: line))
  }

  /// Finds the next byte from 80 upwards, eight bytes at a step.
  private static func skipASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var i = start
    while i + 8 <= raw.count {
      let tops = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
      guard tops == 0 else { return i + tops.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < raw.count, raw[i] < 0x80 { i += 1 }
    return i
  }
}

extension DamageScan {
  /// A place in a text in UTF-8.
  private struct Cursor {
    let text: UnsafeBufferPointer<UInt8>
    var at: Int

    /// Reads a scalar; a byte that is not UTF-8 reads as U+FFFD.
    mutating func next() -> UInt32 {
      let lead = text[at]
      at += 1
      guard lead >= 0xC2 else { return lead < 0x80 ? UInt32(lead) : 0xFFFD }
      let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
      guard at + more <= text.count else { return 0xFFFD }
      var scalar = UInt32(lead) & (0x3F >> UInt32(more))
      for _ in 0..<more {
        scalar = scalar << 6 | UInt32(text[at] & 0x3F)
        at += 1
      }
      return scalar
    }

    /// Passes over a run and tells whether an encoding may explain a part of it.
    mutating func passRun() -> Bool {
      var isCandidate = false
      var windows: UInt8 = 0
      var mac: UInt8 = 0
      var turkish = false
      while at < text.count {
        if text[at] < 0x80 {
          guard text[at] == 0x20, isHalfCharacter(lead: windows, at: at) else { break }
          at += 1
          isCandidate = true
          windows = 0xA0
          mac = 0
          continue
        }
        let scalar = next()
        let nextWindows = CodecTables.shared.windows1252(scalar)
        let nextMac = CodecTables.shared.macRoman(scalar)
        let isLost = scalar == 0xFFFD
        if nextWindows & 0xC0 == 0x80 || isLost, windows >= 0xC2 || turkish { isCandidate = true }
        if nextMac & 0xC0 == 0x80, mac >= 0xC2 { isCandidate = true }
        turkish = scalar >= 0x11E && scalar <= 0x15F && ByteCodec.windows1254.byte(of: scalar) >= 0xC2
        windows = nextWindows
        mac = nextMac
      }
      return isCandidate
    }

    /// Tells whether a space may be the last byte of a character, A0, that something turned into a plain space.
    ///
    /// `Ã ` is à, `Â ` a no-break space, `Ð ` Р; of three bytes, `âš ` is ⚠ and `â €` holds one in the middle.
    private func isHalfCharacter(lead: UInt8, at space: Int) -> Bool {
      switch lead {
      case 0xC2, 0xC3, 0xD0: return true
      case 0xE1...0xE3:
        return space + 1 < text.count && text[space + 1] >= 0x80
      case 0x80...0xBF:
        // The scalar two before must be â: C3 A2, then this one's bytes.
        var i = space - 1
        while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
        return i >= 2 && text[i - 1] == 0xA2 && text[i - 2] == 0xC3
      default: return false
      }
    }
  }
}
