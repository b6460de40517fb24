/// A unit of the grammar: what it measures, and its size as a quotient, so that `50ms` is exactly 0.05 s.
struct QuantityUnit {
  enum Base { case time, bytes, ratio, count, countPerTime, dimensionless }

  let base: Base
  let times: Double
  let over: Double
  /// Whether the unit must touch its number: `10x` is a factor, `10 x` is not.
  let touchesNumber: Bool
  /// KB, MB, GB, TB may stand for 1024s.
  let isAmbiguous: Bool

  private init(
    _ base: Base, _ times: Double = 1, over: Double = 1, touchesNumber: Bool = false, isAmbiguous: Bool = false
  ) {
    self.base = base
    self.times = times
    self.over = over
    self.touchesNumber = touchesNumber
    self.isAmbiguous = isAmbiguous
  }

  /// Reads the unit that a run of letters is, case being part of it: `ms`, not `MS`; `nil` for any other word.
  init?(_ letters: TextSlice) {
    guard letters.range.count <= 8, let found = Self.named(Self.key(letters)) else { return nil }
    self = found
  }

  /// What may stand behind the slash: a unit of time, or a thing counted.
  init?(per letters: TextSlice) {
    guard letters.range.count <= 8 else { return nil }
    let key = Self.key(letters)
    if let found = Self.named(key), found.base == .time || found.base == .count {
      self = found
    } else if Self.counted.contains(key) {
      self.init(.count)
    } else {
      return nil
    }
  }

  /// Up to eight bytes as one number, so that a `switch` compares them at once.
  private static func key(_ letters: TextSlice) -> UInt64 {
    letters.range.reduce(0) { $0 << 8 | UInt64(letters.bytes[$1]) }
  }

  private static func key(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  private static func named(_ key: UInt64) -> QuantityUnit? { table[key] }

  private static let table: [UInt64: QuantityUnit] = {
    var table: [UInt64: QuantityUnit] = [:]
    func add(_ names: [StaticString], _ unit: QuantityUnit) { for name in names { table[key(name)] = unit } }
    add(["%"], QuantityUnit(.ratio, over: 100))
    add(["x"], QuantityUnit(.dimensionless, touchesNumber: true))
    add(["B"], QuantityUnit(.bytes, touchesNumber: true))
    add(["byte", "bytes"], QuantityUnit(.bytes))
    add(["KB", "kB", "kb"], QuantityUnit(.bytes, 1e3, isAmbiguous: true))
    add(["MB", "mb"], QuantityUnit(.bytes, 1e6, isAmbiguous: true))
    add(["GB", "gb"], QuantityUnit(.bytes, 1e9, isAmbiguous: true))
    add(["TB", "tb"], QuantityUnit(.bytes, 1e12, isAmbiguous: true))
    add(["KiB"], QuantityUnit(.bytes, 1024))
    add(["MiB"], QuantityUnit(.bytes, 1_048_576))
    add(["GiB"], QuantityUnit(.bytes, 1_073_741_824))
    add(["TiB"], QuantityUnit(.bytes, 1_099_511_627_776))
    add(["ns"], QuantityUnit(.time, over: 1e9))
    add(["us", "\u{B5}s", "\u{3BC}s"], QuantityUnit(.time, over: 1e6))
    add(["ms"], QuantityUnit(.time, over: 1e3))
    add(["s", "sec", "secs", "second", "seconds"], QuantityUnit(.time))
    add(["min", "mins", "minute", "minutes"], QuantityUnit(.time, 60))
    add(["h", "hr", "hrs", "hour", "hours"], QuantityUnit(.time, 3600))
    add(["day", "days"], QuantityUnit(.time, 86_400))
    add(["object", "objects", "request", "requests", "req", "reqs", "row", "rows"], QuantityUnit(.count))
    add(["rps", "qps"], QuantityUnit(.countPerTime))
    return table
  }()

  private static let counted: Set<UInt64> = {
    let names: [StaticString] = [
      "op", "ops", "call", "query", "item", "event", "message", "user", "entry", "record", "job", "page", "file", "key",
    ]
    return Set(names.map { key($0) })
  }()
}

extension QuantityUnit {
  /// What a figure in this unit, by that one, measures; `nil` where the two make no quotient of the grammar.
  func dimension(per other: QuantityUnit?) -> QuantityDimension? {
    switch (base, other?.base) {
    case (.time, nil): .time
    case (.bytes, nil): .bytes
    case (.ratio, nil): .ratio
    case (.count, nil): .count
    case (.countPerTime, nil): .countPerTime
    case (.dimensionless, nil): .dimensionless
    case (.bytes, .time): .bytesPerTime
    case (.count, .time): .countPerTime
    case (.ratio, .time): .ratioPerTime
    case (.time, .count): .timePerCount
    case (.bytes, .count): .bytesPerCount
    case (.time, .time), (.count, .count): .dimensionless
    case (_, .some): nil
    }
  }

  /// A value in this unit, by that one, in s, B, 1 or their quotient.
  func si(_ value: Double, per other: QuantityUnit?) -> Double {
    let result = times == 1 ? value / over : value * times / over
    guard let other else { return result }
    return result * other.over / other.times
  }
}
