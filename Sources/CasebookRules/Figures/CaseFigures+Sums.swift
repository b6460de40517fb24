import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A total and the parts above it, or two sides of an equation.
extension CaseFigures {
  /// The lines above a figure labelled `Total`, one labelled figure each: what the total is the sum of.
  ///
  /// ```
  /// user.save(): 20ms (unchanged)
  /// send_welcome_email(): 150ms (slow!)
  /// Total: 350ms                           → 20ms, 150ms
  /// ```
  /// `nil` where a line is not understood, a statistic stands among them, or there are fewer than two.
  func parts(ofTotal index: Int, in bytes: [UInt8]) -> [Int]? {
    let total = figures[index]
    guard total.quantity.metric == "total" || total.quantity.metric == "sum", total.isMeasured, total.isPlainBefore,
      total.scope == .none, Self.isSummable(total.quantity.dimension), isAloneOnItsLine(index)
    else { return nil }
    var parts: [Int] = []
    var below = total.line
    var cursor = index - 1
    while cursor >= 0, figures[cursor].tree == total.tree, figures[cursor].place == total.place {
      let part = figures[cursor]
      guard let gap = Self.gap(bytes, part.line, below), gap != .otherLines else { break }
      // A blank line ends a group of parts, but may stand before its total.
      if gap == .blank, !parts.isEmpty { break }
      guard part.quantity.dimension == total.quantity.dimension, part.isMeasured, part.statistic == nil,
        part.scope == .none, part.quantity.metric != "total", part.changesTo == nil, part.comesFrom == nil,
        isAloneOnItsLine(cursor), Self.hasLabel(bytes, part)
      else { return nil }
      parts.append(cursor)
      below = part.line
      cursor -= 1
    }
    // A line directly above the first part that is neither blank, nor a heading, nor a rule may be a part without a figure.
    guard parts.count >= 2, Self.isTop(bytes, below) else { return nil }
    return parts.reversed()
  }

  private func isAloneOnItsLine(_ index: Int) -> Bool {
    let figure = figures[index]
    func shares(_ other: Int) -> Bool {
      figures.indices.contains(other) && figures[other].line == figure.line && figures[other].tree == figure.tree
        && figures[other].text == figure.text
    }
    return !shares(index - 1) && !shares(index + 1)
  }

  /// Figures that add up: levels and amounts, no rates and no factors.
  static func isSummable(_ dimension: QuantityDimension) -> Bool {
    switch dimension {
    case .time, .bytes, .ratio, .count: true
    case .bytesPerTime, .countPerTime, .ratioPerTime, .timePerCount, .bytesPerCount, .dimensionless: false
    }
  }

  /// The sum of some figures and by how much it may be off: half the last digit of each.
  func sum(_ indices: [Int]) -> (si: Double, slack: Double) {
    indices.reduce((0, 0)) { ($0.0 + figures[$1].quantity.si, $0.1 + figures[$1].quantity.tolerance) }
  }

  /// Whether the step's title, or the text near above a figure, says that things happen side by side.
  func saysParallel(_ index: Int, _ document: ReadDocument) -> Bool {
    let figure = figures[index]
    var title = ""
    if case .step(let step) = figure.place { title = document.model.cases[item].session.steps[step].title.value }
    let bytes = document.withSource(of: block(of: index)) { $0.bytes }
    let near = bytes[max(0, figure.line - 1_000)..<min(bytes.count, figure.range.upperBound + 200)]
    return [Array(title.utf8), Array(near)].contains { text in
      Self.sideBySide.contains { text.holds($0) }
    }
  }

  private static let sideBySide = ["parallel", "concurren", "overlap", "side by side"].map { Array($0.utf8) }

  // MARK: Lines

  private enum Gap { case none, blank, otherLines }

  /// What stands between the line that begins at one place and the one that begins at another; `nil` if that is far.
  private static func gap(_ text: [UInt8], _ upper: Int, _ lower: Int) -> Gap? {
    guard upper < lower, lower <= text.count, lower - upper < 400 else { return nil }
    var index = upper
    while index < lower, text[index] != 0x0A { index += 1 }
    let rest = text[min(index + 1, lower)..<lower]
    if rest.isEmpty { return Gap.none }
    return rest.allSatisfy { !FigureLine.isWord($0) } ? .blank : .otherLines
  }

  /// Whether a line tells by words what its figure is: `Parse: 20ms`, `parse 20ms`.
  private static func hasLabel(_ text: [UInt8], _ figure: Figure) -> Bool {
    text[figure.line..<max(figure.line, figure.range.lowerBound)].contains { FigureLine.isLetter($0) }
  }

  /// Whether a group of parts may begin at a line: above it stands nothing, a blank line, a fence, a rule or a heading.
  private static func isTop(_ text: [UInt8], _ line: Int) -> Bool {
    guard line > 0 else { return true }
    var end = line - 1
    while end > 0, text[end] == 0x0A || text[end] == 0x0D || FigureLine.isBlank(text[end]) {
      if text[end] == 0x0A, end < line - 1 { return true }
      end -= 1
    }
    var start = end
    while start > 0, end - start < 200, text[start - 1] != 0x0A { start -= 1 }
    let above = text[start...end]
    return text[end] == UInt8(ascii: ":") || !above.contains { FigureLine.isWord($0) } || text[start] == 0x60
      || text[start] == 0x7E || above.contains(UInt8(ascii: "*")) && text[end] == UInt8(ascii: "*")
      || text[start] == UInt8(ascii: "#")
  }
}

extension [UInt8] {
  /// Whether a word's small letters stand anywhere in a text, in any case.
  func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    return withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        // Where it may begin with its small letter, and with its capital.
        let end = text.count - word.count + 1
        let capital = FigureLine.isLetter(first) ? first ^ 0x20 : first
        var small = ByteSearch.first(of: first, in: text, 0..<end) ?? end
        var large = capital == first ? end : ByteSearch.first(of: capital, in: text, 0..<end) ?? end
        while small < end || large < end {
          let start = Swift.min(small, large)
          var offset = 1
          while offset < word.count {
            let byte = text[start + offset]
            guard (FigureLine.isLetter(byte) ? byte | 0x20 : byte) == word[offset] else { break }
            offset += 1
          }
          if offset == word.count { return true }
          if start == small {
            small = ByteSearch.first(of: first, in: text, start + 1..<end) ?? end
          } else {
            large = ByteSearch.first(of: capital, in: text, start + 1..<end) ?? end
          }
        }
        return false
      }
    }
  }
}
