import CasebookModel
import CasebookRules
import CasebookSource
import TestSupport
import Testing

private func check(_ bytes: [UInt8]) -> [Diagnostic] {
  RuleSet().check(DocumentReader.read(SourceFile(path: "a.md", bytes: bytes)))
}

@Suite("Rules about figures, on any text") struct HostileFigureTests {
  /// Pieces of which cases with figures are made, well-formed and not.
  private static let pieces: [String] = [
    "P50", "P99: ", "p99.9=", "mean ", "50ms", "200 ms", "2s", "0s", "~1.7MB/minute", "100MB/hour", "150MB", "5%", "0%",
    "1e9", "999999999999999999999999GB", "0.0000000000000001ns", "1-2k requests", "2-1ms", " = ", " + ", " → ", " to ",
    ", ",
    "v2.3.0: ", "v2.4.0: ", "before: ", "After fix: ", "Total: ", "total=", "for ", "at ", "Memory stable at ", "\n",
    "\n- ",
    "\n\n", "(", ")", "**", "`", "🐛", "é", "\u{FEFF}", "‚Üí", "\r\n", "\t", "|", "Error rate: ", "grows ", " of writes",
    "\n### 1. Findings\n\n", "\n### 2. Fix\n\n", "\n### 3. Verification\n\n", "\n## Symptoms\n- ", "\n```text\n",
    "\n```\n",
    "\n```python {#a .fxi chek=1}\n", "# ... run for 1 hour ...\n", "\n## Prevention\n- [ ] Regular profiling\n",
    "\n| a | 5ms |\n|---|---|\n", "\n1. Reproduce\n2. Isolate\n3. Fix\n4. Verify\n", "Started after deployment v2.4.0",
  ]

  /// Examples that trigger these rules, to be damaged.
  private static let examples: [[UInt8]] = RuleCatalog.all.flatMap { rule -> [[UInt8]] in
    guard (300...320).contains(rule.id.number) || [105, 208, 601, 604].contains(rule.id.number) else { return [] }
    return rule.description.triggering.map { MarkedText($0.files[0].marked).bytes }
  }

  /// An example with pieces put in at random, some bytes left out, and in one of four some that belong to no text.
  private func text(_ dice: inout Seeded) -> [UInt8] {
    var bytes = Self.examples.randomElement(using: &dice) ?? []
    for _ in 0..<Int.random(in: 0...6, using: &dice) {
      let piece = Self.pieces.randomElement(using: &dice) ?? ""
      bytes.insert(contentsOf: piece.utf8, at: Int.random(in: 0...bytes.count, using: &dice))
    }
    for _ in 0..<Int.random(in: 0...2, using: &dice) where bytes.count > 8 {
      let start = Int.random(in: 0..<bytes.count - 8, using: &dice)
      bytes.removeSubrange(start..<start + Int.random(in: 1...8, using: &dice))
    }
    if Int.random(in: 0..<4, using: &dice) == 0 {
      for _ in 0..<8 { bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice) }
    }
    return bytes
  }

  /// Findings have places in the file, and the fix of CB304 is unsafe, ends its finding and has nothing to do a second time.
  @Test(arguments: 0..<8) func neverCrashAndFixOnce(seed: Int) {
    var dice = Seeded(UInt64(seed))
    var rules: Set<String> = []
    for _ in 0..<250 {
      let bytes = text(&dice)
      let lines = LineTable(bytes)
      let findings = check(bytes)
      for finding in findings {
        rules.insert(finding.rule.description)
        let places = [finding.range] + finding.notes.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
        for place in places {
          #expect(place.start <= place.end && place.end.line <= lines.lineCount, "\(finding)")
        }
      }
      let mixed = findings.filter { $0.rule == RuleID(304) }
      #expect(mixed.allSatisfy { $0.fixes.allSatisfy { $0.safety == .unsafe } })
      guard mixed.contains(where: { !$0.fixes.isEmpty }) else { continue }
      let once = FixApplier.converge(bytes, allowing: .unsafe, only: [RuleID(304)], check: check)
      let twice = FixApplier.converge(once.bytes, allowing: .unsafe, only: [RuleID(304)], check: check)
      #expect(twice.bytes == once.bytes, "\(String(decoding: bytes, as: UTF8.self))")
    }
    // The texts reach what they are made for.
    #expect(rules.isSuperset(of: ["CB301", "CB307", "CB311"]), "\(rules.sorted())")
  }

  /// Problems that mix percentiles, in many units and words.
  @Test(arguments: 0..<4) func mixedPercentilesAreMendedOnce(seed: Int) {
    var dice = Seeded(UInt64(seed) &+ 77)
    for _ in 0..<50 {
      let base = Int.random(in: 1...90, using: &dice)
      let unit = ["ms", " ms", "s", " seconds"].randomElement(using: &dice) ?? "ms"
      let verb =
        ["increased from", "rose from", "went from", "spiked from", "from", "is", ":"].randomElement(using: &dice) ?? ""
      let arrow = ["to", "→", "->"].randomElement(using: &dice) ?? ""
      let text = """
        # A

        **Problem**: time \(verb) \(base)\(unit) \(arrow) \(base * 40)\(unit)

        ## Symptoms
        - P50: \(base)\(unit) → \(base * 4)\(unit)
        - P99: \(base * 6)\(unit) → \(base * 40)\(unit)

        """
      let bytes = Array(text.utf8)
      let found = check(bytes).filter { $0.rule == RuleID(304) }
      #expect(found.count == 1 && found.allSatisfy { $0.fixes.count == 1 }, "\(text)")
      let once = FixApplier.converge(bytes, allowing: .unsafe, only: [RuleID(304)], check: check)
      #expect(!check(once.bytes).contains { $0.rule == RuleID(304) }, "\(String(decoding: once.bytes, as: UTF8.self))")
      let twice = FixApplier.converge(once.bytes, allowing: .unsafe, only: [RuleID(304)], check: check)
      #expect(twice.bytes == once.bytes)
    }
  }

  @Test(
    "Growth of the work with the text",
    arguments: [
      "- P99: 5ms → 6ms\n", "5ms = 6ms\n", "a: 5ms\nTotal: 5ms\n", "5ms + ", "Memory at 5MB ", "v1.2.3: P50=5ms\n",
      "P50: 5ms, ", "5ms = ", "- 5%\n", "for 5 hours ",
    ])
  func growsWithTheText(piece: String) {
    func seconds(_ count: Int) -> Double {
      let head = "# A\n\n**Problem**: x\n\n## Symptoms\n- P99: 5ms → 6ms\n- grows 5MB/hour\n\n### 1. Evidence\n\n"
      let body = String(repeating: piece, count: count)
      let text = head + body + "\n\n### 2. Fix\n\nx\n\n### 3. Verification\n\n" + body
      let document = DocumentReader.read(SourceFile(path: "a.md", text: text))
      let rules = RuleSet()
      let clock = ContinuousClock()
      return (0..<2).map { _ in clock.measure { _ = rules.examine(document) } / .seconds(1) }.min() ?? 0
    }
    let small = seconds(500)
    let large = seconds(4_000)
    #expect(large < max(20 * small, 1), "\(small) s, then \(large) s")
  }
}
