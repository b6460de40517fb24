package import CasebookSource

/// Finds figures in the bytes of a text, in one pass and without looking twice at any stretch.
///
/// ```
/// quantity = [~ ≈ < > <= >=] number ["-" number] [" "] unit ["/" unit]
/// number   = digits {"," 3 digits} ["." digits] ["k" | "M" | "G", not before B]
/// change   = [label (":" | "=")] quantity (→ | -> | => | "to") quantity
/// ```
/// Markup is looked through: `**5%** of`, `` `P99`: 93ms ``. Versions (`v2.4.0`), dates, lines (`cache.py:45`) and names
/// (`x86_64`) are no figures.
struct QuantityScanner {
  /// A figure found: ranges into the text.
  struct Figure {
    var range: Range<Int>
    var value: Double
    var upper: Double?
    var unit: Range<Int>
    var per: Range<Int>?
    var dimension: QuantityDimension
    var si: Double
    var isAmbiguous: Bool
    var comparator: QuantityComparator?
    var metric: Range<Int>?
    /// Whether an arrow or `to` leads here from the figure before.
    var isAfter: Bool
  }

  let text: TextBytes
  let range: Range<Int>
  private var cursor: Int
  /// Where the last figure ended; -1 before the first.
  private(set) var lastEnd: Int

  init(text: TextBytes, range: Range<Int>) {
    self.text = text
    self.range = range.clamped(to: 0..<text.count)
    cursor = self.range.lowerBound
    lastEnd = -1
  }

  /// The next figure, or `nil` at the end.
  mutating func next() -> Figure? {
    let end = range.upperBound
    while cursor < end {
      cursor = text.firstDigit(in: cursor..<end) ?? end
      guard cursor < end else { return nil }
      if let figure = figure() {
        cursor = figure.range.upperBound
        lastEnd = cursor
        return figure
      }
    }
    return nil
  }

  private func byte(_ index: Int) -> UInt8 { index >= range.lowerBound && index < range.upperBound ? text[index] : 0 }

  /// Reads a figure whose number begins at the cursor; moves the cursor behind the number in any case.
  private mutating func figure() -> Figure? {
    let start = cursor
    guard !belongsToWord(start) else {
      while cursor < range.upperBound, byte(cursor).isWordByte || byte(cursor) == UInt8(ascii: ".") { cursor += 1 }
      return nil
    }
    guard let number = number() else { return nil }
    var upper: Double?
    var lower = number.value
    if let dash = dash(at: cursor), byte(cursor + dash).isASCIIDigit {
      cursor += dash
      guard let second = self.number() else { return nil }
      if byte(cursor) == UInt8(ascii: "-") && byte(cursor + 1).isASCIIDigit { return nil }
      upper = second.value
      if number.multiplier == 1, second.multiplier != 1 { lower *= second.multiplier }
    }
    let digits = start..<cursor
    guard let unit = unit(), !isPlural(digits, unit.range) else { return nil }
    let per = per(unit.unit)
    guard let dimension = unit.unit.dimension(per: per?.unit) else { return nil }
    let si = unit.unit.si(lower, per: per?.unit)
    guard lower.isFinite, si.isFinite, upper?.isFinite ?? true else { return nil }
    let comparator = comparator(before: start)
    let first = comparator?.start ?? start
    let metric = metric(before: first)
    return Figure(
      range: first..<cursor, value: lower, upper: upper, unit: unit.range, per: per?.range, dimension: dimension,
      si: si, isAmbiguous: unit.unit.isAmbiguous || per?.unit.isAmbiguous ?? false,
      comparator: comparator?.comparator, metric: metric, isAfter: hasArrow(before: metric?.lowerBound ?? first))
  }

