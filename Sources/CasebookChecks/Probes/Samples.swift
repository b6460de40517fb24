/// Measured values, and the percentiles that people quote of them.
public struct Samples: Sendable {
  private var values: [Double] = []
  private var isSorted = true

  /// No values yet.
  public init() {}

  /// How many values there are.
  public var count: Int { values.count }

  /// Takes one value more.
  public mutating func add(_ value: Double) {
    values.append(value)
    isSorted = false
  }

  /// The smallest value that at least a share of all values do not exceed (nearest rank): 50 gives the median.
  ///
  /// - Returns: 0 where there are no values.
  public mutating func percentile(_ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    sort()
    let rank = (share / 100 * Double(values.count)).rounded(.up)
    return values[min(max(Int(rank) - 1, 0), values.count - 1)]
  }

  /// Points of the cumulative distribution, at most `limit`: value, share of values up to it in per cent.
  public mutating func distribution(limit: Int = 100) -> [(value: Double, percent: Double)] {
    sort()
    let steps = min(limit, values.count)
    guard steps > 0 else { return [] }
    return (1...steps).map { step in
      let index = step * values.count / steps - 1
      return (values[index], Double(index + 1) * 100 / Double(values.count))
    }
  }

  private mutating func sort() {
    guard !isSorted else { return }
    values.sort()
    isSorted = true
  }
}
