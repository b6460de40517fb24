/// The templates that make pages, in the order of `templates/README.md`, each with what it may name.
enum TemplateCatalog {
  static let pages: [(path: String, schema: TemplateSchema)] = [
    (HomePage.template, HomePage.fields.schema),
    (CasePage.template, CasePage.fields.schema),
    (IssuePage.template, IssuePage.fields.schema),
    (ToolsPage.template, ToolsPage.fields.schema),
    (FrameworkPage.template, FrameworkPage.fields.schema),
    (DocumentPage.template, DocumentPage.fields.schema),
    (ListingPage.template, ListingPage.fields.schema),
    (NotFoundPage.template, NotFoundPage.fields.schema),
  ]

  static let stylesheet = "casebook.css"
  static let icon = "icon.svg"

  /// The built-in templates with those of a theme laid over them, file by file.
  static func sources(overriddenBy theme: [String: [UInt8]]) throws(TemplateError) -> Theme {
    var sources: [String: [UInt8]] = [:]
    for (path, text) in BuiltInTemplates.files { sources[path] = text.withUTF8Buffer { Array($0) } }
    for (path, bytes) in theme.sorted(by: { $0.key < $1.key }) where !isIgnored(path) {
      guard path.hasSuffix(TemplateCompiler.suffix) || path == stylesheet || path == icon else {
        throw TemplateError(
          path: path, line: 1, column: 1,
          message: "a theme consists of *\(TemplateCompiler.suffix), \(stylesheet) and \(icon)")
      }
      sources[path] = bytes
    }
    let css = sources.removeValue(forKey: stylesheet) ?? []
    let svg = sources.removeValue(forKey: icon) ?? []
    return Theme(
      templates: sources,
      stylesheet: (path: "assets/casebook.\(ContentHash.hex8(css)).css", bytes: css),
      icon: (path: "assets/icon.\(ContentHash.hex8(svg)).svg", bytes: svg))
  }

  private static func isIgnored(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Templates, and the files that are copied beside the pages.
  struct Theme: Sendable {
    var templates: [String: [UInt8]]
    var stylesheet: (path: String, bytes: [UInt8])
    var icon: (path: String, bytes: [UInt8])
  }
}
