/// What stands before a figure: a comparator, the label of its metric, an arrow from another figure.
extension QuantityScanner {
  private func byte(_ index: Int) -> UInt8 { index >= range.lowerBound && index < range.upperBound ? text[index] : 0 }

  /// `~`, `≈`, `<`, `>`, `<=`, `>=`, `≤`, `≥` before a number, a blank between allowed; an arrow is none.
  func comparator(before start: Int) -> (comparator: QuantityComparator, start: Int)? {
    var end = start
    if byte(end - 1) == 0x20 { end -= 1 }
    let last = byte(end - 1)
    let previous = byte(end - 2)
    switch last {
    case UInt8(ascii: "~"): return (.approx, end - 1)
    case UInt8(ascii: "<"): return (.lt, end - 1)
    case UInt8(ascii: ">"):
      guard previous != UInt8(ascii: "-"), previous != UInt8(ascii: "=") else { return nil }
      return (.gt, end - 1)
    case UInt8(ascii: "="):
      if previous == UInt8(ascii: "<") { return (.le, end - 2) }
      return previous == UInt8(ascii: ">") ? (.ge, end - 2) : nil
    case 0x88: return byte(end - 3) == 0xE2 && previous == 0x89 ? (.approx, end - 3) : nil
    case 0xA4: return byte(end - 3) == 0xE2 && previous == 0x89 ? (.le, end - 3) : nil
    case 0xA5: return byte(end - 3) == 0xE2 && previous == 0x89 ? (.ge, end - 3) : nil
    default: return nil
    }
  }

  /// Whether `→`, `->`, `=>` or `to` joins the last figure with the one that starts here.
  func hasArrow(before start: Int) -> Bool {
    let from = lastEnd
    guard from >= range.lowerBound, start - from >= 2, start - from <= 16 else { return false }
    let gap = TextSlice(bytes: text, range: from..<start).withoutMarkup()
    return gap.equals("\u{2192}") || gap.equals("->") || gap.equals("=>") || gap.equals("to")
  }

  /// The word before `:` or `=`, or a percentile a few words before: `P99: 93ms`, `P99 of 200ms`.
  func metric(before start: Int) -> Range<Int>? {
    var end = skipMarkup(before: start)
    let mark = byte(end - 1)
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") else { return percentile(before: end) }
    end = skipMarkup(before: end - 1)
    let word = word(before: end)
    guard !word.isEmpty, word.lowerBound >= lastEnd, byte(word.lowerBound).isASCIILetter, !isVersion(word) else {
      return nil
    }
    return word
  }

  private func skipMarkup(before start: Int) -> Int {
    var end = start
    while end > range.lowerBound, start - end < 16, byte(end - 1).isBlank || byte(end - 1).isMarkup { end -= 1 }
    return end
  }

  /// The word that ends here, at most 40 bytes: letters, digits, `_`, `.`, `-`.
  private func word(before end: Int) -> Range<Int> {
    var start = end
    while start > range.lowerBound, end - start < 40 {
      let byte = byte(start - 1)
      guard byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else { break }
      start -= 1
    }
    return start..<end
  }

  /// `v2.4.0` or `v3`.
  private func isVersion(_ word: Range<Int>) -> Bool {
    byte(word.lowerBound).lowered == UInt8(ascii: "v") && byte(word.lowerBound + 1).isASCIIDigit
  }

  /// A percentile before at most three words that lead from it to its value.
  private func percentile(before start: Int) -> Range<Int>? {
    var end = start
    for _ in 0..<4 {
      let word = word(before: end)
      guard !word.isEmpty, word.lowerBound >= lastEnd else { return nil }
      let slice = TextSlice(bytes: text, range: word)
      if slice.byte(0)?.lowered == UInt8(ascii: "p"), slice.byte(1)?.isASCIIDigit ?? false {
        return word.dropFirst().allSatisfy { text[$0].isASCIIDigit || text[$0] == UInt8(ascii: ".") } ? word : nil
      }
      guard Self.leading.contains(where: slice.equals) else { return nil }
      end = skipMarkup(before: word.lowerBound)
    }
    return nil
  }

  private static let leading: [StaticString] = [
    "of", "at", "is", "was", "from", "latency", "stable", "increased", "rose", "grew", "went", "dropped", "fell",
  ]
}
