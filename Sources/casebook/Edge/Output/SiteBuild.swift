import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// Content and templates read, checked and rendered: all that a site is made from, in memory.
///
/// 1. the templates are checked, so that a mistake in a theme ends the build before anything is read;
/// 2. each document is read, judged and rendered, and its arena freed, on all processors;
/// 3. the library rules are asked, and their findings go to the documents they are about;
/// 4. the plan of the site is made; its pages are rendered as they are written.
struct SiteBuild {
  let pages: SitePages
  private let survey: Survey

  private struct Part: Sendable {
    var outline: CaseDocument
    var findings: DocumentFindings
    var body: DocumentBody
  }

  init(_ base: KnowledgeBase) throws(CommandFailure) {
    let renderer = try Self.renderer(base)
    // No clock: the same content gives the same site tomorrow.
    let rules = RuleSet(try base.rules(today: Clock.fixedDay))
    let proofs = base.proofs
    let blocks = proofs.blocks
    let outcomes = LibraryLoader.load(base.sources, limits: base.configuration.limits) { document in
      let findings = rules.examine(document)
      return Part(
        outline: document.model.outline(keepingCodeOf: blocks), findings: findings,
        body: renderer.body(
          of: document, findings: findings.diagnostics.filter { $0.suppression == nil }, proofs: proofs))
    }
    var survey = Survey(
      base, outcomes.map { $0.map { Survey.Part(model: $0.outline, findings: $0.findings, wide: nil) } }, rules)
    try survey.heedBaseline(of: base)
    self.survey = survey
    var bodies: [DocumentBody] = []
    for outcome in outcomes { if case .read(let part) = outcome { bodies.append(part.body) } }
    do throws(OutputCollision) {
      let shown = renderer.images(shownBy: bodies)
      let images = base.images.filter { shown.contains($0.modelPath) }
      pages = SitePages(try renderer.plan(bodies: bodies), images: images)
    } catch {
      throw CommandFailure("\(error); nothing was written")
    }
  }

  private static func renderer(_ base: KnowledgeBase) throws(CommandFailure) -> SiteRenderer {
    var configuration = SiteConfiguration()
    if let title = base.configuration.title { configuration.title = title.value }
    configuration.baseURL = base.configuration.baseURL?.value
    configuration.editURL = base.configuration.editURL?.value
    configuration.images = Set(base.images.map(\.modelPath))
    configuration.staleAfter = base.configuration.staleAfter
    configuration.tools = try ToolFiles.read(base)
    configuration.rules = RulePages.all
    let theme = try Theme.read(base)
    do throws(TemplateError) {
      return try SiteRenderer(templates: theme, configuration: configuration)
    } catch {
      let folder = base.templates.map(Paths.shown) ?? "templates"
      throw CommandFailure("\(folder)/\(error); nothing was written")
    }
  }

  /// Says on standard error what a reader of the site will see in red.
  func reportFindings(_ base: KnowledgeBase) {
    for finding in survey.findings.diagnostics where finding.rule == FileFindings.unreadable {
      StandardError.report(.error, "\(base.shown(finding.path)): \(finding.message)")
    }
    if let first = base.unusableImages.first {
      let count = base.unusableImages.count
      StandardError.report(
        .note,
        "\(count) \(count == 1 ? "picture is" : "pictures are") not copied, \(base.shown(first)) for one",
        help:
          "a name has letters, digits, '-', '_' and '.', a picture at most \(ByteCount.text(LibraryLoader.largestFile))"
      )
    }
    let errors = survey.findings.diagnostics.filter { $0.severity == .error && survey.findings.counts($0) }
    guard !errors.isEmpty else { return }
    let files = Set(errors.map(\.path)).count
    StandardError.report(
      .warning,
      "\(errors.count) error \(errors.count == 1 ? "finding" : "findings") in \(files) \(files == 1 ? "file" : "files")",
      help: "casebook validate shows where")
  }

  /// A build with error findings ends with 1, one that could not read a file with 2.
  var exit: CommandExit { survey.exit(failOn: .error, among: survey.findings.diagnostics) }
}
