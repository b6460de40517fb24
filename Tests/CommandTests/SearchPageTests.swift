import TestSupport
import Testing

@Suite(
  "The search page of a site",
  .enabled(if: Browser.isPresent, "SKIPPED: no chromium, or no Python with playwright (see CASEBOOK_PYTHON)"))
struct SearchPageTests {
  @Test("box, keys, filters, address, no scripts: as a reader uses them") func works() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run("casebook build").status < 2)
    let script = Repository.root + "/Tests/Scripts/search_page.py"
    let result = try sandbox.run("'\(Browser.python)' '\(script)' site")
    #expect(result.output == "ok\n")
  }
}

@Suite("The search data of a site") struct SiteSearchTests {
  @Test func anEditIsFoundAndTheRestOfTheSiteStays() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.run("casebook build")
    #expect(try sandbox.run("grep -c xylophone site/search/root.js").output == "0\n")
    _ = try sandbox.run("sed -i 's/until OOM kill/until the xylophone/' content/debugging-examples.md; casebook build")
    #expect(try sandbox.run("grep -q xylophone site/search/root.js && echo found").output == "found\n")
    #expect(
      try sandbox.run("mv site old && rm -rf .casebook && casebook build > /dev/null; diff -r old site").output == "")
  }

  @Test func aSiteWithoutCasesHasNone() throws {
    let sandbox = try Sandbox()
    let result = try sandbox.run(
      "rm content/*.md; printf '# A guide\\n\\nText.\\n' > content/guide.md; casebook build; ls site; cat site/index.html"
    )
    #expect(!result.output.contains("search"))
  }
}
