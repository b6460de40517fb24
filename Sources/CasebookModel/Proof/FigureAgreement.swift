import CasebookSource

/// Whether a measured figure and the one of the case's text say the same.
package enum FigureAgreement: String, Hashable, Sendable { case agrees, differs }

extension EvidenceRecord.Metric {
  /// What comes of comparing it with the figure of the text that it stands beside; `nil` where there is none, or the two
  /// are of different kinds: `493 writes` beside `5%`.
  ///
  /// ```
  /// 351.1 ms beside 350 ms → agrees: zeros at the end need not count beside a measurement
  /// 351 values beside 350  → differs: beside a count they do
  /// 2032.8 ms beside 2 s   → agrees
  /// 351.1 ms beside 50 ms  → differs
  /// at most 4,000 beside 883 → agrees
  /// 4 orders beside `lost changes: 4` → agrees: words that are no unit are not compared
  /// ```
  package var agreement: FigureAgreement? {
    guard let documentValue else { return nil }
    let written = WrittenFigure.behindLabel(documentValue)
    guard let said = WrittenFigure(written) else { return nil }
    let quantity = WrittenFigure.quantity(written)
    let isCounted = said.unit == unit || quantity == nil || quantity?.dimension == .count
    let measured: Double
    if let value {
      measured = value
    } else if let bound {
      guard isCounted else { return nil }
      return bound.admits(said.number) ? .agrees : .differs
    } else {
      return nil
    }
    if isCounted {
      return abs(said.number - measured) <= said.tolerance(beside: measured) * (1 + 1e-9) ? .agrees : .differs
    }
    guard let found = WrittenFigure.quantity("\(measured) \(unit)"), let text = quantity,
      found.dimension == text.dimension
    else { return nil }
    let tolerance = said.number == 0 ? 0 : said.tolerance(beside: measured) * abs(text.si / said.number)
    return abs(found.si - text.si) <= tolerance * (1 + 1e-9) ? .agrees : .differs
  }
}

extension EvidenceRecord.Bound {
  /// Whether a figure lies on the right side.
  fileprivate func admits(_ figure: Double) -> Bool {
    switch op {
    case "<": figure < value
    case "<=": figure <= value
    case ">": figure > value
    default: figure >= value
    }
  }
}

/// A figure of a text: `1,000 entries` → 1000, `entries`.
private struct WrittenFigure {
  var number = 0.0
  var unit: String
  /// Size of the last digit that is written, and of the last that is no zero at the end of a whole number.
  private var fine: Double
  private var coarse: Double
  private let isApproximate: Bool

  init?(_ text: String) {
    var step = 1.0
    var hasDigit = false
    var isFraction = false
    var zeros = 0
    var end = text.utf8.startIndex
    isApproximate = text.utf8.first == UInt8(ascii: "~")
    for index in text.utf8.indices.drop(while: { text.utf8[$0] == UInt8(ascii: "~") || text.utf8[$0] == 0x20 }) {
      let byte = text.utf8[index]
      if byte >= 0x30, byte <= 0x39, number < 1e15 {
        hasDigit = true
        number = number * 10 + Double(byte - 0x30)
        if isFraction { step /= 10 } else { zeros = byte == 0x30 ? zeros + 1 : 0 }
      } else if hasDigit, byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if !hasDigit || byte != UInt8(ascii: ",") {
        break
      }
      end = text.utf8.index(after: index)
    }
    guard hasDigit else { return nil }
    unit = String(text[end...].drop { $0 == " " })
    number *= step
    fine = step
    if !isFraction, number != 0 { for _ in 0..<zeros { step *= 10 } }
    coarse = step
  }

  /// Half of the last digit that counts beside a figure.
  func tolerance(beside measured: Double) -> Double {
    let digit = measured == measured.rounded() ? fine : coarse
    return max(digit / 2, isApproximate ? number / 10 : 0)
  }

  /// `lost changes: 4` → `4`, `after: P50=21 ms` → `21 ms`
  static func behindLabel(_ text: String) -> String {
    let last = text.utf8.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
    return last.map { String(text[text.utf8.index(after: $0)...].drop { $0 == " " }) } ?? text
  }

  static func quantity(_ text: String) -> Quantity? {
    let source = RepairedText(SourceFile(path: "", text: text))
    return Quantity.all(in: source, 0..<source.bytes.count).first?.quantity
  }
}
