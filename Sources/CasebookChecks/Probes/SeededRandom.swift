/// Random numbers that are the same on every run and every machine: SplitMix64 (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, OOPSLA 2014).
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// - Parameter stream: streams of one seed are independent of one another.
  public init(seed: UInt64, stream: String = "") {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed ^ hash
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in 0..<1, from the upper 53 bits.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in a range, each as likely as any other.
  public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
  }

  /// Times of events that come independently of one another, in no order: `clock.each(at: random.times(100, within: 10))`.
  public mutating func times(_ count: Int, within seconds: Double) -> [Duration] {
    (0..<max(count, 0)).map { _ in .nanoseconds(Int64(uniform(0...max(seconds, 0)) * 1e9)) }
  }

  /// True with a probability.
  public mutating func chance(_ probability: Double) -> Bool { fraction() < probability }
}
