/// Counts the cells that text takes in a terminal: wide letters and emoji two, combining marks none.
///
/// `"añ"` → 2, `"日本"` → 4, `"👩‍💻"` → 2: a joined emoji is one picture. Scalars are fed one by one, so that no cluster of marks,
/// however long, is ever gathered.
package struct DisplayWidth {
  private var previous: Unicode.Scalar?
  private var previousWidth = 0
  private var hasOpenFlag = false

  package init() {}

  /// Cells of a whole text; control characters count none, they are to be made visible first.
  package static func cells(_ text: some Sequence<Unicode.Scalar>) -> Int {
    var counter = DisplayWidth()
    return text.reduce(0) { $0 + counter.add($1) }
  }

  /// Cells of a text.
  package static func cells(_ text: String) -> Int { cells(text.unicodeScalars) }

  /// Takes the next scalar and gives the cells that it adds.
  package mutating func add(_ scalar: Unicode.Scalar) -> Int {
    let width = widthAdded(by: scalar)
    hasOpenFlag = Self.isRegionalIndicator(scalar) && !hasOpenFlag
    if width > 0 || scalar.value == 0x200D { previous = scalar }
    if width > 0 { previousWidth = width }
    return width
  }

  private func widthAdded(by scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
    if let previous {
      // The second half of a joined emoji, and a skin tone, are drawn into the first.
      if previous.value == 0x200D, scalar.properties.isEmoji { return 0 }
      if (0x1F3FB...0x1F3FF).contains(value), previous.properties.isEmojiModifierBase { return 0 }
      if value == 0xFE0F { return previousWidth == 1 && previous.properties.isEmoji && previous.value > 0x39 ? 1 : 0 }
    }
    if Self.isRegionalIndicator(scalar) { return hasOpenFlag ? 0 : 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator, .paragraphSeparator: return 0
    default: break  // of Unicode's thirty categories these are the ones without a cell
    }
    return Self.isWide(scalar) ? 2 : 1
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x1100 else { return false }
    if scalar.properties.isEmojiPresentation { return true }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// East Asian Wide and Fullwidth (Unicode 16, EastAsianWidth.txt), emoji apart.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x2FF0...0x303E,
    0x3041...0x3096, 0x3099...0x30FF, 0x3105...0x312F, 0x3131...0x318E, 0x3190...0x31E5, 0x31EF...0x321E,
    0x3220...0x3247, 0x3250...0xA48C, 0xA490...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE52, 0xFE54...0xFE66, 0xFE68...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x16FE4, 0x16FF0...0x16FF1, 0x17000...0x187F7, 0x18800...0x18CD5, 0x18CFF...0x18D08,
    0x1AFF0...0x1AFFE, 0x1B000...0x1B122, 0x1B132...0x1B132, 0x1B150...0x1B152, 0x1B155...0x1B155,
    0x1B164...0x1B167, 0x1B170...0x1B2FB, 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F200...0x1F202,
    0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265, 0x20000...0x2FFFD,
    0x30000...0x3FFFD,
  ]
}
