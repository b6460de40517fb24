import CasebookRender
import Testing

/// A template with a mistake and what is said about it.
private struct Mistake: CustomTestStringConvertible, Sendable {
  let source: String
  let expected: String

  init(_ source: String, _ expected: String) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { expected }
}

@Suite("Templates are checked before anything is rendered") struct TemplateCheckTests {
  private static let stamp = "{{! casebook-template 1 }}\n"

  private func message(_ files: [String: String]) -> String {
    do throws(TemplateError) {
      _ = try SiteRenderer(
        templates: files.mapValues { Array((Self.stamp + $0).utf8) }, configuration: SiteConfiguration())
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test(
    "Each mistake has its place and says what to write",
    arguments: [
      Mistake("<h1>{{pageTitel}}</h1>", "case.mustache:2:5: no name 'pageTitel' here; did you mean 'pageTitle'?"),
      Mistake("{{#tools}}\n{{nmae}}\n{{/tools}}", "case.mustache:3:1: no name 'nmae' here; did you mean 'name'?"),
      Mistake("{{> heder}}", "case.mustache:2:1: there is no template 'heder.mustache'; did you mean 'header'?"),
      Mistake("{{#id}}x{{/id}}", "case.mustache:2:1: 'id' is a plain value, not a list or a flag: write {{id}}"),
      Mistake("{{tools}}", "case.mustache:2:1: 'tools' has no text: write {{#tools}}…{{/tools}}"),
      Mistake("{{{id}}}", "case.mustache:2:1: 'id' is not HTML and must be escaped: write {{id}}"),
      Mistake("{{&id}}", "case.mustache:2:1: 'id' is not HTML and must be escaped: write {{id}}"),
      Mistake("{{body}}", "case.mustache:2:1: 'body' is HTML already: write {{{body}}}"),
      Mistake("{{#tools}}", "case.mustache:2:1: the section 'tools' is not closed"),
      Mistake("{{/tools}}", "case.mustache:2:1: no section 'tools' is open here"),
      Mistake("{{#tools}}{{#hasTag}}", "case.mustache:2:11: no name 'hasTag' here"),
      Mistake(
        "{{#tools}}{{#hasTools}}{{/tools}}{{/hasTools}}",
        "case.mustache:2:24: the section 'hasTools' must be closed before 'tools'"),
      Mistake("a {{id", "case.mustache:2:3: this tag has no closing braces"),
      Mistake("{{}}", "case.mustache:2:1: '' is not a name"),
      Mistake("{{a b}}", "case.mustache:2:1: 'a b' is not a name"),
      Mistake(
        "{{=<% %>=}}",
        "case.mustache:2:1: only names, sections, partials and comments are part of the template contract, not '{{='"),
      Mistake("<a href=\"{{id}}\">", "case.mustache:2:10: 'id' is not an address and must not stand in one"),
      Mistake("<a title='{{id}}'>", "case.mustache:2:11: a tag must not stand in an attribute in single quotes"),
      Mistake("<a title={{id}}>", "case.mustache:2:10: a tag must not stand in an attribute without quotes"),
      Mistake("<a {{id}}>", "case.mustache:2:4: a value must stand in text or between double quotes"),
      Mistake("<script>{{id}}</script>", "case.mustache:2:9: a tag must not stand in a script"),
      Mistake("<STYLE>a{{id}}</style>", "case.mustache:2:9: a tag must not stand in a style sheet"),
      Mistake("<!-- {{id}} -->", "case.mustache:2:6: a tag must not stand in an HTML comment"),
      Mistake("<p title=\"{{{body}}}\">", "case.mustache:2:11: HTML must not stand in an attribute"),
      Mistake("<p class=\"{{> head}}\">", "case.mustache:2:11: a partial must stand outside of tags and comments"),
      Mistake(
        "<p {{#hasTools}}class=\"{{/hasTools}}x\">",
        "case.mustache:2:24: the section 'hasTools' must open and close at the same place of the markup"),
      Mistake("<p class=\"x", "case.mustache:2:12: a template must end outside of tags and comments"),
    ]) private func mistakes(_ mistake: Mistake)
  {
    #expect(message(["case.mustache": mistake.source]) == mistake.expected)
  }

  @Test("A name of one page is unknown on another") func pages() {
    #expect(message(["home.mustache": "{{{body}}}"]).hasPrefix("home.mustache:2:1: no name 'body' here"))
  }

  @Test("Whoever replaces a page, or a part, need not use all parts of the old one") func idleParts() {
    #expect(message(["case.mustache": "{{{body}}}"]) == "accepted")
    #expect(message(["footer.mustache": "<p>{{pageTitle}}</p>"]) == "accepted")
  }

  @Test("Partials may not include themselves, not even through others") func cycles() {
    #expect(
      message(["header.mustache": "{{> footer}}", "footer.mustache": "{{> header}}"])
        == "footer.mustache:2:1: the partial 'header' includes itself")
  }

  @Test("A file that no page uses is a typing error") func unused() {
    #expect(
      message(["cases.mustache": "x"])
        == "cases.mustache:1:1: no page uses this template; did you mean 'case.mustache'?")
    #expect(
      message(["script.js": "x"])
        == "script.js:1:1: a theme consists of *.mustache, casebook.css, casebook.js, finder.js, icon.svg, search.js, theme.js"
    )
    #expect(message(["README.md": "x", ".hidden": "x"]) == "accepted")
  }

  @Test("The version of the contract stands in line 1") func stamp() {
    do throws(TemplateError) {
      _ = try SiteRenderer(templates: ["case.mustache": Array("x".utf8)], configuration: SiteConfiguration())
      Issue.record("accepted")
    } catch {
      #expect(error.description.hasPrefix("case.mustache:1:1: the first line must be {{! casebook-template 1 }}"))
    }
  }

  @Test("A theme's own partials, hooks and style sheet are used") func theme() throws {
    let files = [
      "head-extra.mustache": "<meta name=\"x\" content=\"{{siteTitle}}\">\n{{> mine}}\n",
      "mine.mustache": "<!-- mine -->\n",
    ].mapValues { Array((Self.stamp + $0).utf8) }
    let theme = files.merging(["casebook.css": Array("p { color: red }".utf8)]) { a, _ in a }
    let site = try SiteRenderer(templates: theme, configuration: SiteConfiguration(title: "A & B"))
    let tree = try site.site(bodies: [])
    let home = try #require(tree.files.first { $0.path == "index.html" })
    let text = String(decoding: home.bytes, as: UTF8.self)
    #expect(text.contains("<meta name=\"x\" content=\"A &amp; B\">\n<!-- mine -->"))
    #expect(tree.files.contains { $0.path.hasPrefix("assets/casebook.") && $0.bytes == Array("p { color: red }".utf8) })
  }
}
