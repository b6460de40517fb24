import Testing

@testable import CasebookChecks

/// Evidence with exact figures.
private func evidence(
  _ role: Variant.Role, _ metrics: [String: Double], name: String? = nil, expect: Variant.Expectation = .proved,
  exit: VariantExit = .ok, detail: String? = nil
) -> VariantEvidence {
  var evidence = VariantEvidence(name: name ?? role.rawValue, role: role, expect: expect, exit: exit, detail: detail)
  evidence.metrics = metrics.map {
    Metric(name: $0.key, value: $0.value, unit: "1", stability: .exact, bound: nil, documentValue: nil)
  }
  return evidence
}

private func judge(_ claims: [Claim], _ variants: [VariantEvidence]) -> Judgement {
  let check = Check(
    "a/b", case: "c",
    variants: variants.map { Variant(name: $0.name, role: $0.role, expect: $0.expect, covers: []) }, claims: claims
  ) { _ in }
  return Judge.judge(check, variants)
}

private let loses = Claim("the bug loses some, the fix none") { try $0.bug["lost"] > 0 && $0.fix["lost"] == 0 }

@Suite("The judge") struct JudgeTests {
  private let bug = evidence(.bug, ["lost": 4])
  private let fix = evidence(.fix, ["lost": 0])

  @Test func proved() {
    let judgement = judge([loses], [bug, fix])
    #expect(judgement.verdict == .proved)
    #expect(judgement.strength == .counted)
    #expect(judgement.claims == [ClaimResult(text: loses.text, fix: "fix", holds: true, failsWhenSwapped: true)])
  }

  @Test("a claim of the bug alone that is false") func bugNotReproduced() {
    let judgement = judge(
      [Claim("the bug loses") { try $0.bug["lost"] > 0 }], [evidence(.bug, ["lost": 0]), fix])
    #expect(judgement.verdict == .bugNotReproduced)
    #expect(judgement.reason?.contains("the bug loses") == true)
  }