  /// Whether a digit is part of a name, a path, a version or a time: `x86_64`, `cache.py:45`, `10:30`, `2024-01`.
  private func belongsToWord(_ start: Int) -> Bool {
    let before = byte(start - 1)
    if before == 0x20 { return false }
    switch before {
    // `%5B` in an address as well.
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "%"): return true
    case UInt8(ascii: "."), UInt8(ascii: "-"): return byte(start - 2).isWordByte
    case UInt8(ascii: ":"): return byte(start - 2).isASCIIDigit
    // Signs such as `→`, `≥` and `–` are no letters: U+2000 to U+2FFF, and below U+00C0.
    case 0x80...: return byte(start - 3) != 0xE2 && byte(start - 2) != 0xC2
    default: return before.isWordByte
    }
  }

  // MARK: Numbers

  /// `1,234.5k` → 1 234 500; `nil` for versions such as `2.4.0`, behind which the cursor then stands.
  private mutating func number() -> (value: Double, multiplier: Double)? {
    var value = 0.0
    var digits = 0
    while byte(cursor).isASCIIDigit {
      value = value * 10 + Double(byte(cursor) - 0x30)
      digits += 1
      cursor += 1
    }
    while digits <= 3, byte(cursor) == UInt8(ascii: ","), byte(cursor + 1).isASCIIDigit, byte(cursor + 2).isASCIIDigit,
      byte(cursor + 3).isASCIIDigit, !byte(cursor + 4).isASCIIDigit
    {
      for index in 1...3 { value = value * 10 + Double(byte(cursor + index) - 0x30) }
      cursor += 4
    }
    if byte(cursor) == UInt8(ascii: "."), byte(cursor + 1).isASCIIDigit {
      cursor += 1
      var scale = 1.0
      while byte(cursor).isASCIIDigit {
        value = value * 10 + Double(byte(cursor) - 0x30)
        scale *= 10
        cursor += 1
      }
      value /= scale
      if byte(cursor) == UInt8(ascii: "."), byte(cursor + 1).isASCIIDigit {
        while byte(cursor).isASCIIDigit || byte(cursor) == UInt8(ascii: ".") { cursor += 1 }
        return nil
      }
    }
    guard value.isFinite else { return nil }
    let multiplier = multiplier()
    return (value * multiplier, multiplier)
  }

  /// `k`, `M`, `G` behind a number, unless a unit begins there: `5k requests`, but `5MB` and `5min`.
  private mutating func multiplier() -> Double {
    let factor: Double
    switch byte(cursor) {
    case UInt8(ascii: "k"): factor = 1e3
    case UInt8(ascii: "M"): factor = 1e6
    case UInt8(ascii: "G"): factor = 1e9
    default: return 1
    }
    let letters = letters(at: cursor)
    if lookUp(letters) != nil { return 1 }
    let rest = letters.lowerBound + 1..<letters.upperBound
    guard rest.isEmpty || lookUp(rest) != nil else { return 1 }
    cursor += 1
    return factor
  }

  /// Length of a dash at an offset: `-` or `–`.
  private func dash(at index: Int) -> Int? {
    if byte(index) == UInt8(ascii: "-") { return 1 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x93 ? 3 : nil
  }

  // MARK: Units

  private func letters(at start: Int) -> Range<Int> {
    if byte(start) == UInt8(ascii: "%") { return start..<start + 1 }
    var end = start
    while end - start <= 8 {
      if byte(end).isASCIILetter {
        end += 1
      } else if byte(end) == 0xC2 && byte(end + 1) == 0xB5 || byte(end) == 0xCE && byte(end + 1) == 0xBC {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  private func lookUp(_ letters: Range<Int>) -> QuantityUnit? {
    guard !letters.isEmpty else { return nil }
    return QuantityUnit(TextSlice(bytes: text, range: letters))
  }

  private mutating func unit() -> (unit: QuantityUnit, range: Range<Int>)? {
    var start = cursor
    if byte(start) == 0x20 { start += 1 }
    let name = letters(at: start)
    guard let unit = lookUp(name), start == cursor || !unit.touchesNumber, isEnd(name) else { return nil }
    cursor = name.upperBound
    return (unit, name)
  }

  /// Whether a unit ends there: no letter, digit or `_` follows.
  private func isEnd(_ name: Range<Int>) -> Bool {
    byte(name.upperBound - 1) == UInt8(ascii: "%") || !byte(name.upperBound).isWordByte
  }

  /// `403s` and `503s` are answers of a server, `100s of` are hundreds: no seconds.
  private func isPlural(_ digits: Range<Int>, _ unit: Range<Int>) -> Bool {
    guard unit.lowerBound == digits.upperBound, unit.count == 1, byte(unit.lowerBound) == UInt8(ascii: "s") else {
      return false
    }
    let rest = TextSlice(bytes: text, range: unit.upperBound..<max(unit.upperBound, range.upperBound))
    if rest.matches(" of ") {
      return byte(digits.lowerBound) == UInt8(ascii: "1")
        && digits.dropFirst().allSatisfy { byte($0) == UInt8(ascii: "0") }
    }
    guard digits.count == 3 else { return false }
    let number = TextSlice(bytes: text, range: digits)
    return Self.answers.contains { number.matches($0) }
  }

  private static let answers: [StaticString] = ["401", "403", "404", "409", "429", "502", "503", "504"]

  /// `/hour` or ` per hour`.
  private mutating func per(_ unit: QuantityUnit) -> (unit: QuantityUnit, range: Range<Int>)? {
    var start = cursor
    if byte(start) == UInt8(ascii: "/") {
      start += 1
    } else if TextSlice(bytes: text, range: start..<max(start, range.upperBound)).matches(" per ") {
      start += 5
    } else {
      return nil
    }
    let name = letters(at: start)
    guard !name.isEmpty, isEnd(name),
      let other = QuantityUnit(per: TextSlice(bytes: text, range: name)), unit.dimension(per: other) != nil
    else { return nil }
    cursor = name.upperBound
    return (other, name)
  }
}

extension Quantity {
  init(_ figure: QuantityScanner.Figure, in text: TextBytes, at place: SourceRange) {
    self.init(
      raw: text.string(figure.range), value: figure.value, upper: figure.upper, unit: text.string(figure.unit),
      per: figure.per.map { text.string($0) }, dimension: figure.dimension, si: figure.si,
      comparator: figure.comparator, metric: figure.metric.map { Self.label(text, $0) },
      isAmbiguous: figure.isAmbiguous, at: place)
  }

  /// A label in small letters.
  private static func label(_ text: TextBytes, _ range: Range<Int>) -> String {
    String(decoding: range.map { text[$0].lowered }, as: UTF8.self)
  }
}

extension Quantity {
  /// Figures of a stretch of a text that the model reads none of, such as a comment in a block of code.
  package static func all(in source: RepairedText, _ range: Range<Int>) -> [(range: Range<Int>, quantity: Quantity)] {
    source.bytes.withUnsafeBufferPointer { bytes in
      let text = TextBytes(pointer: bytes)
      var scanner = QuantityScanner(text: text, range: range)
      var result: [(Range<Int>, Quantity)] = []
      while let figure = scanner.next() {
        result.append((figure.range, Quantity(figure, in: text, at: source.range(of: figure.range))))
      }
      return result
    }
  }
}
