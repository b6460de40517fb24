import CasebookRules
import Testing

@Suite struct MarkedTextTests {
  @Test func marksBecomeRanges() {
    let text = MarkedText("a⟦b⟧c⟦⟧\n⟦é⟧")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "abc\né")
    #expect(text.ranges == [1..<2, 3..<3, 4..<6])
  }

  @Test func aRangeMayHoldAnother() {
    #expect(MarkedText("⟦a⟦b⟧⟧").ranges == [0..<2, 1..<2])
  }
}
