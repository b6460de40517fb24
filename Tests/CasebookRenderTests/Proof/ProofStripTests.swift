import CasebookModel
import CasebookSource
import Testing

@testable import CasebookRender

@Suite("What stands under a block that a check runs") struct ProofStripTests {
  private static let text = """
    ---
    id: lost
    ---
    # Lost

    **Problem**: changes vanish

    ### 1. Root cause

    ```python {.bug}
    db.save(user)
    ```

    ### 2. Fix

    ```python {.fix}
    db.update(user)
    ```

    """

  /// Records that prove the text, changed by a test, and the page of its case.
  private func page(
    _ text: String = text, _ change: (inout EvidenceRecord, inout [ProofLock.Entry]) -> Void = { _, _ in }
  ) -> String {
    let digest = "sha256:" + String(repeating: "0", count: 64)
    var record = EvidenceRecord(check: "race/lost", caseID: "lost", checkDigest: digest, verdict: .proved)
    record.strength = .exhaustive
    record.dependsOn = [.init(name: "sqlite", version: "3.40.1")]
    var bug = EvidenceRecord.Variant(name: "bug", role: .bug)
    bug.metrics = [.init(name: "lost", value: 20_000, unit: "orders", stability: .exact, documentValue: "5% & more")]
    bug.witness = .init(
      lanes: ["name", "email"],
      events: [.init(lane: 0, text: "reads <row>", state: "x=1"), .init(lane: 1, text: "writes")],
      outcome: "lost: name")
    var fix = EvidenceRecord.Variant(name: "fix", role: .fix)
    fix.metrics = [.init(name: "lost", value: 0, unit: "orders", stability: .exact)]
    record.variants = [bug, fix]
    record.claims = [.init(text: "the fix loses none", fix: "fix", holds: true, failsWhenSwapped: true)]
    var entries: [ProofLock.Entry] = []
    let original = DocumentReader.read(SourceFile(path: "a.md", text: Self.text))
    for block in original.model.cases[0].codeBlocks {
      record.covers.append(
        .init(block: block.id, variant: block.role.rawValue, digest: block.digest, code: block.code))
      entries.append(
        .init(
          block: block.id, variant: block.role.rawValue, check: record.check, digest: block.digest, checkDigest: digest,
          source: "Shop/Lost.swift", day: "2026-02-16"))
    }
    change(&record, &entries)
    let proofs = ProofRecords(lock: ProofLock(entries), evidence: [record.check: record])
    let document = DocumentReader.read(SourceFile(path: "a.md", text: text))
    let body = BodyRenderer(document: document, findings: [], proofs: proofs).body()
    return String(decoding: body.cases[0].body.html.bytes, as: UTF8.self)
  }

