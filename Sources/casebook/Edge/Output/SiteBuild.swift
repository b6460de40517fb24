import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// Content and templates read, checked and rendered: all that a site is made from, in memory.
///
/// 1. the templates are checked, so that a mistake in a theme ends the build before anything is read;
/// 2. each document is read, judged and rendered, and its arena freed, on all processors;
/// 3. the library rules are asked, and their findings go to the documents they are about;
/// 4. the plan of the site is made; its pages are rendered as they are written;
/// 5. the search data is written from the index of the knowledge base.
struct SiteBuild {
  let files: SiteFiles
  let survey: Survey
  /// What the next build may want to know of each document, in the order of their paths; empty if nobody asked.
  private(set) var records: [DocumentRecord] = []

  /// What stays of a document.
  struct Part: Sendable {
    var outline: CaseDocument
    var findings: DocumentFindings
    var body: DocumentBody
  }

  /// With `stamps`, those of the sources in their order, records are kept.
  init(
    _ base: KnowledgeBase, _ workshop: SiteWorkshop, started: Int64, stamps: [FileStamp]? = nil
  ) throws(CommandFailure) {
    let outcomes = LibraryLoader.loadInBatches(base.sources, limits: base.configuration.limits, workshop.parts)
    try self.init(base, workshop, outcomes, started: started, stamps: stamps)
  }

  /// Joins what was read of each document, in the order of the sources; without `started` there are no search data.
  init(
    _ base: KnowledgeBase, _ workshop: SiteWorkshop, _ outcomes: [LibraryLoader.Outcome<Part>], started: Int64? = nil,
    stamps: [FileStamp]? = nil
  ) throws(CommandFailure) {
    var survey = Survey(
      base, outcomes.map { $0.map { Survey.Part(model: $0.outline, findings: $0.findings, wide: nil) } },
      workshop.rules)
    try survey.heedBaseline(of: base)
    self.survey = survey
    var bodies: [DocumentBody] = []
    for outcome in outcomes { if case .read(let part) = outcome { bodies.append(part.body) } }
    let plan: SitePlan
    do throws(OutputCollision) {
      plan = try workshop.renderer.plan(bodies: bodies)
    } catch {
      throw CommandFailure("\(error); nothing was written")
    }
    let shown = workshop.renderer.images(shownBy: plan.faces)
    let search = try started.map { started throws(CommandFailure) in
      try SiteSearch(base, started: started, pages: plan.casePages).files
    }
    files = SiteFiles(plan, images: base.images.filter { shown.contains($0.modelPath) }, search: search ?? [])
    guard let stamps, outcomes.count == files.plan.faces.count, stamps.count == outcomes.count else { return }
    for (index, outcome) in outcomes.enumerated() {
      guard case .read(let part) = outcome else { continue }
      records.append(
        DocumentRecord(
          path: part.outline.path, stamp: stamps[index], face: files.plan.faces[index], outline: part.outline,
          findings: part.findings))
    }
    addPages()
  }

  /// Notes which files are pages of which document.
  private mutating func addPages() {
    for index in files.paths.indices {
      guard let page = files.ownPage(at: index) else { continue }
      records[page.document].pages.append(
        .init(path: files.paths[index], caseIndex: page.caseIndex, context: page.context))
    }
  }
}

/// What turns a document into its part of the site: rules, theme, tools, records of checks.
struct SiteWorkshop: Sendable {
  let renderer: SiteRenderer
  let rules: RuleSet
  private let proofs: ProofRecords
  private let proved: Set<String>

  init(_ base: KnowledgeBase, theme: [String: [UInt8]]) throws(CommandFailure) {
    var configuration = SiteConfiguration()
    if let title = base.configuration.title { configuration.title = title.value }
    configuration.baseURL = base.configuration.baseURL?.value
    configuration.editURL = base.configuration.editURL?.value
    configuration.images = Set(base.images.map(\.modelPath))
    configuration.staleAfter = base.configuration.staleAfter
    configuration.tools = try ToolFiles.read(base)
    configuration.rules = RulePages.all
    do throws(TemplateError) {
      renderer = try SiteRenderer(templates: theme, configuration: configuration)
    } catch {
      let folder = base.templates.map(Paths.shown) ?? "templates"
      throw CommandFailure("\(folder)/\(error); nothing was written")
    }
    // No clock: the same content gives the same site tomorrow.
    rules = RuleSet(try base.rules(today: Clock.fixedDay))
    proofs = base.proofs
    proved = proofs.blocks
  }

  /// Judges and renders documents.
  @Sendable func parts(_ documents: [ReadDocument]) -> [SiteBuild.Part] {
    zip(documents, rules.examine(documents) { _ in .none }).map { document, findings in
      SiteBuild.Part(
        outline: document.model.outline(keepingCodeOf: proved), findings: findings,
        body: renderer.body(
          of: document, findings: findings.diagnostics.filter { $0.suppression == nil },
          toolIDs: rules.toolIDs(findings), proofs: proofs))
    }
  }
}
