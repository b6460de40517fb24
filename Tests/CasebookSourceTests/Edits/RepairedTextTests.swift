import CasebookSource
import Testing

private func text(_ string: String) -> RepairedText { RepairedText(SourceFile(path: "a.md", text: string)) }

private func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit {
  TextEdit(range: range, replacement: Array(replacement.utf8), rule: RuleID(2))
}

private func read(_ text: RepairedText) -> String { String(decoding: text.bytes, as: UTF8.self) }

/// A generator with a seed, so that a failure can be repeated.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct RepairedTextTests {
  @Test func aFileWithoutEditsIsItself() {
    let plain = text("a\nb")
    #expect(plain.map.isIdentity && plain.isReadable)
    #expect(plain.position(of: 2) == Position(line: 2, column: 1))
    #expect(plain.applying([]).map.isIdentity)
  }

  @Test func aReplacementMapsToItsBytesOnDisk() {
    let repaired = text("ab√©cd").applying([edit(2..<7, "é")])
    #expect(read(repaired) == "abécd")
    #expect(repaired.range(of: 2..<4).description == "1:3-1:8")
    #expect(repaired.position(of: 3).column == 3)
    #expect(repaired.position(of: 4).column == 8)
    #expect(repaired.range(of: 0..<6).description == "1:1-1:10")
  }

  @Test func aDeletionIsPassedOver() {
    let repaired = text("a\r\nb\r\n").applying([edit(1..<2, ""), edit(4..<5, "")])
    #expect(read(repaired) == "a\nb\n")
    #expect(repaired.range(of: 0..<1).description == "1:1-1:2")
    #expect(repaired.range(of: 2..<3).description == "2:1-2:2")
    #expect(repaired.position(of: 4) == Position(line: 3, column: 1))
  }

  @Test func anInsertionStandsBetweenBytes() {
    let repaired = text("```\na\n```").applying([edit(3..<3, "`"), edit(9..<9, "`")])
    #expect(read(repaired) == "````\na\n````")
    #expect(repaired.range(of: 3..<4).description == "1:4-1:4")
    #expect(repaired.range(of: 7..<11).description == "3:1-3:4")
  }

  /// A second round edits what the first one wrote: on disk that is one edit.
  @Test func laterEditsOfAReplacementJoinIt() {
    let first = text("x√©y").applying([edit(1..<6, "éü")])
    let second = first.applying([edit(3..<5, "u")])
    #expect(read(second) == "xéuy")
    #expect(second.edits == [edit(1..<6, "éu")])
    #expect(second.edits.applied(to: second.file.bytes) == second.bytes)
    #expect(second.range(of: 3..<4).description == "1:2-1:7")
  }

  @Test func anEditAcrossReplacementsTakesThemWhole() {
    let first = text("abcdef").applying([edit(1..<2, "BB"), edit(3..<4, "DD")])
    let second = first.applying([edit(2..<5, "-")])
    #expect(read(second) == "aB-Def")
    #expect(second.edits == [edit(1..<4, "B-D")])
  }

  /// An insertion at the end goes behind a replacement that ends the file.
  @Test func anInsertionAtTheEndStaysThere() {
    let second = text("a√©").applying([edit(1..<6, "é")]).applying([edit(3..<3, "\n```")])
    #expect(second.edits.applied(to: second.file.bytes) == second.bytes)
    #expect(second.position(of: second.bytes.count) == Position(line: 1, column: 7))
  }

  @Test func editsThatOverlapOrReachBeyondAreLeftOut() {
    let repaired = text("abc").applying([edit(0..<2, "x"), edit(1..<3, "y"), edit(2..<9, "z")])
    #expect(read(repaired) == "xc")
    #expect(repaired.edits.count == 1)
  }

  @Test func nothingLeftStillHasAPlace() {
    let empty = text("abc").applying([edit(0..<3, "")])
    #expect(empty.bytes.isEmpty)
    #expect(empty.range(of: 0..<0).description == "1:1-1:1")
  }

  @Test func anExtractLeadsToTheFile() {
    let quoted = text("> a\n> √©\n").applying([edit(6..<11, "é")])
    let nested = quoted.extract([2..<4, 6..<9])
    #expect(read(nested) == "a\né\n")
    #expect(nested.range(of: 0..<1).description == "1:3-1:4")
    #expect(nested.range(of: 2..<4).description == "2:3-2:8")
    #expect(nested.lines.lineCount == 3)
    #expect(nested.edits.isEmpty && nested.diagnostics.isEmpty)
  }

  @Test func anEmptyExtractHasThePlaceOfItsStretch() {
    #expect(text("ab\ncd").extract([3..<3]).position(of: 0) == Position(line: 2, column: 1))
    #expect(text("ab").extract([]).bytes.isEmpty)
    #expect(read(text("ab").extract([1..<9])) == "b")
  }

  @Test func anUnreadableFileKeepsItsLines() {
    let finding = Diagnostic(
      rule: RuleID(8), severity: .error, path: "a.md", range: text("").range(of: 0..<0), message: "UTF-16")
    let unreadable = RepairedText(unreadable: SourceFile(path: "a.md", text: "a\nb"), diagnostics: [finding])
    #expect(!unreadable.isReadable && unreadable.bytes.isEmpty)
    #expect(unreadable.diskLines.lineCount == 2)
    #expect(unreadable.diagnostics == [finding])
  }

  /// Whatever the rounds of edits: those on disk, applied to the file, give the text, and each byte kept is the same on disk.
  @Test(arguments: 0..<500)
  func roundsOfEditsCompose(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7_919 &+ 1)
    var current = text(
      String((0..<Int.random(in: 0...24, using: &dice)).map { _ in "abc\n".randomElement(using: &dice) ?? "a" }))
    for _ in 0..<4 {
      var edits: [TextEdit] = []
      var place = 0
      while place <= current.bytes.count {
        let start = place + Int.random(in: 0...5, using: &dice)
        let end = start + Int.random(in: 0...3, using: &dice)
        guard end <= current.bytes.count else { break }
        edits.append(edit(start..<end, String("XYZ".prefix(Int.random(in: 0...3, using: &dice)))))
        place = end + 1
      }
      current = current.applying(edits)
      #expect(current.edits.applied(to: current.file.bytes) == current.bytes)
      #expect(zip(current.edits, current.edits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      for offset in current.bytes.indices {
        let disk = current.map.range(offset..<offset + 1)
        #expect(disk.lowerBound >= 0 && disk.upperBound <= current.file.bytes.count)
        let byte = current.bytes[offset]
        if byte >= UInt8(ascii: "a") || byte == 0x0A {
          #expect(disk.count == 1 && current.file.bytes[disk.lowerBound] == byte)
        }
      }
    }
  }
}
