/// Kinds of byte that a text holds, so that a repair that needs one is not run without it.
package struct TextTraits: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A byte from 80 upwards.
  package static let nonASCII = TextTraits(rawValue: 1)
  /// A carriage return.
  package static let carriageReturn = TextTraits(rawValue: 2)
  /// A NUL byte.
  package static let null = TextTraits(rawValue: 4)
  /// Every text has it.
  package static let any = TextTraits(rawValue: 0x80)
}

extension TextTraits {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Surveys a text in one pass, eight bytes at a step.
  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { text in
      var nonASCII: UInt64 = 0
      var carriageReturn: UInt64 = 0
      var null: UInt64 = 0
      var i = 0
      while i + 8 <= text.count {
        let word = text.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let returns = word ^ (Self.ones &* 0x0D)
        nonASCII |= word
        carriageReturn |= (returns &- Self.ones) & ~returns
        null |= (word &- Self.ones) & ~word
        i += 8
      }
      var traits = TextTraits.any
      if nonASCII & Self.tops != 0 { traits.insert(.nonASCII) }
      if carriageReturn & Self.tops != 0 { traits.insert(.carriageReturn) }
      if null & Self.tops != 0 { traits.insert(.null) }
      while i < text.count {
        if text[i] >= 0x80 { traits.insert(.nonASCII) }
        if text[i] == 0x0D { traits.insert(.carriageReturn) }
        if text[i] == 0 { traits.insert(.null) }
        i += 1
      }
      return traits
    }
  }
}
