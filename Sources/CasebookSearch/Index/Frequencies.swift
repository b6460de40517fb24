/// Weighted frequencies in sixteen classes, so that a frequency takes four bits: whole words exact up to ten,
/// then coarser.
enum Frequencies {
  static let classes = 16

  /// The frequency, in halves, that stands for each class.
  static let representatives: [Int] = [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 36, 48, 80]

  /// Class of each frequency up to 255: the nearest representative, of two equally near the lower.
  static let classOf: [UInt8] = (0..<256).map { frequency in
    var best = 0
    for (index, value) in representatives.enumerated()
    where abs(value - frequency) < abs(representatives[best] - frequency) {
      best = index
    }
    return UInt8(truncatingIfNeeded: best)
  }
}
