import CasebookModel
import CasebookSource
import TestSupport
import Testing

@testable import CasebookRender

@Suite("The site") struct SiteTests {
  private func pages(_ configuration: SiteConfiguration = SiteConfiguration()) throws -> [String: MarkupReader] {
    let site = try SiteRenderer(configuration: configuration)
    var pages: [String: MarkupReader] = [:]
    for file in try site.site(bodies: SampleSite.bodies(in: site)).files where file.path.hasSuffix(".html") {
      pages[file.path] = MarkupReader(file.bytes, isPage: true)
    }
    return pages
  }

  @Test("Has a page for each case, issue type and document, and the lists") func paths() throws {
    let all = try pages().keys.sorted()
    let tools = all.filter { $0.hasPrefix("tools/") && $0 != "tools/index.html" }
    #expect(tools.count == 17 && tools.contains("tools/py-spy.html"))
    #expect(
      all.filter { !tools.contains($0) } == [
        "404.html", "cases.html", "cases/lost-update.html", "cases/memory-leak-detection.html",
        "cases/performance-degradation.html", "cases/race-condition.html", "documents.html",
        "documents/debugging-examples.html", "documents/guides/on-call.html", "framework.html", "index.html",
        "issues/cpu-profiling.html", "issues/database-queries.html", "issues/disk-io.html", "issues/memory-leaks.html",
        "issues/network-issues.html", "issues/race-conditions.html", "search.html", "tools/index.html",
      ])
  }

  @Test("Every page is well formed, titled and has one main heading") func form() throws {
    for (path, page) in try pages() {
      #expect(page.problems == [], "\(path)")
      #expect(page.elements.count { $0.name == "h1" } == 1, "\(path)")
      #expect(page.elements.count { $0.name == "main" } == 1, "\(path)")
      #expect(page.elements.count { $0.name == "title" } == 1, "\(path)")
      #expect(page.elements.first { $0.name == "html" }?.value("lang") == "en", "\(path)")
      #expect(!page.elements.contains { $0.name == "style" || $0.value("style") != nil })
      let policy = page.elements.first { $0.value("http-equiv") == "Content-Security-Policy" }?.value("content")
      #expect(policy?.hasPrefix("default-src 'none'; script-src 'self'") == true, "\(path)")
    }
  }

  @Test("Headings go down one level at a time") func outline() throws {
    for (path, page) in try pages() {
      var last = 1
      for element in page.elements {
        guard element.name.count == 2, element.name.hasPrefix("h"), let level = Int(element.name.dropFirst()) else {
          continue
        }
        #expect(level <= last + 1, "\(path): h\(level) after h\(last)")
        last = level
      }
    }
  }

  @Test("Every internal link and anchor leads somewhere, and ids are unique") func links() throws {
    let pages = try pages()
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let files = Set(try site.site(bodies: SampleSite.bodies(in: site)).files.map(\.path))
    for (path, page) in pages {
      let ids = page.elements.compactMap { $0.value("id") }
      #expect(ids.count == Set(ids).count, "\(path)")
      for element in page.elements {
        guard let address = element.value("href") ?? element.value("src"), !address.isEmpty else { continue }
        if address.contains(":") || (path == "404.html" && address.hasPrefix("/")) { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : LinkResolver.path(parts[0], from: path)
        #expect(target.map(files.contains) == true, "\(path): \(address)")
        if parts.count > 1, let page = target.flatMap({ pages[$0] }) {
          #expect(page.elements.contains { $0.value("id") == parts[1] }, "\(path): \(address)")
        }
      }
    }
  }

  @Test("Links between documents become links between pages") func documentLinks() throws {
    let page = try #require(try pages()["documents/guides/on-call.html"])
    let links = page.elements.filter { $0.name == "a" }.compactMap { $0.value("href") }
    #expect(links.contains("../../documents/debugging-examples.html#investigation-process"))
    #expect(links.contains("../../cases/lost-update.html"))
    #expect(links.contains("../../cases/lost-update.html#2-fix-write-only-if-nobody-wrote-meanwhile") == false)
    #expect(links.contains("#first-aid"))
    #expect(links.contains("https://example.org/b.png"))
    #expect(page.elements.contains { $0.value("title") == "not part of this site: ../nowhere.md" })
    #expect(page.elements.contains { $0.value("title") == "not part of this site: ../../etc/passwd" })
    #expect(page.elements.contains { $0.value("class") == "no-address" })
  }

  @Test("Images are those that are copied; others are their text") func images() throws {
    var configuration = SiteConfiguration()
    configuration.images = ["guides/logo.png"]
    let with = try #require(try pages(configuration)["documents/guides/on-call.html"])
    #expect(with.elements.contains { $0.name == "img" && $0.value("src") == "../../files/guides/logo.png" })
    let without = try #require(try pages()["documents/guides/on-call.html"])
    #expect(!without.elements.contains { $0.name == "img" && $0.value("alt") == "logo" })
  }

  @Test("Checklists are boxes with labels, code can be reached and scrolled") func controls() throws {
    let page = try #require(try pages()["cases/memory-leak-detection.html"])
    #expect(page.elements.count { $0.value("type") == "checkbox" } == 5)
    #expect(page.elements.count { $0.name == "label" && $0.value("for") == nil } == 5)
    let code = page.elements.filter { $0.name == "pre" }
    // Six of the case, three of the tools that stand first.
    #expect(code.count == 9)
    #expect(code.allSatisfy { $0.value("tabindex") == "0" && $0.value("aria-label") != nil })
    #expect(page.elements.contains { $0.value("class") == "code role-bug" })
    #expect(page.elements.contains { $0.value("id") == "memory-leak-detection.bug" })
  }

  @Test("The same input gives the same bytes in any order") func deterministic() throws {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let bodies = SampleSite.bodies(in: site)
    let one = try site.site(bodies: bodies).files
    let two = try site.site(bodies: bodies.reversed()).files
    #expect(one.map(\.path) == two.map(\.path))
    #expect(one.map(\.bytes) == two.map(\.bytes))
  }

  @Test("Mustache itself renders the built-in templates to the same pages") func mustache() throws {
    let site = try SiteRenderer(configuration: SiteConfiguration(title: "A \"B\" & C", baseURL: "https://h/kb"))
    let plan = try site.plan(bodies: SampleSite.bodies(in: site))
    var compared = 0
    for index in plan.paths.indices {
      guard let reference = plan.reference(at: index) else { continue }
      compared += 1
      // Mustache also escapes the apostrophe, which text and double-quoted values do not need.
      let ours = String(decoding: plan.bytes(at: index), as: UTF8.self).replacing("&#x27;", with: "'")
      #expect(ours == reference.replacing("&#39;", with: "'"), "\(plan.paths[index])")
    }
    #expect(compared == plan.paths.count { $0.hasSuffix(".html") })
  }

  @Test("Two documents for one page are refused by name") func collisions() throws {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    func body(_ path: String, _ text: String) -> DocumentBody {
      site.body(of: DocumentReader.read(SourceFile(path: path, text: text)), findings: [])
    }
    #expect(throws: OutputCollision(path: "documents/a.html", sources: ["A.md", "a.md"])) {
      _ = try site.site(bodies: [body("a.md", "# x\n\ny"), body("A.md", "# x\n\ny")])
    }
    let declared = "---\nid: same\n---\n# T\n\n**Problem**: p\n"
    #expect(throws: OutputCollision(path: "cases/same.html", sources: ["a.md:4", "b.md:4"])) {
      _ = try site.site(bodies: [body("a.md", declared), body("b.md", declared)])
    }
    // Ids that we made up give way.
    let implicit = "# T\n\n**Problem**: p\n"
    let tree = try site.site(bodies: [body("a.md", implicit), body("b.md", implicit)])
    #expect(tree.files.map(\.path).filter { $0.hasPrefix("cases/") } == ["cases/t-2.html", "cases/t.html"])
  }

  @Test(
    "No id or path leads out of the site",
    arguments: ["../../etc/x", "/etc/x", "a/../../b", "..", ".", "", "\u{0}", "CON"])
  func paths(_ name: String) throws {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let text = "---\nid: '\(name)'\nissueType: '\(name)'\n---\n# T\n\n**Problem**: p\n"
    let read = DocumentReader.read(SourceFile(path: name + ".md", text: text))
    let other = DocumentReader.read(SourceFile(path: name + "/x.md", text: "# x\n\ny"))
    let tree = try site.site(bodies: [site.body(of: read, findings: []), site.body(of: other, findings: [])])
    for file in tree.files {
      #expect(!file.path.hasPrefix("/"))
      for part in file.path.split(separator: "/", omittingEmptySubsequences: false) {
        #expect(!part.isEmpty && !part.allSatisfy { $0 == "." }, "\(file.path)")
      }
    }
  }

  @Test("An empty knowledge base has a home page that says so") func empty() throws {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let home = try #require(try site.site(bodies: []).files.first { $0.path == "index.html" })
    #expect(String(decoding: home.bytes, as: UTF8.self).contains("Nothing has been written yet"))
  }

  @Test("Weight: the frame of a page, and the style sheet") func weight() throws {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let plan = try site.plan(bodies: SampleSite.bodies(in: site))
    for (index, path) in plan.paths.enumerated() where path.hasPrefix("cases/") {
      // Uncompressed; gzip makes about a third of it.
      #expect(plan.bytes(at: index).count < 4 * 2_200 + 20_000, "\(path)")
    }
    #expect(Repository.bytes("templates/casebook.css").count < 30_000)
    #expect(Repository.bytes("templates/casebook.js").count < 15_000)
  }
}
