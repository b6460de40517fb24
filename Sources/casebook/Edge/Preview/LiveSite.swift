import CasebookModel
import CasebookRender
import CasebookRules
import CasebookServe
import CasebookSource

/// A site in memory that follows the disk: of what it is made from, only what has changed is read again.
///
/// Pages are made when somebody looks at them.
struct LiveSite {
  private typealias Outcome = LibraryLoader.Outcome<SiteBuild.Part>

  private let open: () throws(CommandFailure) -> KnowledgeBase
  /// What the last build read, by path; of files that may have changed since, none.
  private var parts: [String: (stamp: FileStamp, outcome: Outcome)] = [:]
  /// Digest of what every page depends on.
  private var settings: UInt64?
  private var theme: [String: [UInt8]] = [:]
  /// Stamps of the pictures beside the documents.
  private var images: [FileStamp] = []
  /// Whether the last build failed: what it read may be wrong about what is there.
  private var hasFailed = true
  /// Folders and files on which the last build depends.
  private(set) var watched: [String] = []

  /// What has happened.
  struct Update {
    var state: PreviewState
    /// Documents that were read, of all.
    var changed: Set<String>
    var documents: Int
    /// Errors and warnings that count.
    var findings: [Diagnostic]
    var base: KnowledgeBase

    var read: Int { changed.count }
    /// The one document that was read, as the user would name it.
    var only: String? { changed.count == 1 ? changed.first.map(base.shown) : nil }
  }

  init(_ open: @escaping () throws(CommandFailure) -> KnowledgeBase) { self.open = open }

  /// Builds anew what has changed; throws what a build would say, and then still knows the parts of the last one.
  ///
  /// `nil` where nothing has: an editor's own file came and went.
  mutating func update() throws(CommandFailure) -> Update? {
    let started = Clock.nanoseconds
    let base = try open()
    watched = Self.places(of: base)
    let theme = try Theme.read(base)
    let workshop = try SiteWorkshop(base, theme: theme)
    let settings = SiteSettings.digest(base, theme: theme.filter { !$0.key.hasSuffix(".css") }, target: "")
    let isSameWorkshop = settings != nil && settings == self.settings
    let stamps = SourceStamps.read(base.sources, started: started)
    let paths = base.sources.map(\.modelPath)
    let changed = paths.indices.filter { !isSameWorkshop || parts[paths[$0]]?.stamp != stamps[$0] }
    let images = SourceStamps.read(base.images, started: started)
    let isSameSite =
      isSameWorkshop && changed.isEmpty && paths.count == parts.count && images == self.images && !hasFailed
    if isSameSite, theme == self.theme { return nil }
    hasFailed = true
    let fresh = LibraryLoader.loadInBatches(
      changed.map { base.sources[$0] }, limits: base.configuration.limits, workshop.parts)
    var known: [String: (stamp: FileStamp, outcome: Outcome)] = [:]
    for (index, outcome) in zip(changed, fresh) { known[paths[index]] = (stamps[index], outcome) }
    for path in paths where known[path] == nil { known[path] = parts[path] }
    let build = try SiteBuild(base, workshop, paths.compactMap { known[$0]?.outcome })
    // What is wrong with them is told now; they are used when somebody searches.
    _ = try SynonymFiles.read(base)
    parts = known
    self.settings = settings
    self.theme = theme
    self.images = images
    hasFailed = false
    let counting = build.survey.findings.diagnostics.filter { build.survey.findings.counts($0) }
    let findings = counting.filter { $0.severity == .error } + counting.filter { $0.severity == .warning }
    return Update(
      state: Self.state(
        build, findings, base, SearchOnDemand(base, started: started, pages: build.files.plan.casePages),
        styles: isSameSite ? build.files.paths.filter { $0.hasSuffix(".css") } : nil),
      changed: Set(changed.map { paths[$0] }), documents: paths.count, findings: findings, base: base)
  }

  private static func state(
    _ build: SiteBuild, _ findings: [Diagnostic], _ base: KnowledgeBase, _ search: SearchOnDemand, styles: [String]?
  ) -> PreviewState {
    let files = build.files
    var index: [String: Int] = [:]
    var pagesOf: [String: [String]] = [:]
    for (number, path) in files.paths.enumerated() {
      index[path] = number
      guard let page = files.ownPage(at: number), page.document < base.sources.count else { continue }
      pagesOf[base.sources[page.document].modelPath, default: []].append(path)
    }
    let shown = findings.prefix(mostFindings).flatMap { finding in
      (pagesOf[finding.path] ?? []).map { PreviewState.Finding(page: $0, text: line(finding, base)) }
    }
    let (places, pages) = (index, files.pages())
    return PreviewState(
      page: { path in
        if SiteSearch.holds(path) { return search.bytes(at: path) }
        return places[path].flatMap { try? pages.bytes(at: $0) }
      }, findings: shown, styles: styles)
  }

  /// Findings that are told; a reader of more needs another tool.
  private static let mostFindings = 200

  /// `content/a.md:3:1: error: a fenced block must be closed [CB003]`
  static func line(_ finding: Diagnostic, _ base: KnowledgeBase) -> String {
    let place = "\(base.shown(finding.path)):\(finding.range.start)"
    return VisibleText.string("\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]")
  }

  /// All folders in which a change may change the site.
  static func places(of base: KnowledgeBase) -> [String] {
    var places = [base.root, base.content, base.proofStore.folder]
    places += base.folders.map { Paths.join(base.content, $0.path.map(\.text).joined(separator: "/")) }
    for file in base.configuration.tools { places.append(Paths.parent(Paths.join(base.root, file.value))) }
    if let templates = base.templates {
      places.append(templates)
      places += FolderListing.folders(below: templates)
    }
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }
  }
}
