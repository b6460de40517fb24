import CasebookModel
import CasebookSource
import Testing

@Suite("How blocks and cases stand with their checks") struct ProofStateTests {
  private let text = ProofFixture.text

  private static let edits: [(String, @Sendable (String) -> String)] = [
    ("longer fences", { text in text.replacing("```", with: "`````") }),
    ("tildes", { text in text.replacing("```", with: "~~~") }),
    ("moved down", { text in text.replacing("**Problem**", with: "Some words.\n\nMore words.\n\n**Problem**") }),
    ("renumbered", { text in text.replacing("### 1.", with: "### 4.").replacing("### 2.", with: "### 7.") }),
    ("CRLF", { text in text.replacing("\n", with: "\r\n") }),
    ("a byte order mark", { text in "\u{FEFF}" + text }),
    ("blanks at line ends", { text in text.replacing("db.get(1)\n", with: "db.get(1)  \t\n") }),
    ("another title", { text in text.replacing("# Lost\n", with: "# Lost again\n") }),
  ]

  private static let faults: [(String, ProofState, @Sendable (inout EvidenceRecord) -> Void)] = [
    ("a claim that does not hold", .failing, { r in r.claims[0].holds = false }),
    ("a claim that holds when swapped", .failing, { r in r.claims[0].failsWhenSwapped = false }),
    ("no claim", .failing, { r in r.claims = [] }),
    ("a variant that crashed", .failing, { r in r.variants[0].exit = .crashed }),
    ("another verdict", .failing, { r in r.verdict = .fixNotProved }),
    ("skipped", .skipped, { r in r.verdict = .skipped }),
    ("another digest of the check", .stale, { r in r.checkDigest = "sha256:" + String(repeating: "b", count: 64) }),
    ("other blocks", .stale, { r in r.covers = [] }),
    ("a refutation that refutes nothing", .failing, { r in r.variants[1].expect = .refuted }),
  ]

  @Test("Proved as it reads: verified") func verified() {
    #expect(ProofFixture.states(text, ProofFixture.records()) == [.verified, .verified])
    #expect(ProofFixture.records().standing(of: read(text).model.cases[0]).state == .verified)
  }

  @Test("Without records: a block that names a check is unrun, another is unlinked") func unlinked() {
    #expect(ProofFixture.states(text, ProofRecords()) == [.unlinked, .unrun])
    #expect(ProofRecords().standing(of: read(text).model.cases[0]).state == .unrun)
    let links = [ProofRecords.Link(block: "lost-update.bug", check: "race/lost-update", origin: "casebook.yml:2:3")]
    #expect(ProofFixture.states(text, ProofRecords(links: links)) == [.unrun, .unrun])
  }

  @Test("Every visible character of a linked block that changes makes it stale") func everyCharacter() {
    let records = ProofFixture.records()
    let item = read(text).model.cases[0]
    for block in item.codeBlocks {
      for (index, scalar) in block.code.unicodeScalars.enumerated() where scalar.value > 0x20 {
        var scalars = Array(block.code.unicodeScalars)
        scalars[index] = scalar == "x" ? "y" : "x"
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let changed = text.replacing(block.code, with: String(view))
        let states = records.standing(of: read(changed).model.cases[0]).blocks
        let found = states.first { $0.block == block.id }
        #expect(found?.state == .stale && found?.reason == .codeChanged, "character \(index) of \(block.id)")
      }
    }
  }

  @Test(
    "Re-fenced, moved, renumbered, re-encoded: not stale",
    arguments: Self.edits)
  func unchanged(name: String, change: @Sendable (String) -> String) {
    let changed = change(text)
    #expect(changed != text)
    #expect(ProofFixture.states(changed, ProofFixture.records()) == [.verified, .verified], "\(name)")
  }

  @Test("Language and role belong to what a block says") func languageAndRole() {
    let records = ProofFixture.records()
    #expect(ProofFixture.states(text.replacing("python {.bug}", with: "ruby {.bug}"), records) == [.stale, .verified])
    #expect(ProofFixture.states(text.replacing("{#fix .fix", with: "{#fix .bug"), records) == [.verified, .stale])
  }

  @Test("A check whose sources changed makes stale what it covers") func checkChanged() {
    var records = ProofFixture.records()
    records.checkDigests["Shop/Lost.swift"] = "sha256:" + String(repeating: "b", count: 64)
    let blocks = records.standing(of: read(text).model.cases[0]).blocks
    #expect(blocks.map(\.state) == [.stale, .stale])
    #expect(blocks.map(\.reason) == [.checkChanged, .checkChanged])
    records.checkDigests = [:]
    #expect(ProofFixture.states(text, records) == [.verified, .verified])
  }

  @Test(
    "A record that does not bear out what it says proves nothing",
    arguments: Self.faults)
  func contradictions(name: String, state: ProofState, change: @Sendable (inout EvidenceRecord) -> Void) {
    #expect(ProofFixture.states(text, ProofFixture.records(change: change)) == [state, state], "\(name)")
  }

  @Test("A fix that is none, as expected: refuted") func refuted() {
    let records = ProofFixture.records {
      $0.variants[1].expect = .refuted
      $0.claims[0].holds = false
    }
    #expect(ProofFixture.states(text, records) == [.verified, .refuted])
    #expect(records.standing(of: read(text).model.cases[0]).state == .refuted)
  }

  @Test("A lock without the record of its evidence is stale; a run that failed is failing") func missing() {
    var records = ProofFixture.records()
    records.evidence = [:]
    #expect(ProofFixture.states(text, records) == [.stale, .stale])
    records.verdicts["race/lost-update"] = .bugNotReproduced
    #expect(ProofFixture.states(text, records) == [.failing, .failing])
  }

  @Test("The worst state of its blocks is a case's") func worst() {
    for (index, state) in ProofState.allCases.enumerated() {
      for other in ProofState.allCases[index...] {
        #expect(ProofState.worst(state, other) == state && ProofState.worst(other, state) == state)
      }
    }
  }

  @Test("An outline with the code of locked blocks tells the same as the whole") func outline() {
    let records = ProofFixture.records()
    for text in [text, text.replacing("db.save", with: "db.store")] {
      let outline = read(text).model.outline(keepingCodeOf: records.blocks)
      #expect(records.standing(of: outline.cases[0]) == records.standing(of: read(text).model.cases[0]))
    }
  }

  @Test("Coverage counts bug and fix blocks by case, issue type and strength") func coverage() {
    let other = "---\nid: other\n---\n# B\n\n**Problem**: x\n\n### 1. Root cause\n\n```go {.bug}\nx\n```\n"
    let library = CaseLibrary(
      documents: [read(text, path: "a.md").model, read(other, path: "b.md").model], proofs: ProofFixture.records())
    let coverage = ProofCoverage(library)
    #expect(coverage.total.blocks == 3 && coverage.total.linked == 2 && coverage.total.verified == 2)
    #expect(coverage.cases.map(\.count.blocks) == [2, 1])
    #expect(coverage.issueTypes.map(\.name) == ["none"])
    #expect(coverage.strengths == [.exhaustive: 2])
  }
}
