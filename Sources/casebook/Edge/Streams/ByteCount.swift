/// Sizes for people: `2 GiB`, `1.5 MiB`.
enum ByteCount {
  static func text(_ count: Int) -> String {
    var value = Double(count)
    for unit in ["bytes", "KiB", "MiB", "GiB"] {
      if value < 1024 || unit == "GiB" {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) \(unit)" : "\(tenths) \(unit)"
      }
      value /= 1024
    }
    return "\(count) bytes"
  }
}
