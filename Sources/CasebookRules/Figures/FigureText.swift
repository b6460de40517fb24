import CasebookModel

/// Numbers in messages, without a formatter of another library.
enum FigureText {
  /// A number with so many decimals: 1.6667, 1 → `1.7`; `nil` where it is too large to be told digit by digit.
  static func number(_ value: Double, decimals: Int) -> String? {
    guard value.isFinite, value >= 0, value < 1e12, decimals >= 0, decimals <= 6 else { return nil }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((value * scale).rounded())
    let whole = units / Int(scale)
    guard decimals > 0 else { return String(whole) }
    let rest = String(units % Int(scale))
    return "\(whole)." + String(repeating: "0", count: decimals - rest.utf8.count) + rest
  }

  /// An amount in the unit of a figure, with its decimals and one more where they would show nothing: 28 333 B/s as
  /// `~1.7MB/minute` is written → `1.7MB/minute`.
  static func amount(_ si: Double, like quantity: Quantity, moreDecimals: Int = 0) -> String? {
    guard quantity.value != 0, quantity.si != 0 else { return nil }
    let value = si / (quantity.si / quantity.value)
    // `5k requests` says nothing about the multiplier once it is computed.
    let written = quantity.raw.utf8.contains(0x20) ? " " : ""
    guard let number = number(value, decimals: quantity.decimals + moreDecimals) else { return nil }
    return number + written + quantity.unit + (quantity.per.map { "/\($0)" } ?? "")
  }
}
