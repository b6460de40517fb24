import CasebookMarkdown
import CasebookModel
import CasebookRender
import CasebookSource
import TestSupport
import Testing

/// Attempts to run a script from a document: others' collections, and ours for the places that only we have.
private enum Vectors {
  /// Blocks of the cheat sheet's fences, and inputs of the fixtures.
  static func shared() -> [String] {
    let sheet = String(decoding: SharedData.bytes("data/xss/owasp-XSS_Filter_Evasion_Cheat_Sheet.md"), as: UTF8.self)
    let fenced = sheet.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { $0.element.drop { $0 != "\n" }.dropFirst() }
    let fixtures = String(decoding: SharedData.bytes("data/xss/markdown-it-xss.txt"), as: UTF8.self)
      .split(separator: "\n.\n")
    return fenced.map(String.init) + fixtures.map(String.init)
  }

  static let ours = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'onmouseover='alert(1)",
    "javascript:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>", "vbscript:x", "file:///etc",
    "-->\"]]><script>alert(1)</script>", "{{{body}}}", "{{#cases}}x{{/cases}}", "</title><script>alert(1)</script>",
    "&lt;script&gt;", "&#x3c;script&#x3e;", "</code></pre><script>x</script>", "\u{202E}txt.exe", "\u{0}<b>",
  ]

  /// A vector in every place that a document has.
  static func places(_ text: String) -> [String] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return [
      text, "# \(line)\n\n**Problem**: \(line)\n\n## Symptoms\n- \(line)\n",
      "- [ ] \(line)\n- [x] `\(line)`\n", "| \(line) | b |\n| --- | --- |\n| c | \(line) |\n",
      "[\(line)](<\(line)> \"\(line)\")\n", "![\(line)](\(line))\n", "[x](\(line))\n[x]: \(line)\n\n<\(line)>\n",
      "``` \(line)\n\(text)\n```\n", "~~~~ {#\(line) .bug x=\(line)}\n\(text)\n~~~~\n", "> \(line)\n\n    \(line)\n",
      "---\ntitle: '\(line)'\nauthor: \"\(line)\"\nid: \(line)\ntags: [\"\(line)\"]\n---\n# T\n\n**Problem**: p\n",
      "## Example 1: \(line)\n\n**Problem**: p\n\n**Session**:\n```markdown\n## \(line)\n\n### Symptoms\n- \(line)\n\n"
        + "### Investigation\n\n**1. \(line)**\n\(text)\n\n### Prevention Checklist\n- [ ] \(line)\n```\n",
      "| Issue | Tools |\n| --- | --- |\n| \(line) | \(line), b |\n", "1. \(line)\n   ↓\n2. \(line)\n",
    ]
  }
}

@Suite("No script of a document runs") struct InjectionTests {
  private static func renderer(title: String = "Casebook", summary: String = "") throws -> SiteRenderer {
    var configuration = SiteConfiguration(title: title, editURL: "https://h/{path}#{line}")
    configuration.summary = summary
    return try SiteRenderer(configuration: configuration)
  }

  private static let shared = Result { try renderer() }

  private func problems(of source: String, in site: SiteRenderer) throws -> [String] {
    let read = DocumentReader.read(SourceFile(path: "a/\(source.prefix(40)).md", text: source))
    var problems = MarkupReader(HTMLRenderer.fragment(of: read.document)).problems
    for file in try site.site(bodies: [site.body(of: read, findings: read.diagnostics)]).files
    where file.path.hasSuffix(".html") {
      problems += MarkupReader(file.bytes, isPage: true).problems.map { "\(file.path): \($0)" }
    }
    return problems
  }

  @Test("Ours, in every place of a document", arguments: Vectors.ours) func ours(_ vector: String) throws {
    let site = try Self.renderer(title: vector, summary: vector)
    for source in Vectors.places(vector) { #expect(try problems(of: source, in: site) == [], "\(source)") }
  }

  @Test(
    "Others' collections, in every place of a document",
    .enabled(if: SharedData.exists("data/xss"), "SKIPPED: ../shared/data is absent"))
  func shared() throws {
    let vectors = Vectors.shared()
    #expect(vectors.count > 120)
    // A fragment takes every place; whole sites are many pages each, so they take every vector in one document.
    for vector in vectors {
      for source in Vectors.places(vector) {
        let read = DocumentReader.read(SourceFile(path: "a.md", text: source))
        #expect(MarkupReader(HTMLRenderer.fragment(of: read.document)).problems == [], "\(source)")
        #expect(MarkupReader(withoutStyle(SinglePage.render(read)), isPage: true).problems == [], "\(source)")
      }
      let all = Vectors.places(vector).joined(separator: "\n\n")
      #expect(try problems(of: all, in: Self.shared.get()) == [], "\(vector)")
    }
  }

  /// The style sheet is ours; everything else of a single page is checked.
  private func withoutStyle(_ page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    guard let start = text.firstRange(of: "<style>"), let end = text.firstRange(of: "</style>") else { return page }
    return Array((text[..<start.lowerBound] + text[end.upperBound...]).utf8)
  }

  @Test(
    "The check finds what is live",
    arguments: [
      "<p><script>x</script></p>", "<a href=\"javascript:x\">y</a>", "<img src=\"x\" onerror=\"y\" />", "<p>",
      "<b>x</b>",
      "<a href=x>y</a>", "<a href=\" jAva\tscript:x\">y</a>",
    ]) func control(_ live: String)
  {
    #expect(MarkupReader(Array(live.utf8)).problems != [])
  }
}
