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

  /// Bytes beside a line break in value or place are none.
  @Test func findsEveryBreakAtEveryPlaceInAWord() {
    for length in 0..<20 {
      for place in 0...length {
        for filler: UInt8 in [0x00, 0x09, 0x0B, 0x0C, 0x0E, 0x61, 0x80, 0x8A, 0x8D, 0xFF] {
          var bytes = [UInt8](repeating: filler, count: length)
          bytes.insert(0x0A, at: place)
          #expect(LineTable(bytes).starts == [0, place + 1])
          bytes[place] = 0x0D
          #expect(LineTable(bytes).starts == [0, place + 1])
          bytes.insert(0x0A, at: place)
          #expect(LineTable(bytes).starts == [0, place + 1, place + 2])
        }
      }
    }
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
