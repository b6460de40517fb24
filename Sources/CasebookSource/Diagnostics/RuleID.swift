/// The permanent number of a rule: `CB001`. Never reused.
package struct RuleID: Hashable, Sendable, Comparable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  /// Reads `CB001` or `cb001`; `nil` for anything else.
  package init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[0] | 0x20 == UInt8(ascii: "c"), bytes[1] | 0x20 == UInt8(ascii: "b") else {
      return nil
    }
    var number = 0
    for byte in bytes[2...] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self.number = number
  }

  package static func < (a: RuleID, b: RuleID) -> Bool { a.number < b.number }
}

extension RuleID: CustomStringConvertible {
  package var description: String {
    let digits = String(number)
    return "CB" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}
