import Testing

@testable import casebook

@Suite("Progress shows after a second") struct ProgressLineTests {
  private static let second: UInt64 = 1_000_000_000

  @Test func nothingIsSaidBeforeASecondHasPassed() {
    var line = ProgressLine(total: 100, at: 5)
    #expect(line.text(done: 10, at: 5 + Self.second - 1) == nil)
    #expect(line.wiping == nil)
  }

  @Test func thenTenTimesASecondAndWipedAtTheEnd() {
    var line = ProgressLine(total: 100, at: 5)
    #expect(line.text(done: 10, at: 5 + Self.second) == "\r\u{1B}[K10 of 100 documents")
    #expect(line.text(done: 11, at: 5 + Self.second + Self.second / 10 - 1) == nil)
    #expect(line.text(done: 120, at: 5 + Self.second + Self.second / 10) == "\r\u{1B}[K100 of 100 documents")
    #expect(line.wiping == "\r\u{1B}[K")
  }

  @Test func aPipeGetsNone() throws {
    #expect(try Sandbox().run("casebook validate --profile archive >/dev/null").output == "")
  }
}
