/// Whether two figures say the same: in other units, rounded, or counted in 1024s.
extension Quantity {
  /// Size of the last written digit in s, B, 1 and so on: `~1.7MB/minute` → 1 666.7 B/s; 0 where it can't be told.
  package var lastDigit: Double {
    guard value != 0, value.isFinite, let written = written, written.number != 0 else { return 0 }
    return abs(si / written.number) * written.step
  }

  /// Half the last written digit; of a figure with `~`, a tenth of it at least.
  package var tolerance: Double {
    let half = lastDigit / 2
    return comparator == .approx ? max(half, abs(si) / 10) : half
  }

  /// Decimals as written: 1 in `1.7MB`.
  package var decimals: Int { written?.decimals ?? 0 }

  /// The upper bound in s, B, 1 and so on; the value itself where it is no range.
  package var upperSI: Double {
    guard let upper, value != 0 else { return si }
    return si * (upper / value)
  }

  /// Whether it is one figure, no bound and no range.
  package var isPoint: Bool { upper == nil && (comparator == nil || comparator == .approx) }

  /// Whether two figures differ by at most half the last written digit of the coarser, MB read as MiB if need be.
  ///
  /// 100MB/hour agrees with ~1.7MB/minute, 2s with 2000ms, 1GB with 1024MB.
  package func agrees(with other: Quantity) -> Bool {
    guard dimension == other.dimension else { return false }
    let slack = max(tolerance, other.tolerance)
    if gap(to: other) <= slack * (1 + 1e-9) { return true }
    guard isAmbiguous, other.isAmbiguous else { return false }
    let (mine, others) = (binaryFactor, other.binaryFactor)
    let widened = max(tolerance * mine, other.tolerance * others)
    return gap(to: other, mine, others) <= widened * (1 + 1e-9)
  }

  /// How many times larger the figure is where its unit counts in 1024s: 1.048576 for MB.
  package var binaryFactor: Double {
    guard isAmbiguous else { return 1 }
    switch unit.utf8.first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "k"): return 1.024
    case UInt8(ascii: "m"): return 1.048576
    case UInt8(ascii: "g"): return 1.073741824
    case UInt8(ascii: "t"): return 1.099511627776
    default: return 1
    }
  }

  /// Distance between two figures, each times a factor; 0 where their ranges overlap.
  private func gap(to other: Quantity, _ mine: Double = 1, _ others: Double = 1) -> Double {
    let below = max(si * mine, other.si * others)
    let above = min(max(si, upperSI) * mine, max(other.si, other.upperSI) * others)
    return max(0, below - above)
  }

  /// The number as it is written, before its multiplier, and the size of its last digit: `1.7MB` → 1.7, 0.1, 1.
  private var written: (number: Double, step: Double, decimals: Int)? {
    var number = 0.0
    var step = 1.0
    var decimals = 0
    var hasDigit = false
    var isFraction = false
    for byte in raw.utf8 {
      if byte.isASCIIDigit {
        hasDigit = true
        number = number * 10 + Double(byte - 0x30)
        if isFraction {
          step /= 10
          decimals += 1
        }
      } else if hasDigit, byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if hasDigit, byte != UInt8(ascii: ",") {
        break
      }
    }
    return hasDigit ? (number * step, step, decimals) : nil
  }
}
