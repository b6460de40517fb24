import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Two sides of an equality sign, each a figure or a sum of figures: `20ms + 150ms = 170ms`.
struct Equation {
  var left: [Int]
  var right: [Int]
}

extension CaseFigures {
  private enum Joint { case equals, plus }

  /// Equations of the case whose terms are all figures of one dimension; anything else in them, and they are left alone.
  func equations(_ document: ReadDocument) -> [Equation] {
    var result: [Equation] = []
    var index = 0
    while index + 1 < figures.count {
      let first = index
      index += 1
      guard figures[index].text == figures[first].text, figures[index].line == figures[first].line,
        figures[index].range.lowerBound - figures[first].range.upperBound <= Self.widestJoint
      else { continue }
      let bytes = document.withSource(of: block(of: first)) { $0.bytes }
      var joints: [Joint] = []
      while index < figures.count, figures[index].text == figures[first].text,
        let joint = Self.joint(bytes, figures[index - 1].range.upperBound..<figures[index].range.lowerBound)
      {
        joints.append(joint)
        index += 1
      }
      guard joints.contains(.equals), Self.begins(bytes, figures[first]), Self.ends(bytes, figures[index - 1]) else {
        continue
      }
      let terms = Array(first..<index)
      guard terms.allSatisfy({ isTerm(figures[$0], like: figures[first]) }) else { continue }
      if joints.contains(.plus), !Self.isSummable(figures[first].quantity.dimension) { continue }
      result += Self.equations(terms, joints)
    }
    return result
  }

  private func isTerm(_ figure: Figure, like first: Figure) -> Bool {
    figure.quantity.isPoint && figure.quantity.dimension == first.quantity.dimension
      && figure.quantity.dimension != .dimensionless && figure.changesTo == nil && figure.comesFrom == nil
  }

  private static func equations(_ terms: [Int], _ joints: [Joint]) -> [Equation] {
    var sides: [[Int]] = [[]]
    for (offset, term) in terms.enumerated() {
      if offset > 0, joints[offset - 1] == .equals { sides.append([]) }
      sides[sides.count - 1].append(term)
    }
    return zip(sides, sides.dropFirst()).map { Equation(left: $0, right: $1) }
  }

  /// Bytes that a sign between two figures and its blanks take at most.
  private static let widestJoint = 12

  /// The sign between two figures: `=` or `+`, blanks and marks of emphasis round it.
  private static func joint(_ text: [UInt8], _ gap: Range<Int>) -> Joint? {
    guard gap.lowerBound <= gap.upperBound, gap.count <= widestJoint, gap.upperBound <= text.count else { return nil }
    let bytes = text[gap].filter { !FigureLine.isBlank($0) && $0 != UInt8(ascii: "`") }
    switch bytes.count {
    case 1: return bytes[0] == UInt8(ascii: "=") ? .equals : bytes[0] == UInt8(ascii: "+") ? .plus : nil
    // `≈`, whose figure has it as its comparator.
    default: return nil
    }
  }

  /// Whether nothing stands before the first term that would make it part of a longer expression.
  private static func begins(_ text: [UInt8], _ figure: Figure) -> Bool {
    var index = figure.range.lowerBound
    while index > figure.line, FigureLine.isBlank(text[index - 1]) || text[index - 1] == UInt8(ascii: "`") {
      index -= 1
    }
    guard index > figure.line else { return true }
    let last = text[index - 1]
    if last == UInt8(ascii: ":") || last == UInt8(ascii: "(") || last == UInt8(ascii: ",") { return true }
    if last == UInt8(ascii: "-") || last == UInt8(ascii: "*") {
      // The marker of a list.
      return text[figure.line..<index - 1].allSatisfy { FigureLine.isBlank($0) || $0 == UInt8(ascii: ">") }
    }
    guard FigureLine.isLetter(last) else { return false }
    var first = index
    while first > figure.line, FigureLine.isWord(text[first - 1]) { first -= 1 }
    return !operators.contains(WordKey.of(text[first..<index]))
  }

  private static let operators = WordKey.set([
    "times", "plus", "minus", "by", "over", "and", "x", "of", "divided", "at",
  ])

  /// Whether nothing behind the last term goes on with the expression.
  private static func ends(_ text: [UInt8], _ figure: Figure) -> Bool {
    var index = figure.range.upperBound
    while index < text.count, FigureLine.isBlank(text[index]) || text[index] == UInt8(ascii: "`") { index += 1 }
    guard index < text.count else { return true }
    let next = text[index]
    // A sign such as an arrow or an emoji, but for those of arithmetic.
    if next >= 0x80 { return next == 0xF0 || next == 0xE2 && !text[index...].starts(with: [0xE2, 0x88]) }
    return FigureLine.isLetter(next) && index > figure.range.upperBound || next == 0x0A || next == 0x0D
      || Array(".,;:()!?\"'".utf8).contains(next)
  }
}
