/// Counts the edits between two words; a swap of neighbours is one (Damerau 1964, optimal string alignment).
package enum EditDistance {
  /// Distance in bytes, case folded for ASCII; `nil` above `limit`, so that long words cost little.
  ///
  /// `memry` and `memory` → 1; `teh` and `the` → 1.
  package static func between(_ a: String, _ b: String, limit: Int) -> Int? {
    // Most words differ in length alone; then nothing is copied.
    guard abs(a.utf8.count - b.utf8.count) <= limit || max(a.utf8.count, b.utf8.count) > 256 else { return nil }
    let first = folded(a)
    let second = folded(b)
    guard abs(first.count - second.count) <= limit, limit >= 0 else { return nil }
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in 1...first.count {
      row[0] = i
      var best = i
      for j in 1...second.count {
        let cost = first[i - 1] == second[j - 1] ? 0 : 1
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          value = min(value, beforeLast[j - 2] + 1)
        }
        row[j] = value
        best = min(best, value)
      }
      if best > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.prefix(256).map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }
}
