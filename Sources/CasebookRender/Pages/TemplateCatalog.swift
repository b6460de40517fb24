/// The templates that make pages, in the order of `templates/README.md`, each with what it may name.
enum TemplateCatalog {
  static let pages: [(path: String, schema: TemplateSchema)] = [
    (HomePage.template, HomePage.fields.schema),
    (CasePage.template, CasePage.fields.schema),
    (IssuePage.template, IssuePage.fields.schema),
    (ToolsPage.template, ToolsPage.fields.schema),
    (ToolPage.template, ToolPage.fields.schema),
    (FrameworkPage.template, FrameworkPage.fields.schema),
    (CoveragePage.template, CoveragePage.fields.schema),
    (SearchPage.template, SearchPage.fields.schema),
    (DocumentPage.template, DocumentPage.fields.schema),
    (ListingPage.template, ListingPage.fields.schema),
    (RulesPage.template, RulesPage.fields.schema),
    (RulePage.template, RulePage.fields.schema),
    (NotFoundPage.template, NotFoundPage.fields.schema),
  ]

  /// The files of a theme that pages link to; their addresses bear a hash of what they hold.
  static let assets = ["casebook.css", "casebook.js", "finder.js", "icon.svg", "search.js", "theme.js"]

  /// Files that are sent at the end of others, as they are loaded together: the search box with what searches.
  private static let tails = ["search.js": "finder.js"]

  /// The built-in templates with those of a theme laid over them, file by file.
  static func sources(overriddenBy theme: [String: [UInt8]]) throws(TemplateError) -> Theme {
    var sources: [String: [UInt8]] = [:]
    for (path, text) in BuiltInTemplates.files { sources[path] = text.withUTF8Buffer { Array($0) } }
    let builtIn = sources
    for (path, bytes) in theme.sorted(by: { $0.key < $1.key }) where !isIgnored(path) {
      guard path.hasSuffix(TemplateCompiler.suffix) || assets.contains(path) else {
        throw TemplateError(
          path: path, line: 1, column: 1,
          message: "a theme consists of *\(TemplateCompiler.suffix), \(assets.joined(separator: ", "))")
      }
      sources[path] = bytes
    }
    var theme = Theme(templates: [:], assets: [])
    for name in assets {
      // Scripts of our own go without comments and indentation; those of a theme are left as they are.
      guard name.hasSuffix(".js"), let bytes = sources[name], bytes == builtIn[name] else { continue }
      sources[name] = ScriptText.packed(bytes)
    }
    for name in assets where !tails.values.contains(name) {
      let bytes = (sources[name] ?? []) + (tails[name].flatMap { sources[$0] } ?? [])
      theme.assets.append((name: name, path: address(of: name, bytes), bytes: bytes))
    }
    for name in assets { sources[name] = nil }
    theme.templates = sources
    return theme
  }

  /// `casebook.css` → `assets/casebook.1e4e9bae.css`.
  private static func address(of name: String, _ bytes: [UInt8]) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    return "assets/\(parts.first ?? "").\(ContentHash.hex8(bytes)).\(parts.last ?? "")"
  }

  private static func isIgnored(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Templates, and the files that are copied beside the pages.
  struct Theme: Sendable {
    var templates: [String: [UInt8]]
    var assets: [(name: String, path: String, bytes: [UInt8])]
  }
}
