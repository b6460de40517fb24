import CasebookModel
import CasebookSource
import Testing

@testable import CasebookRender

@Suite("Pages of tools and rules") struct ToolPageTests {
  private static let documents = [
    ("a.md", "# Memory leak\n\n**Problem**: grows\n\n## Investigation\n\n### 1. Tool\n\n```sh\nmemray attach 7\n```\n"),
    ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | memory_profiler, memray, <b>x |\n"),
  ]

  private func site(_ configuration: SiteConfiguration = SiteConfiguration()) throws -> [String: String] {
    let renderer = try SiteRenderer(configuration: configuration)
    let finding = Diagnostic(
      rule: RuleID(506), severity: .info, path: "tools.md",
      range: SourceRange(start: Position(line: 5, column: 18), end: Position(line: 5, column: 33)), message: "given up")
    let bodies = Self.documents.map { path, text in
      renderer.body(
        of: DocumentReader.read(SourceFile(path: path, text: text)), findings: path == "tools.md" ? [finding] : [])
    }
    let files = try renderer.site(bodies: bodies).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("a tool's page has what it shows, costs, begins with, and the cases that use it") func toolPage() throws {
    let page = try #require(try site()["tools/memray.html"])
    let tool = try #require(ToolRegistry.builtIn[id: "memray"])
    for part in [tool.summary, "pip install memray", "memray run -o app.bin app.py", "Sees", "Python", "Careful"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.contains("href=\"../cases/memory-leak.html\""))
    #expect(page.contains("href=\"../issues/memory-leaks.html\""))
  }

  @Test("one that was given up leads to its successor, and stands last on the case's page") func givenUp() throws {
    let pages = try site()
    #expect(pages["tools/memory_profiler.html"]?.contains("use <a href=\"memray.html\">") == false)
    #expect(pages["tools/memory_profiler.html"]?.contains("<a href=\"../tools/memray.html\">memray</a>.") == true)
    let page = try #require(pages["cases/memory-leak.html"])
    let used = try #require(page.firstRange(of: "used here"))
    let givenUp = try #require(page.firstRange(of: "given up; use memray"))
    #expect(used.lowerBound < givenUp.lowerBound)
  }

  @Test("a name that nobody knows stands as it is, and has no page") func strangers() throws {
    let pages = try site()
    #expect(pages["issues/memory-leaks.html"]?.contains("&lt;b&gt;x") == true)
    #expect(
      pages.keys.filter { $0.hasPrefix("tools/") }.sorted() == [
        "tools/index.html", "tools/memory_profiler.html", "tools/memray.html",
      ])
  }

  @Test("a finding leads to the page of its rule where there is one") func rulePages() throws {
    let piece = ExplainedRule.Example.Piece("a < b", isFound: true)
    var configuration = SiteConfiguration()
    configuration.rules = [
      ExplainedRule(
        RuleID(506), "tool-deprecated", .info, kind: "info; no fix", what: "What.", why: "Why.",
        found: [.init(shows: "one", files: [.init(path: "a.md", pieces: [piece])])], notFound: [], isSilenceable: true)
    ]
    let pages = try site(configuration)
    let document = try #require(pages["documents/tools.html"])
    #expect(document.contains("<a class=\"rule\" href=\"../rules/CB506.html\">CB506</a>"))
    #expect(pages["rules/CB506.html"]?.contains("<mark>a &lt; b</mark>") == true)
    #expect(pages["rules/index.html"]?.contains("<a href=\"../rules/CB506.html\">CB506 tool-deprecated</a>") == true)
    #expect(try site()["documents/tools.html"]?.contains("<code class=\"rule\">CB506</code>") == true)
    #expect(try !site().keys.contains { $0.hasPrefix("rules/") })
  }
}
