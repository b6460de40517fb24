package import CasebookModel
package import CasebookSource

/// A knowledge base → its site.
///
/// 1. the templates are checked, all of them, before anything is rendered;
/// 2. `body` renders one document, from any thread; its arena may be freed after that;
/// 3. `plan` joins the bodies: addresses, lists, links from one to the other, and refuses two pages at one address;
/// 4. the plan renders each page on demand.
package struct SiteRenderer: Sendable {
  let configuration: SiteConfiguration
  private let tools: ToolIndex
  private let templates: TemplateLibrary
  private let theme: TemplateCatalog.Theme

  /// Takes the files of a theme, path below its folder → bytes; none for the built-in one.
  package init(templates: [String: [UInt8]] = [:], configuration: SiteConfiguration) throws(TemplateError) {
    self.configuration = configuration
    tools = ToolIndex(configuration.tools)
    theme = try TemplateCatalog.sources(overriddenBy: templates)
    self.templates = try TemplateLibrary(
      sources: theme.templates,
      pages: TemplateCatalog.pages.map { ($0.path, [PageFrame.fields.schema, $0.schema]) })
  }

  /// Renders what a document says; findings are shown where they belong.
  package func body(
    of document: ReadDocument, findings: [Diagnostic], proofs: ProofRecords = ProofRecords()
  ) -> DocumentBody {
    BodyRenderer(
      document: document, findings: findings, images: configuration.images, tools: tools, proofs: proofs
    ).body()
  }

  /// Joins all documents; bodies in the order of their paths.
  package func plan(bodies: [DocumentBody]) throws(OutputCollision) -> SitePlan {
    let site = SiteFacts(
      configuration: configuration,
      bodies: bodies.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      assets: Dictionary(theme.assets.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first }))
    return try SitePlan(site: site, templates: templates, assets: theme.assets.map { ($0.path, $0.bytes) })
  }

  /// Renders the whole site into memory.
  package func site(bodies: [DocumentBody]) throws(OutputCollision) -> OutputTree { try plan(bodies: bodies).tree() }
}
