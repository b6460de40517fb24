import Testing

@testable import casebook

/// A row of the table: what is set, and what comes of it.
private struct Row: CustomTestStringConvertible, Sendable {
  var choice = ColourChoice.auto
  var noColor: String?
  var clicolorForce: String?
  var forceColor: String?
  var term: String? = "xterm"
  var isTerminal = true
  let isOn: Bool
  let testDescription: String

  init(_ name: String, _ isOn: Bool, _ change: (inout Row) -> Void = { _ in }) {
    testDescription = name
    self.isOn = isOn
    change(&self)
  }
}

@Suite("Colour: the first match wins") struct ColourDecisionTests {
  @Test(arguments: [
    Row("a terminal", true),
    Row("no terminal", false) { $0.isTerminal = false },
    Row("always, to a file", true) {
      $0.choice = .always; $0.isTerminal = false; $0.noColor = "1"
    },
    Row("never, on a terminal", false) {
      $0.choice = .never; $0.clicolorForce = "1"
    },
    Row("NO_COLOR before force", false) {
      $0.noColor = "1"; $0.clicolorForce = "1"
    },
    Row("an empty NO_COLOR is none", true) { $0.noColor = "" },
    Row("CLICOLOR_FORCE to a file", true) {
      $0.clicolorForce = "1"; $0.isTerminal = false
    },
    Row("FORCE_COLOR to a file", true) {
      $0.forceColor = "1"; $0.isTerminal = false
    },
    Row("a force of 0 is none", false) {
      $0.clicolorForce = "0"; $0.isTerminal = false
    },
    Row("force before a dumb terminal", true) {
      $0.forceColor = "1"; $0.term = "dumb"
    },
    Row("a dumb terminal", false) { $0.term = "dumb" },
  ])
  private func decision(_ row: Row) {
    let decision = ColourDecision(
      choice: row.choice, noColor: row.noColor, clicolorForce: row.clicolorForce, forceColor: row.forceColor,
      term: row.term, isTerminal: row.isTerminal)
    #expect(decision.isOn == row.isOn)
  }
}
