package import CasebookSource

/// What became of a doctest.
package struct DoctestResult: Sendable {
  /// `skipped` is what nobody could compile, and no pass.
  package enum Verdict: String, Sendable, CaseIterable { case passed, failed, skipped }

  package var program: DoctestProgram
  package var verdict: Verdict
  /// Whether it was compiled now; what is known of it otherwise.
  package var ran: Bool
  /// Why it failed, each at its place in the document.
  package var findings: [Diagnostic] = []
  /// Why it was skipped.
  package var reason: String?
  /// The end of what a program printed that failed.
  package var output = ""
  package var milliseconds = 0

  package init(_ program: DoctestProgram, _ verdict: Verdict, ran: Bool) {
    self.program = program
    self.verdict = verdict
    self.ran = ran
  }

  /// The rule that a failed doctest breaks.
  package static let rule = RuleID(409)

  /// One that failed for a reason at a place.
  package static func failed(_ program: DoctestProgram, _ message: String, at range: SourceRange? = nil)
    -> DoctestResult
  {
    var result = DoctestResult(program, .failed, ran: true)
    result.add(message, at: range ?? program.at)
    return result
  }

  mutating func add(_ message: String, at range: SourceRange, notes: [Diagnostic.Note] = []) {
    findings.append(
      Diagnostic(
        rule: Self.rule, severity: .error, path: program.path, range: range, message: message, notes: notes))
  }
}

/// How one text of a program was compiled, and how it ran.
package struct DoctestTrial: Sendable {
  /// How the program ended.
  package enum End: Sendable, Hashable {
    /// It was not to be started.
    case notStarted
    case exited(Int32)
    case signalled(Int32)
    case timedOut(milliseconds: Int)
    case printedTooMuch
    case wroteTooMuch
    /// It ended, and processes that it had started did not.
    case leftProcesses(Int)
    /// Neither compiler nor program could be started, for a reason.
    case refused(String)
  }

  package var compiles: Bool
  /// What the compiler said.
  package var messages: [UInt8] = []
  package var end = End.notStarted
  package var output: [UInt8] = []
  package var errors: [UInt8] = []
  package var milliseconds = 0

  package init(compiles: Bool, messages: [UInt8] = []) {
    self.compiles = compiles
    self.messages = messages
  }
}
