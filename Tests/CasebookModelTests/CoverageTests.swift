import CasebookModel
import CasebookSource
import TestSupport
import Testing

/// The coverage invariant: the model's leaves cover every non-blank line of any text, none twice.
@Suite("Nothing is lost and nothing is there twice") struct CoverageTests {
  @Test("The original: 243 of 243 lines") func theOriginal() {
    let coverage = Coverage(original)
    #expect(coverage.lines == 243)
    #expect(coverage.isComplete, "\(coverage)")
  }

  /// Lines of which documents are made; each means something to some recogniser.
  private static let lines = [
    "", "", "", "# Title", "## Example 1: Leak", "## Example 2: Race", "### Symptoms", "## Symptoms",
    "### Investigation",
    "## Investigation", "## Problem", "**Problem**: it fails in 5% of runs", "**Problem**:", "__Problem__ : slow",
    "**Problem:** 50ms to 2s", "**1. Reproduce**", "**2. Root Cause**", "**Fix**", "### 1. Fix: do it", "## Root Cause",
    "## Fix", "### Fix option 2: other", "## Verification", "## Prevention", "- item", "- [ ] open", "- [x] done", "-",
    "  - nested", "    more", "1. first", "2. second", "   continued 5 ms", "3)", "- > quote in item", "-", "  late",
    "> quote", "> ## Symptoms", "---", "***", "===", "text", "Total: 5ms -> 10ms", "```", "```python {#bug .bug}",
    "```markdown", "````markdown", "````", "~~~", "   ```", "<!-- casebook: id=a issueType=b -->",
    "<!-- casebook: kind=fix -->", "<div>", "</div>", "| Issue | Tools |", "|---|---|", "| Leaks | a, b |",
    "[ref]: /url \"t\"", "[ref]:", "\t- tab", "    code", "\\", "## Investigation Process", "1. Reproduce",
    "2. Isolate",
    "3. Fix", "   ↓", "#", "##", "# ", "Setext", "------", "![](x)", "**Debugging Session (Example)**:", "*[", "&nbsp;",
    "- - -", "- - a", "+ # heading in item", "\u{FEFF}", "\u{C}", "a\u{0}b", "---", "id: x", "title: T",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...40, using: &generator)
    var text = Bool.random(using: &generator) ? "" : "---\nid: x\n---\n"
    for _ in 0..<count {
      if Int.random(in: 0..<6, using: &generator) == 0 { text += "> " }
      if Int.random(in: 0..<9, using: &generator) == 0 { text += "  " }
      text += Self.lines.randomElement(using: &generator) ?? ""
      text += Int.random(in: 0..<40, using: &generator) == 0 ? "\r\n" : "\n"
    }
    return text
  }

  @Test("Generated documents", arguments: 0..<8) func generated(block: UInt64) {
    for seed in 0..<500 {
      var generator = SeededGenerator(seed: block * 500 + UInt64(seed))
      let text = text(&generator)
      let coverage = Coverage(read(text))
      #expect(coverage.isComplete, "seed \(block * 500 + UInt64(seed)): \(coverage)\n\(text)")
    }
  }

  @Test("Bytes at random") func bytes() {
    let alphabet = Array("#*_-+>`~|[]()!<: \t\n\n\n1.0aP\\&".utf8) + [0xE2, 0x80, 0xFF, 0xC3, 0x0D]
    for seed in 0..<1_000 {
      var generator = SeededGenerator(seed: UInt64(seed) + 77)
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x20 }
      let coverage = Coverage(DocumentReader.read(SourceFile(path: "x.md", bytes: bytes)))
      #expect(coverage.isComplete, "seed \(seed): \(coverage)\n\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(
    "Documents of others", .enabled(if: SharedData.exists("data"), "SKIPPED: ../shared/data is absent"),
    arguments: ["data/fences/annotated", "data/fences/noop", "data/mojibake/negative", "data/front-matter", "data/xss"])
  func shared(folder: String) {
    for name in SharedData.files(in: folder, suffix: ".md") {
      let file = SourceFile(path: name, bytes: SharedData.bytes(folder + "/" + name))
      let read = DocumentReader.read(file)
      // What is no text (UTF-16, as one of them) is an empty document with an error.
      if !read.source.isReadable { continue }
      let coverage = Coverage(read)
      #expect(coverage.isComplete, "\(folder)/\(name): \(coverage)")
    }
  }
}
