import CasebookSource
import Testing

@Suite struct LineTableTests {
  @Test(
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("\n\n", [0, 1, 2]), ("a\r\nb", [0, 3]),
      ("a\rb", [0, 2]), ("\r\r\n\n", [0, 1, 3, 4]),
      // The line break is the ninth byte and the eighth: on both sides of a machine word.
      ("12345678\n0", [0, 9]), ("1234567\n0", [0, 8]), ("1234567\r\n0", [0, 9]),
    ] as [(String, [Int])])
  func findsLineStarts(text: String, starts: [Int]) {
    #expect(LineTable(Array(text.utf8)).starts == starts)
  }

  @Test func convertsBothWays() {
    let table = LineTable(Array("ab\n\u{E9}c\r\nd".utf8))
    for offset in 0...table.count {
      #expect(table.offset(of: table.position(of: offset)) == offset)
    }
    #expect(table.position(of: 5) == Position(line: 2, column: 3))
    #expect(table.position(of: -1) == Position(line: 1, column: 1))
    #expect(table.position(of: 99) == Position(line: 3, column: 2))
    #expect(table.offset(of: Position(line: 0, column: 1)) == 0)
    #expect(table.offset(of: Position(line: 9, column: 1)) == table.count)
  }

  @Test func givesLineContentWithoutItsBreak() {
    let text = Array("ab\r\nc\n\nd".utf8)
    let table = LineTable(text)
    let lines = (0..<table.lineCount).map { String(decoding: text[table.content(ofLine: $0, in: text)], as: UTF8.self) }
    #expect(lines == ["ab", "c", "", "d"])
    #expect(table.bytes(ofLine: 9).isEmpty)
  }
}
