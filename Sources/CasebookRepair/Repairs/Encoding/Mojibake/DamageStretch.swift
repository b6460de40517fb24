import CasebookSource

/// Neighbouring pieces of a run that were decoded: what one edit replaces, and by what.
struct DamageStretch: Sendable {
  /// Bytes of the text.
  var range: Range<Int>
  /// What they are.
  var scalars: [UInt32] = []
  /// The encoding of the outermost wrong reading, and how many there were.
  var codec: ByteCodec
  var layers: UInt8 = 0
  /// 0-based.
  var line: Int
  /// It stands in a text about encodings.
  var isAside: Bool

  /// Another picture that a single scalar could be.
  var alternative: UInt32?

  /// A character is lost for good, or guessed.
  var isGuess: Bool { scalars.contains(0xFFFD) || alternative != nil }

  var string: String {
    var result = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { result.append(scalar) } }
    return String(result)
  }

  /// UTF-8 to put in its place; a byte order mark of the file means nothing once the file is read.
  var replacement: [UInt8] { scalars == [0xFEFF] && range.lowerBound == 0 ? [] : Array(string.utf8) }

  private mutating func add(_ piece: DamagePiece) {
    range = range.lowerBound..<piece.end
    scalars.append(piece.scalar)
    layers = max(layers, piece.layers)
    alternative = alternative ?? piece.alternative
  }

  /// The decoded stretches of all runs, in order.
  static func all(of decoder: DamageDecoder) -> [DamageStretch] {
    var result: [DamageStretch] = []
    for (index, run) in decoder.runs.enumerated() {
      var isOpen = false
      for piece in decoder.pieces[run.pieces] {
        guard piece.layers > 0 else {
          isOpen = false
          continue
        }
        if !isOpen {
          result.append(
            DamageStretch(
              range: piece.start..<piece.end, codec: piece.codec, line: run.line, isAside: decoder.setAside[index]))
        }
        isOpen = true
        result[result.count - 1].add(piece)
      }
    }
    // A control character is half of a further layer that is not there.
    return result.filter { stretch in !stretch.scalars.contains { $0 < 0xA0 } }
  }
}
