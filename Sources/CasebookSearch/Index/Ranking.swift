/// The numbers of the scorer, all integers, so that every platform gives the same scores.
///
/// BM25 over weighted frequencies (Robertson and Zaragoza 2009, simple BM25F) with Lucene's idf, and ordered pairs of
/// neighbours as terms of their own. A document's length enters as one of 256 classes, the idf in 256ths of a bit.
enum Ranking {
  /// k1 and b in thousandths.
  static let k1 = 1_700
  static let b = 750
  /// The impact of a term that is met without end.
  static let impactScale = 4_095
  /// What a pair of neighbours counts against a word, in 256ths: two ninths.
  static let pairWeight = 56
  static let lengthClasses = 256

  /// Class of a length: exact below 16, then sixteen steps an octave (eight cost 0.004 nDCG@10 on CISI).
  static func lengthClass(_ length: Int) -> UInt8 {
    guard length >= 16 else { return UInt8(clamping: length) }
    let capped = min(length, 1 << 19 - 1)
    let exponent = Int.bitWidth - 1 - capped.leadingZeroBitCount
    return UInt8(clamping: min((exponent - 3) * 16 + (capped >> (exponent - 4)) & 15, lengthClasses - 1))
  }

  /// The length in the middle of a class.
  static func length(ofClass index: Int) -> Int {
    guard index >= 16 else { return index }
    let shift = index / 16 - 1
    return (16 + index % 16) << shift + (1 << shift) / 2
  }

  /// `log2((2n + 2) / (2df + 1))` in 256ths, at least one.
  static func idf(documents: Int, frequency: Int) -> Int {
    max(log2(2 * documents + 2) - log2(2 * frequency + 1), 1)
  }

  /// Logarithm to base two of a positive integer, in 256ths, by squaring a 16-bit mantissa; 0 for anything else.
  static func log2(_ value: Int) -> Int {
    guard value > 0 else { return 0 }
    let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
    var mantissa = exponent >= 15 ? value >> (exponent - 15) : value << (15 - exponent)
    var fraction = 0
    for _ in 0..<8 {
      mantissa = (mantissa * mantissa) >> 15
      fraction <<= 1
      if mantissa >= 1 << 16 {
        mantissa >>= 1
        fraction |= 1
      }
    }
    return exponent << 8 | fraction
  }

  /// Impacts by class of frequency (16 rows) and of length: `scale · tf / (tf + k1 · (1 − b + b · length / average))`.
  static func impacts(documents: Int, totalLength: Int, hasLengths: Bool = true) -> [UInt16] {
    var table = [UInt16](repeating: 0, count: Frequencies.classes * lengthClasses)
    for index in 0..<lengthClasses {
      let share = length(ofClass: index) * max(documents, 1) * 1_000 / max(totalLength, 1)
      // Frequencies are in halves, so the norm is doubled.
      let b = hasLengths ? b : 0
      let norm = 2 * k1 * (1_000 * (1_000 - b) + b * share) / 1_000_000
      for (row, frequency) in Frequencies.representatives.enumerated() {
        let impact = impactScale * 1_000 * frequency / (1_000 * frequency + norm)
        table[row * lengthClasses + index] = UInt16(clamping: impact)
      }
    }
    return table
  }
}