  @Test func fixNotProved() {
    #expect(judge([loses], [bug, evidence(.fix, ["lost": 1])]).verdict == .fixNotProved)
    #expect(
      judge([Claim("none") { try $0.fix["lost"] == 0 }], [bug, evidence(.fix, ["lost": 1])]).verdict == .fixNotProved)
  }

  @Test("one of two fixes that fails is enough") func secondFix() {
    let judgement = judge([loses], [bug, fix, evidence(.fix, ["lost": 2], name: "other")])
    #expect(judgement.verdict == .fixNotProved)
    #expect(judgement.reason?.contains("other") == true)
  }

  @Test("a claim that holds either way says nothing") func notDiscriminating() {
    let either = Claim("it ran") { try $0.bug["lost"] >= 0 && $0.fix["lost"] >= 0 }
    #expect(judge([loses, either], [bug, fix]).verdict == .notDiscriminating)
    #expect(judge([Claim("always") { _ in true }], [bug, fix]).verdict == .notDiscriminating)
  }

  @Test("figures that are the same on both sides prove nothing") func sameFigures() {
    let judgement = judge([Claim("none") { try $0.fix["lost"] == 0 }], [evidence(.bug, ["lost": 0]), fix])
    #expect(judgement.verdict == .notDiscriminating)
  }

  @Test func refuted() {
    let option = evidence(.fix, ["lost": 4], name: "option-1", expect: .refuted)
    #expect(judge([loses], [bug, fix, option]).verdict == .proved)
    let good = evidence(.fix, ["lost": 0], name: "option-1", expect: .refuted)
    let judgement = judge([loses], [bug, fix, good])
    #expect(judgement.verdict == .notRefuted)
    #expect(judgement.reason?.contains("option-1") == true)
  }

  @Test("a skipped variant skips the check, whatever the others did") func skipped() {
    let judgement = judge([loses], [bug, evidence(.fix, [:], exit: .skipped, detail: "needs Linux 6.3")])
    #expect(judgement.verdict == .skipped)
    #expect(judgement.reason == "needs Linux 6.3")
  }

  @Test(arguments: [VariantExit.threw, .crashed, .timedOut])
  private func badEnd(_ exit: VariantExit) {
    let judgement = judge([loses], [bug, evidence(.fix, ["lost": 0], exit: exit, detail: "why")])
    #expect(judgement.verdict == .error)
    #expect(judgement.reason?.contains("why") == true)
  }

  @Test("a name that nobody records is an error, and says which there are") func unknownMetric() {
    let judgement = judge([Claim("none") { try $0.fix["lots"] == 0 }], [bug, fix])
    #expect(judgement.verdict == .error)
    #expect(judgement.reason?.contains("'lots'") == true)
    #expect(judgement.reason?.contains("it has lost") == true)
  }

  @Test("a claim may not read what differs from run to run") func advisory() {
    var timed = fix
    timed.metrics.append(
      Metric(name: "time", value: 1, unit: "ms", stability: .advisory, bound: nil, documentValue: nil))
    let judgement = judge([Claim("fast") { try $0.fix["time"] < 2 }], [bug, timed])
    #expect(judgement.verdict == .error)
    #expect(judgement.reason?.contains("advisory") == true)
  }

  @Test("a bounded figure beyond its limit is an error; within it the proof is bounded") func bounded() {
    func timed(_ role: Variant.Role, _ value: Double, _ bound: Bound) -> VariantEvidence {
      var evidence = evidence(role, [:])
      evidence.metrics = [
        Metric(name: "n", value: value, unit: "1", stability: .bounded, bound: bound, documentValue: nil)
      ]
      return evidence
    }
    let claim = Claim("fewer") { try $0.fix["n"] < 10 && $0.bug["n"] >= 10 }
    #expect(judge([claim], [timed(.bug, 12, .atLeast(10)), timed(.fix, 3, .below(10))]).strength == .bounded)
    #expect(judge([claim], [timed(.bug, 9, .atLeast(10)), timed(.fix, 3, .below(10))]).verdict == .error)
    #expect(judge([claim], [timed(.bug, 12, .atLeast(10)), timed(.fix, 10, .below(10))]).verdict == .error)
  }

  @Test("every schedule of every variant makes it exhaustive") func exhaustive() {
    var (bug, fix) = (bug, fix)
    bug.isExhaustive = true
    #expect(judge([loses], [bug, fix]).strength == .counted)
    fix.isExhaustive = true
    #expect(judge([loses], [bug, fix]).strength == .exhaustive)
  }

  @Test("a check without a bug, a fix or a claim proves nothing") func incomplete() {
    #expect(judge([loses], [fix]).verdict == .error)
    #expect(judge([loses], [bug]).verdict == .error)
    #expect(judge([], [bug, fix]).verdict == .error)
    #expect(judge([loses], []).verdict == .error)
  }

  @Test("series are read as figures are") func series() {
    var (bug, fix) = (bug, fix)
    bug.series = [Series(name: "s", x: "x", y: "y", stability: .exact, points: [[1, 1], [2, 2]])]
    fix.series = [Series(name: "s", x: "x", y: "y", stability: .exact, points: [[1, 0], [2, 0]])]
    let grows = Claim("grows") { try $0.bug.series("s") == [1, 2] && $0.fix.series("s") == [0, 0] }
    #expect(judge([grows], [bug, fix]).verdict == .proved)
    fix.series[0].stability = .advisory
    #expect(judge([grows], [bug, fix]).verdict == .error)
    #expect(judge([Claim("x") { try $0.bug.series("t") == [] }], [bug, fix]).verdict == .error)
  }

  @Test func bounds() {
    #expect(Bound.below(2).admits(1.9) && !Bound.below(2).admits(2))
    #expect(Bound.atMost(2).admits(2) && !Bound.atMost(2).admits(2.1))
    #expect(Bound.above(2).admits(2.1) && !Bound.above(2).admits(2))
    #expect(Bound.atLeast(2).admits(2) && !Bound.atLeast(2).admits(1.9))
    #expect(!Bound.below(2).admits(.nan) && !Bound.atLeast(2).admits(.nan))
  }
}

@Suite("A check in a test of one's own") struct VerifyTests {
  private func check(_ fixLoses: Int, skips: Bool = false) -> Check {
    Check("a/b", case: "c", variants: [.bug(), .fix()], claims: [loses]) { run in
      if skips { try run.skip("not here") }
      run.record("lost", run.isBug ? 4 : fixLoses)
    }
  }

  @Test func verify() async throws {
    #expect(try await check(0).verify() == .proved)
    #expect(try await check(0, skips: true).verify() == .skipped)
    await #expect(throws: CheckFailure.self) { try await check(1).verify() }
    do { try await check(1).verify() } catch let failure as CheckFailure {
      #expect(failure.description.hasPrefix("a/b: fixNotProved: "))
    }
  }

  @Test("a requirement that the machine does not meet skips, and says what is missing") func needs() async throws {
    let check = Check(
      "a/b", case: "c", variants: [.bug(), .fix()], claims: [loses], needs: [.kernel(1, 0), .kernel(999, 0)]
    ) { _ in }
    #expect(try await check.verify() == .skipped)
    #expect(Requirement.kernel(999, 0).unmet()?.contains("needs Linux 999.0") == true)
    #expect(Requirement.kernel(2, 6).unmet() == nil)
    #expect(Requirement.file("/no/such/file").unmet()?.contains("/no/such/file") == true)
    #expect(Requirement.file("/proc/self/fd").unmet() == nil)
  }
}
