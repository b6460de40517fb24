import CasebookSource
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("🐛", 2), ("⚡", 2), ("✓", 1), ("→", 1), ("👩‍💻", 2),
    ("👍🏽", 2), ("❤️", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("ｗ", 2), ("\u{200B}", 0), ("가", 2), ("1\u{FE0F}", 1),
  ]) func cells(text: String, expected: Int) { #expect(DisplayWidth.cells(text) == expected, "\(text)") }

  @Test func marksWithoutEndCostNothing() {
    #expect(DisplayWidth.cells("a" + String(repeating: "\u{301}", count: 10_000)) == 1)
  }
}

@Suite struct VisibleTextTests {
  @Test func controlBytesAreShown() {
    #expect(VisibleText.string("a\u{1B}[31mb\u{7F}\n\t") == "a␛[31mb␡␊␉")
    #expect(VisibleText.string("a\u{202E}b\u{9B}") == "a\\u{202E}b\\u{9B}")
  }

  @Test func brokenBytesAreShownOneByOne() {
    let pieces = VisibleText.pieces([0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82][...])
    #expect(pieces.map(\.text) == ["a", "\\xFF", "\\xC3", "(", "\\xE2", "\\x82"])
    #expect(pieces.map(\.offset) == [0, 1, 2, 3, 4, 5])
  }
}
