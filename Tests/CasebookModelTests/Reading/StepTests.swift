import CasebookModel
import CasebookSource
import Testing

@Suite("Steps and their blocks") struct StepTests {
  private func step(_ title: String) -> Step? {
    read("## A\n\n**Problem**: x\n\n### Investigation\n\n#### \(title)\n").model.cases.first?.session.steps.first
  }

  @Test(
    "Kinds of steps",
    arguments: [
      ("1. Reproduce", "1 reproduce/exact"), ("Step 2: Isolate", "2 isolate/exact"),
      ("3) Hypothesis: x", "3 hypothesis/exact"),
      ("Tool", "1 tooling/exact"), ("Evidence", "1 evidence/exact"), ("Finding", "1 finding/exact"),
      ("Mitigation: roll back", "1 mitigation/exact"), ("Root Cause", "1 rootCause/exact"), ("FIX", "1 fix/exact"),
      ("Fix option 2: a lock", "1 fix/exact"), ("Verification", "1 verification/exact"),
      ("Fix - Option 1: Optimistic Locking", "1 fix/lexicon"), ("Patch the handler", "1 fix/lexicon"),
      ("Remedy", "1 fix/lexicon"), ("Fixture", "1 other/unknown"), ("Test fix", "1 verification/lexicon"),
      ("Validate it", "1 verification/lexicon"), ("We verify it", "1 verification/lexicon"),
      ("Root Cause Analysis", "1 rootCause/lexicon"), ("How to roll back", "1 mitigation/lexicon"),
      ("Reproduce under load", "1 reproduce/lexicon"), ("Bisect the commits", "1 isolate/lexicon"),
      ("Suspects", "1 hypothesis/lexicon"), ("Findings", "1 finding/lexicon"),
      ("Find concurrency issue", "1 finding/lexicon"),
      ("Finders", "1 other/unknown"), ("Code changes in v2.4.0", "1 finding/lexicon"),
      ("Check memory growth pattern", "1 evidence/lexicon"), ("Check the pattern", "1 evidence/lexicon"),
      ("Check memory", "1 other/unknown"), ("Compare versions", "1 evidence/lexicon"),
      ("Profile heap", "1 tooling/lexicon"), ("Capture packets", "1 tooling/lexicon"),
      ("Look around", "1 other/unknown"),
      ("2024 in review", "1 other/unknown"), ("0. Fix", "0 fix/exact"),
    ])
  func kinds(title: String, expected: String) {
    #expect(step(title).map { "\($0.number) \($0.kind)/\($0.kindSource)" } == expected)
  }

  @Test(
    "Options of a fix",
    arguments: [
      ("Fix", nil), ("Fix: what", nil), ("Fix - Async operations", "1 Async operations"),
      ("Fix – Async", "1 Async"), ("Fix - Option 2: Lock", "2 Lock"), ("Fix option 3", "3 -"),
    ] as [(String, String?)])
  func options(title: String, expected: String?) {
    #expect(step(title)?.fixOption.map { "\($0.index) \($0.name ?? "-")" } == expected)
  }

  private func code(_ block: String, in step: String = "Look") -> CodeBlock? {
    read("## A\n\n**Problem**: x\n\n### Investigation\n\n#### \(step)\n\n\(block)\n").model.cases.first?.codeBlocks
      .first
  }

  @Test(
    "Roles of code",
    arguments: [
      ("```python {.fix}\nx\n```", "Root cause", "fix/declared"), ("```python\n# BUG: x\n```", "Fix", "bug/marker"),
      ("```go\n\n// Original code\n```", "Fix", "bug/marker"), ("```sql\n-- FIXED\n```", "Look", "fix/marker"),
      ("```python\n# Buggyness\n```", "Fix", "fix/stepKind"), ("```\nx\n```", "Fix", "evidence/content"),
      ("```text\nRequest A: x\nRequest B: y\n```", "Fix", "trace/content"),
      ("```\nThread 1: x\n  at y\nThread 2: z\n```", "Fix", "trace/content"),
      ("```\nRate: 5\nSize: 6\n```", "Fix", "evidence/content"), ("    indented", "Fix", "evidence/content"),
      ("```py\nx\n```", "Findings", "bug/stepKind"), ("```py\nx\n```", "Test fix", "test/stepKind"),
      ("```sh\nx\n```", "Reproduce", "repro/stepKind"), ("```sh\nx\n```", "Profile", "tool/stepKind"),
      ("```sh\nx\n```", "Compare", "context/default"),
    ])
  func roles(block: String, step: String, expected: String) {
    #expect(code(block, in: step).map { "\($0.role)/\($0.roleSource.rawValue)" } == expected)
  }

  @Test func infoStrings() throws {
    let block = try #require(code("~~~ C++ {#two-writers .doctest check=\"a b\" .bug line=5}\nint x;\n~~~"))
    #expect(block.language == "cpp" && block.id == "a.two-writers" && block.role == .bug)
    #expect(block.attributes == [.init("doctest", ""), .init("check", "a b"), .init("line", "5")])
    #expect(block.code == "int x;" && block.infoString == "C++ {#two-writers .doctest check=\"a b\" .bug line=5}")
    #expect(code("```\n```")?.language == nil)
  }

  @Test("Names count by role, declared blocks too") func names() {
    let blocks = ["```py", "```py {#mine}", "```py", "```py {.fix}"].map { "\($0)\nx\n```" }
    let text = "## A\n\n**Problem**: x\n\n### Investigation\n\n#### Root cause\n\n" + blocks.joined(separator: "\n\n")
    let ids = read(text).model.cases.first?.codeBlocks.map(\.id)
    #expect(ids == ["a.bug", "a.mine", "a.bug-3", "a.fix"])
  }

  @Test("`text` changes no digest, a language does") func digests() {
    let digests = ["```\nx  \ny\n```", "```text\nx\ny\t\n```", "```txt\nx\ny\n```"].map { code($0)?.digest }
    #expect(Set(digests).count == 1)
    #expect(code("```json\nx\ny\n```")?.digest != digests[0])
    #expect(code("```\nx\n\ny\n```")?.digest != digests[0])
  }

  @Test("Figures only in blocks without a language") func figures() {
    #expect(code("```\nP99: 5ms\n```")?.quantities.map { "\($0.raw) \($0.at)" } == ["5ms 10:6-10:9"])
    #expect(code("```text\nP99: 5ms\n```")?.quantities.count == 1)
    #expect(code("```python\nP99 = 5 # ms 5ms\n```")?.quantities.isEmpty == true)
  }
}
