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
      pages: TemplateCatalog.pages.map { ($0.path, [PageFrame.fields.schema, $0.schema]) },
      mayBeIdle: Set(BuiltInTemplates.files.map(\.path)))
  }

  /// Renders what a document says; findings are shown where they belong.
  ///
  /// Whoever knows which tools its cases use hands in their ids; otherwise they are looked for.
  package func body(
    of document: ReadDocument, findings: [Diagnostic], toolIDs: [[String]]? = nil, proofs: ProofRecords = ProofRecords()
  ) -> DocumentBody {
    BodyRenderer(
      document: document, findings: findings, images: configuration.images,
      toolIDs: toolIDs ?? document.model.cases.map { tools.ids(tools.uses(in: $0).sure) }, proofs: proofs
    ).body()
  }

  /// Joins all documents; every page can be made.
  package func plan(bodies: [DocumentBody]) throws(OutputCollision) -> SitePlan {
    let bodies = bodies.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var plan = try plan(faces: bodies.map(DocumentFace.init))
    plan.bodies = Dictionary(uniqueKeysWithValues: bodies.enumerated().map { ($0, $1) })
    return plan
  }

  /// Joins all documents, of which the faces suffice; sorted by path.
  package func plan(faces: [DocumentFace]) throws(OutputCollision) -> SitePlan {
    let site = SiteFacts(faces: faces, frame: frame)
    return try SitePlan(site: site, templates: templates, assets: theme.assets.map { ($0.path, $0.bytes) })
  }

  private var frame: SiteFrame {
    SiteFrame(
      configuration: configuration,
      assets: Dictionary(theme.assets.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Renders a page of a document that shows of all others what it showed before; `nil` for a damaged context.
  package func page(
    of body: DocumentBody, caseIndex: Int?, at path: String, context bytes: UnsafeRawBufferPointer
  ) -> [UInt8]? {
    var frame = frame
    guard let context = PageContext(record: bytes, frame: &frame) else { return nil }
    let own = OwnPageBuilder(frame: frame)
    let content: PageContent
    if let caseIndex {
      guard body.cases.indices.contains(caseIndex) else { return nil }
      content = own.casePage(body.cases[caseIndex], source: body.path, context, at: path)
    } else {
      guard let page = body.page else { return nil }
      content = own.documentPage(body, page, context, at: path)
    }
    return templates.render(content.template, content.stack, capacity: content.capacity)
  }

  /// Renders the whole site into memory.
  package func site(bodies: [DocumentBody]) throws(OutputCollision) -> OutputTree { try plan(bodies: bodies).tree() }
}
