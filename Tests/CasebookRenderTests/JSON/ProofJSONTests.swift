import CasebookModel
import CasebookRender
import CasebookSource
import Testing

@Suite("Evidence and lock, written and read back") struct ProofJSONTests {
  private static let digest = "sha256:" + String(repeating: "0", count: 64)

  private static var record: EvidenceRecord {
    var record = EvidenceRecord(check: "race/lost-update", caseID: "lost-update", checkDigest: digest, verdict: .proved)
    record.fidelity = .ported
    record.strength = .exhaustive
    record.seed = 42
    record.covers = [.init(block: "lost-update.bug", variant: "bug", digest: digest, code: "a \"b\"\n\tc\u{1}é")]
    record.dependsOn = [.init(name: "sqlite", version: "3.40.1")]
    var bug = EvidenceRecord.Variant(name: "bug", role: .bug)
    bug.metrics = [
      .init(name: "lost", value: 4, unit: "orders", stability: .exact, documentValue: "5%"),
      .init(name: "P50", value: 350.1, unit: "ms", stability: .exact),
      .init(name: "n", value: nil, unit: "1", stability: .bounded, bound: .init(op: "<=", value: 4_000)),
    ]
    bug.series = [.init(name: "s", x: "keys", y: "values", stability: .exact, points: [.init(x: 1, y: 0.5)])]
    bug.witness = .init(lanes: ["a", "b"], events: [.init(lane: 1, text: "writes", state: "x=1")], outcome: "lost: a")
    bug.graphs = [.init(name: "who waits", edges: [.init(from: "a", relation: "waits for", to: "b \"c\"")])]
    record.variants = [bug, .init(name: "fix", role: .fix), .init(name: "old", role: .fix, expect: .refuted)]
    record.claims = [.init(text: "none lost", fix: "fix", holds: true, failsWhenSwapped: true)]
    return record
  }

  @Test("A record comes back as it was, and is written the same again") func evidence() throws {
    let bytes = ProofJSON.evidence(Self.record)
    let read = try EvidenceRecord(decoding: bytes)
    #expect(read == Self.record)
    #expect(ProofJSON.evidence(read) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains(#"{"name": "lost", "value": 4, "unit": "orders", "stability": "exact", "documentValue": "5%"}"#))
  }

  @Test("What differs from run to run is not written") func committed() throws {
    var record = Self.record
    record.variants[0].metrics.append(.init(name: "wall", value: 3, unit: "ms", stability: .advisory))
    record.variants[0].metrics[2].value = 17
    record.variants[0].series.append(.init(name: "t", x: "a", y: "b", stability: .advisory, points: []))
    #expect(ProofJSON.evidence(record) == ProofJSON.evidence(Self.record))
  }

  @Test("The lock has a line for each block") func lock() throws {
    let entries = ["b.fix", "a.bug"].map {
      ProofLock.Entry(
        block: $0, variant: "bug", check: "x/y", digest: Self.digest, checkDigest: Self.digest, source: "A/B.swift",
        day: "2026-11-24")
    }
    let bytes = ProofJSON.lock(ProofLock(entries))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[3].hasPrefix(#"  {"block": "a.bug", "variant": "bug", "check": "x/y", "digest": "sha256:"#))
    #expect(try ProofLock(decoding: bytes).entries.map(\.block) == ["a.bug", "b.fix"])
    #expect(try ProofLock(decoding: ProofJSON.lock(ProofLock())).entries.isEmpty)
  }

  @Test("A record with a key that the schema does not have is refused") func unknownKey() {
    let text = String(decoding: ProofJSON.evidence(Self.record), as: UTF8.self)
    #expect(throws: JSONMistake.self) {
      try EvidenceRecord(decoding: Array(text.replacing("\"seed\"", with: "\"sead\"").utf8))
    }
  }
}