  @Test("Verified: chip, strength, claims, figures beside the document's own, versions, day, command") func verified() {
    let html = page()
    for wanted in [
      "state-verified", "exhaustive: every order was tried", "ported:", "the fix loses none", "20,000 orders",
      "bug: 5% &amp; more", "sqlite 3.40.1", "<time datetime=\"2026-02-16\">", "casebook check race/lost",
    ] { #expect(html.contains(wanted), "\(wanted)") }
  }

  @Test("The witness is drawn, said in its title, and listed; text stays text") func witness() {
    let html = page()
    #expect(html.contains("role=\"img\""))
    #expect(html.contains("<title>2 steps of name and email, taken in an order that ends badly: lost: name</title>"))
    #expect(html.contains("<li>name: reads &lt;row&gt; → x=1</li>"))
    #expect(!html.contains("<row>"))
  }

  @Test("A figure of the text that is not as measured is marked, in words too; one that can't be compared is not")
  func differs() {
    func cell(_ text: String) -> String {
      page { record, _ in record.variants[0].metrics[0].documentValue = text }
    }
    #expect(cell("lost changes: 5").contains("lost changes: 5 <span class=\"chip differs\">"))
    #expect(cell("lost changes: 5").contains("</span>not as measured</span>"))
    #expect(!cell("lost changes: 20,000").contains("chip differs"))
    #expect(!cell("5%").contains("chip differs"))
    let elsewhere = page { record, _ in
      record.caseID = "other"
      record.variants[0].metrics[0].documentValue = "lost changes: 5"
    }
    #expect(!elsewhere.contains("lost changes: 5"), "it is the figure of another case's text")
  }

  private static let ring: [EvidenceRecord.Graph.Edge] = [
    .init(from: "account A", relation: "is held by", to: "transfer <1>"),
    .init(from: "transfer <1>", relation: "waits for", to: "account B"),
    .init(from: "account B", relation: "is held by", to: "transfer 2"),
    .init(from: "transfer 2", relation: "waits for", to: "account A"),
  ]

  @Test("Who waits for whom: a ring is drawn as one, said in its title, and listed") func relations() {
    let html = page { record, _ in record.variants[0].graphs = [.init(name: "who waits", edges: Self.ring)] }
    #expect(html.contains("transfer 2 waits for account A: a ring, in which nobody can go on</title>"))
    #expect(html.contains("<li>account A is held by transfer &lt;1&gt;</li>"))
    #expect(html.contains("<figcaption>who waits</figcaption>") && !html.contains("<1>"))
    let chain = page { record, _ in
      record.variants[0].graphs = [.init(name: "what keeps it", edges: Array(Self.ring.dropLast()))]
    }
    #expect(chain.contains("account B is held by transfer 2</title>") && !chain.contains("a ring"))
  }

  @Test("Odd graphs are drawn or listed, and end") func oddGraphs() {
    let selfish = [EvidenceRecord.Graph.Edge(from: "a", relation: "waits for", to: "a")]
    let many = (0..<64).map { EvidenceRecord.Graph.Edge(from: "\($0)", relation: "holds", to: "\($0 + 1)") }
    let long = [EvidenceRecord.Graph.Edge(from: String(repeating: "x", count: 900), relation: "", to: "")]
    for edges in [selfish, many, long, [], Self.ring + Self.ring] {
      let html = page { record, _ in record.variants[0].graphs = [.init(name: "g", edges: edges)] }
      #expect(html.contains("<figcaption>g</figcaption>") == !edges.isEmpty)
      #expect(!html.contains("nan") && !html.contains("inf"))
    }
  }

  @Test("Nothing on the page needs a style or a script of its own") func policy() {
    let html = page()
    #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains("<script"))
  }

  @Test("Stale: the difference, and old evidence marked as old") func stale() {
    let html = page(Self.text.replacing("db.update(user)", with: "db.update(user, name)"))
    #expect(html.contains("state-stale") && html.contains("the code changed since 2026-02-16"))
    #expect(html.contains("<span class=\"diff-old\">- db.update(user)</span>"))
    #expect(html.contains("<span class=\"diff-new\">+ db.update(user, name)</span>"))
    #expect(html.contains("evidence old"))
  }

  @Test("Refuted: a claim that does not hold is said so") func refuted() {
    let html = page { record, _ in
      record.variants[1].expect = .refuted
      record.claims[0].holds = false
    }
    #expect(html.contains("state-refuted") && html.contains("it does not hold"))
  }

  @Test("Without checks in the knowledge base no page speaks of proofs") func none() {
    let document = DocumentReader.read(SourceFile(path: "a.md", text: Self.text))
    let body = BodyRenderer(document: document, findings: []).body()
    #expect(!String(decoding: body.cases[0].body.html.bytes, as: UTF8.self).contains("class=\"proof"))
  }

  @Test("A series becomes a plot with axes, both curves and its numbers; bars stand in where there is none")
  func plots() {
    let bars = page()
    #expect(bars.contains("class=\"bar bug\"") && bars.contains("class=\"bar fix\""))
    let html = page { record, _ in
      for index in record.variants.indices {
        record.variants[index].series = [
          .init(
            name: "steps", x: "n", y: "steps", stability: .exact,
            points: (1...512).map { .init(x: Double($0), y: index == 0 ? Double($0 * $0) : Double($0)) })
        ]
      }
    }
    #expect(html.contains("class=\"curve bug\"") && html.contains("class=\"curve fix\""))
    #expect(html.contains("steps, steps against n: bug ends at 262,144, fix ends at 512"))
    #expect(html.contains("logarithmic") && html.contains("The numbers"))
    #expect(!html.contains("class=\"bar bug\""))
    let plot = html.utf8.count - bars.utf8.count
    #expect(plot < 24_000, "\(plot) bytes for 1,024 points")
  }
}

@Suite("Axes of plots") struct PlotScaleTests {
  @Test(
    "Linear axes begin at 0 and end at a round number",
    arguments: [
      ([3.0, 97], 0.0, 100.0), ([5_000, 20_000], 0, 20_000), ([0.2, 0.9], 0, 1), ([-5, 5], -6, 6), ([7], 0, 8),
    ])
  func linear(values: [Double], low: Double, high: Double) {
    let scale = PlotScale(values, from: 0, to: 100)
    #expect(abs(scale.low - low) < 1e-9 && abs(scale.high - high) < 1e-9, "\(scale.low) \(scale.high)")
    #expect(scale.place(scale.low) == 0 && scale.place(scale.high) == 100)
    #expect((2...13).contains(scale.ticks.count))
  }

  @Test("Logarithmic axes run from power to power") func logarithmic() {
    let scale = PlotScale([40, 2_097_150], from: 0, to: 60, isLogarithmic: true)
    #expect(scale.low == 10 && scale.high == 10_000_000)
    #expect(abs(scale.place(10_000) - 30) < 1e-6)
    #expect(scale.place(0) == 0)
  }

  @Test(
    "Odd values draw no plot that can't be placed",
    arguments: [[], [0], [.nan, 1], [1e300, 1], [1e-300]] as [[Double]])
  func odd(values: [Double]) {
    for isLogarithmic in [false, true] {
      let scale = PlotScale(values, from: 0, to: 100, isLogarithmic: isLogarithmic)
      for value in values + [0, 5] { #expect((0...100).contains(scale.place(value.isNaN ? 0 : value))) }
      #expect(scale.ticks.count < 20)
    }
  }

  @Test(
    "The logarithm",
    arguments: [(1.0, 0.0), (2, 0.693147180559945), (10, 2.302585092994046), (0.001, -6.907755278982137)])
  func log(value: Double, expected: Double) { #expect(abs(PlotScale.log(value) - expected) < 1e-9) }

  @Test(
    "Figures for people",
    arguments: [(20_000.0, "20,000"), (350.1, "350.1"), (-1_234, "-1,234"), (0.012345, "0.01235"), (2033.04, "2,033")])
  func figures(value: Double, expected: String) { #expect(FigureText.number(value) == expected) }
}
