/// One axis of a plot: values to places, and where its ticks are.
struct PlotScale {
  private(set) var low: Double
  private(set) var high: Double
  let isLogarithmic: Bool
  private let start: Double
  private let end: Double
  private(set) var ticks: [Double] = []

  /// Takes the values that must fit, and the places of the axis' ends; a linear axis begins at 0 unless values lie below.
  init(_ values: [Double], from start: Double, to end: Double, isLogarithmic: Bool = false) {
    self.start = start
    self.end = end
    let finite = values.filter(\.isFinite)
    let positive = finite.filter { $0 > 0 }
    self.isLogarithmic = isLogarithmic && !positive.isEmpty
    if self.isLogarithmic {
      low = 1
      high = 1
      let (least, most) = (positive.min() ?? 1, positive.max() ?? 1)
      // Powers of ten round the values.
      while low > least, low > 1e-12 { low /= 10 }
      while low * 10 <= least, low < 1e15 { low *= 10 }
      high = low * 10
      while high < most, high < 1e18 { high *= 10 }
      var tick = low
      while tick <= high * 1.001 {
        ticks.append(tick)
        tick *= 10
      }
      // More than seven powers need not all be written.
      let step = (ticks.count + 6) / 7
      if step > 1 { ticks = ticks.enumerated().filter { $0.offset % step == 0 }.map(\.element) }
    } else {
      low = min(0, finite.min() ?? 0)
      high = max(finite.max() ?? 1, low + 1e-9)
      let step = Self.step(high - low)
      low = (low / step).rounded(.down) * step
      high = (high / step).rounded(.up) * step
      let count = min(Int(((high - low) / step).rounded()), 12)
      ticks = (0...max(count, 1)).map { low + Double($0) * step }
    }
  }

  /// Where a value lies; what a logarithm has no place for lies at the beginning.
  func place(_ value: Double) -> Double {
    let share: Double
    if isLogarithmic {
      share = value > 0 ? Self.log(value / low) / Self.log(high / low) : 0
    } else {
      share = (value - low) / (high - low)
    }
    return start + (end - start) * min(max(share, 0), 1)
  }

  /// 1, 2 or 5 times a power of ten, so that about five of them fill a span.
  private static func step(_ span: Double) -> Double {
    guard span.isFinite, span > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= span / 5, power < 1e300 { power *= 10 }
    while power > span / 5, power > 1e-300 { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= span / 5 { return power * factor }
    return power * 10
  }

  /// Natural logarithm, by halving and a series: no library of ours has one.
  static func log(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let mantissa = value.significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for power in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(power)
      term *= square
    }
    return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
  }
}
