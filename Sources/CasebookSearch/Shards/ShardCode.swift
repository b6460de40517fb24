/// The numbers by which lists of documents are written as bits; the browser's half computes the same.
enum ShardCode {
  /// Shorter lists have the usual order of classes.
  static let orderedFrom = 4

  /// Bits of a gap that stand as they are: about `log2(0.69 · documents / count)`, which is best for chance gaps.
  static func gapShift(_ count: Int, documents: Int) -> Int {
    var shift = 0
    while shift < 30, max(count, 1) << (shift + 1) * 100 <= documents * 69 { shift += 1 }
    return shift
  }

  /// Which classes are the likeliest, first to last; a list names its order.
  static let orders: [[Int]] = [first(1, 2, 3), first(1, 0, 2), first(0, 1, 2), first(2, 1, 3)]

  /// Place of each class in each order.
  static let ranks: [[Int]] = orders.map { order in (0..<16).map { order.firstIndex(of: $0) ?? 0 } }

  private static func first(_ classes: Int...) -> [Int] {
    classes + (0..<Frequencies.classes).filter { !classes.contains($0) }
  }

  /// The order in which a list takes the fewest bits; of equal ones the first.
  static func order(of postings: [UInt32]) -> Int {
    guard postings.count >= orderedFrom else { return 0 }
    var counts = [Int](repeating: 0, count: Frequencies.classes)
    for posting in postings { counts[Int(posting & 15)] += 1 }
    let costs = ranks.map { ranks in zip(ranks, counts).reduce(0) { $0 + $1.0 * $1.1 } }
    return costs.indices.min { costs[$0] < costs[$1] } ?? 0
  }
}
