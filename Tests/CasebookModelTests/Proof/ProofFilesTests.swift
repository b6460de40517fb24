import CasebookModel
import CasebookSource
import Testing

@Suite("The lock, and what a catalogue says") struct ProofFilesTests {
  private static let digest = ProofFixture.digest

  private func lock(_ lines: String) -> [UInt8] {
    Array("{\n \"schema\": \"casebook.lock/1\",\n \"blessed\": [\n\(lines)\n ]\n}\n".utf8)
  }

  private func line(_ block: String, _ check: String = "a/b") -> String {
    """
    {"block": "\(block)", "variant": "bug", "check": "\(check)", "digest": "\(Self.digest)", "checkDigest": \
    "\(Self.digest)", "source": "A/B.swift", "day": "2026-01-01"}
    """
  }

  @Test("Lines are sorted by block, and found by it") func read() throws {
    let lock = try ProofLock(decoding: lock(line("b.bug") + ",\n" + line("a.bug")))
    #expect(lock.entries.map(\.block) == ["a.bug", "b.bug"])
    #expect(lock["b.bug"]?.check == "a/b")
    #expect(lock["c.bug"] == nil)
  }

  @Test("Blessing a check replaces its lines and those of its blocks, and no other") func replacing() throws {
    let lock = try ProofLock(
      decoding: lock([line("a.bug"), line("b.bug", "c"), line("c.bug", "d")].joined(separator: ",")))
    let new = ProofLock.Entry(
      block: "b.bug", variant: "bug", check: "a/b", digest: Self.digest, checkDigest: Self.digest, source: "A/B.swift",
      day: "2026-02-02")
    #expect(
      lock.replacing(check: "a/b", by: [new]).entries.map { "\($0.block) \($0.check)" } == ["b.bug a/b", "c.bug d"])
  }

  @Test(
    "What is wrong with a lock is named, with its place",
    arguments: [
      ("<<<<<<< HEAD", 4, "an unfinished merge left its marks here"),
      ("{\"block\": \"a.bug\"}", 4, "'variant' is missing"),
      ("3", 4, "an element of 'blessed' must be an object, not a number"),
    ])
  func mistakes(text: String, line: Int, message: String) {
    let bytes = lock(text)
    do throws(JSONMistake) {
      _ = try ProofLock(decoding: bytes)
      Issue.record("it was read")
    } catch {
      #expect(error.message == message)
      #expect(error.position(in: bytes).line == line)
    }
  }

  @Test("Two checks for one block") func twoChecks() {
    let bytes = lock(line("a.bug", "one") + ",\n" + line("a.bug", "two"))
    do throws(JSONMistake) {
      _ = try ProofLock(decoding: bytes)
      Issue.record("it was read")
    } catch {
      #expect(error.message == "block 'a.bug' is blessed by 'one' and by 'two'; one check proves a block")
      #expect(error.position(in: bytes) == Position(line: 5, column: 1))
    }
  }

  private static let listing = CheckListing(
    id: "a/b", caseID: "a", source: "A/B.swift",
    variants: [
      .init(name: "bug", role: .bug, expect: .proved, covers: ["a.bug"]),
      .init(name: "fix", role: .fix, expect: .proved, covers: []),
    ])

  private func run(_ lines: [String]) throws -> CheckRunRecord {
    var run = CheckRunRecord(Self.listing)
    for line in lines { run.add(try CheckEvent(line: Array(line.utf8))) }
    return run
  }

  private static let exits = [
    #"{"event":"exit","variant":"bug","exit":"ok","wallMs":11,"seed":42}"#,
    #"{"event":"exit","variant":"fix","exit":"ok"}"#,
  ]
  private static let claim = #"{"text":"t","fix":"fix","holds":true,"failsWhenSwapped":true}"#

  @Test("Events become a record; advisory figures stay out of what is committed") func record() throws {
    let run = try run(
      Self.exits + [
        #"{"event":"metric","variant":"bug","name":"lost","value":4,"unit":"orders","stability":"exact","new":1}"#,
        #"{"event":"metric","variant":"bug","name":"time","value":4.5,"unit":"ms","stability":"advisory"}"#,
        #"{"event":"metric","variant":"fix","name":"n","value":9,"unit":"1","stability":"bounded","bound":{"op":"<","value":10}}"#,
        #"{"event":"dependency","name":"sqlite","version":"3.40.1"}"#, #"{"event":"weather"}"#,
        #"{"event":"verdict","id":"a/b","verdict":"proved","strength":"counted","claims":[\#(Self.claim)]}"#,
      ])
    #expect(run.isJudged && run.record.verdict == .proved && run.record.strength == .counted)
    #expect(run.record.seed == 42 && run.milliseconds == ["bug": 11])
    #expect(run.record.dependsOn == [.init(name: "sqlite", version: "3.40.1")])
    #expect(run.record.variants[0].metrics.map(\.name) == ["lost", "time"])
    let committed = run.record.committed
    #expect(committed.variants[0].metrics.map(\.name) == ["lost"])
    #expect(committed.variants[1].metrics[0].value == nil)
  }

  @Test(
    "A verdict that the figures do not bear out is not taken on trust",
    arguments: [
      ("no exits", [String](), Self.claim, "said to be proved without a claim"),
      (
        "a crash", [#"{"event":"exit","variant":"bug","exit":"crashed"}"#], Self.claim,
        "said to be proved, though 'bug' did not end well"
      ),
      (
        "a claim that fails", [], #"{"text":"t","fix":"fix","holds":false,"failsWhenSwapped":true}"#,
        "said to be proved, though a claim about 'fix' does not bear it out"
      ),
      (
        "a stranger", [#"{"event":"exit","variant":"other","exit":"ok"}"#], Self.claim,
        "figures came for 'other', a variant that was not announced"
      ),
    ])
  func distrust(name: String, lines: [String], claim: String, reason: String) throws {
    let claims = name == "no exits" ? "" : claim
    let run = try run(lines + [#"{"event":"verdict","id":"a/b","verdict":"proved","claims":[\#(claims)]}"#])
    #expect(run.record.verdict == .error && run.record.reason == reason)
  }

  @Test(
    "A line that is not of the protocol is named",
    arguments: [
      ("Building for production…", "a value must stand here"), ("[1]", "a line must be an object, not a list"),
      (
        #"{"event":"verdict","id":"x","verdict":"fine"}"#,
        "'verdict' must be one of proved, bugNotReproduced, fixNotProved, notDiscriminating, notRefuted, error, skipped; it is 'fine'"
      ),
      (#"{"event":"metric","variant":"bug","name":"x","unit":"1","stability":"exact"}"#, "metric 'x' has no value"),
      (
        #"{"event":"witness","variant":"bug","lanes":["a"],"events":[{"lane":1,"text":"x"}],"outcome":"x"}"#,
        "there is no lane 1; the witness has 1"
      ),
      (#"{"event":"relation","variant":"bug","name":"g","from":"a","relation":"holds"}"#, "'to' is missing"),
    ])
  func lines(text: String, message: String) {
    do throws(JSONMistake) {
      _ = try CheckEvent(line: Array(text.utf8))
      Issue.record("it was read")
    } catch { #expect(error.message == message) }
  }
}
