import CasebookSource
import Testing

@Suite("Bytes are found eight at a step as one by one") struct ByteSearchTests {
  private static let texts: [String] = [
    "", "a", "ab\n", "1234567\n", "12345678\n",
    String(repeating: "x", count: 40) + "\n" + String(repeating: "y", count: 17),
    "a\u{8A}é\n\u{10A}\n", "\n\n\n\n\n\n\n\n\n\n", "ab\r\ncd\r\re\n", String(repeating: "word é\n", count: 9),
  ]

  @Test(arguments: texts) func everyPlaceOfEveryByte(text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for byte in [UInt8(0x0A), 0x0B, 0x61, 0x79, 0xC3, 0x8A] {
        for start in 0...bytes.count {
          let expected = bytes[start...].firstIndex(of: byte)
          #expect(ByteSearch.first(of: byte, in: buffer, start..<bytes.count) == expected)
          #expect(ByteSearch.first(of: byte, in: buffer, start..<bytes.count + 9) == expected)
        }
      }
      for start in 0...bytes.count {
        #expect(ByteSearch.firstWide(in: buffer, from: start) == bytes[start...].firstIndex { $0 >= 0x80 })
      }
    }
  }

  @Test(arguments: texts) func linesAreThoseOfAPlainLoop(text: String) {
    let bytes = Array(text.utf8)
    var starts = [0]
    for index in bytes.indices {
      let isFeed = bytes[index] == 0x0A
      let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if isFeed || isLoneReturn { starts.append(index + 1) }
    }
    #expect(LineTable(bytes).starts == starts)
  }

  @Test(arguments: texts) func columnsOfWideLinesAreThoseOfAPlainCount(text: String) {
    let bytes = Array(text.utf8)
    let lines = LineTable(bytes)
    let wide = WideLines(bytes, lines)
    for index in 0..<lines.lineCount {
      let line = bytes[lines.bytes(ofLine: index)]
      for column in 1...line.count + 2 {
        let characters = line.prefix(column - 1).count { $0 & 0xC0 != 0x80 } + max(0, column - 1 - line.count)
        #expect(wide.scalarColumn(of: Position(line: index + 1, column: column)) == characters + 1)
      }
    }
    #expect(wide.scalarColumn(of: Position(line: 0, column: 7)) == 7)
    #expect(wide.scalarColumn(of: Position(line: lines.lineCount + 1, column: 7)) == 7)
  }

  @Test func ofAFileWithManyWideCharactersTheLinesAloneAreKept() {
    let bytes = Array("a\n\(String(repeating: "ä", count: 600))\nb ä\nc".utf8)
    let wide = WideLines(bytes, LineTable(bytes))
    #expect((1...4).map { wide.scalarColumn(of: Position(line: $0, column: 2)) } == [2, nil, nil, 2])
  }
}
