import CasebookSource
import Testing

@Suite("Words begin where a plain loop says") struct WordSearchTests {
  private func starts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    bytes.withUnsafeBufferPointer { WordSearch.forEachStart(in: $0) { starts.append($0) } }
    return starts
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  @Test("every byte is told from every other, at every place of eight") func everyByte() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<9 {
        for other in [UInt8(0x20), 0x61] {
          var bytes = [UInt8](repeating: other, count: 10)
          bytes[place] = byte
          let expected = bytes.indices.filter { isWord(bytes[$0]) && ($0 == 0 || !isWord(bytes[$0 - 1])) }
          #expect(starts(bytes) == expected, "\(byte) at \(place) among \(other)")
        }
      }
    }
  }

  @Test(
    "texts of any length",
    arguments: ["", "a", " a", "word", "two words", "exactly8", "exactly8 9", "é ö_1 -x", "a.b-c d\te\nf  g____h"])
  func texts(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(starts(bytes) == bytes.indices.filter { isWord(bytes[$0]) && ($0 == 0 || !isWord(bytes[$0 - 1])) })
  }
}
