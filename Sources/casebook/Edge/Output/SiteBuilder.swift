import CasebookRender
import CasebookSource
import Glibc

/// Builds a site in its place, from as little as will do.
///
/// Nothing changed → nothing is read; little changed → that is read, made and written; else everything is. What a build
/// leaves in its cache is believed only for the same settings, theme and program, and only while every file of the site is
/// as it was left.
struct SiteBuilder {
  private let base: KnowledgeBase
  private let target: String
  private let started: Int64
  private let theme: [String: [UInt8]]
  private let parent: Root
  private let name: DiskName

  /// Takes a knowledge base that was listed after `started`.
  init(_ base: KnowledgeBase, _ target: String, started: Int64) throws(CommandFailure) {
    self.base = base
    self.target = target
    self.started = started
    theme = try Theme.read(base)
    parent = try SiteWriter.openParent(target)
    name = DiskName(text: Paths.name(target))
    SiteLeftovers(parent: parent, name: name).tidy()
  }

  func build() throws(CommandFailure) -> (summary: SiteWriter.Summary, verdict: SiteVerdict) {
    let isReadable = !base.findings.contains { $0.rule == FileFindings.unreadable }
    guard isReadable, let settings = SiteSettings.digest(base, theme: theme, target: target),
      let store = SiteStore(base)
    else { return try buildAll() }
    let stamps = SourceStamps.read(base.sources, started: started)
    let images = zip(base.images, SourceStamps.read(base.images, started: started)).map { ($0.modelPath, $1) }
    let plan = Plan(settings: settings, store: store, stamps: stamps, images: images)
    if let stored = store.load(), stored.settings == settings, let result = try update(stored, plan) { return result }
    return try buildAll(plan)
  }

  /// What is known before anything is read.
  private struct Plan {
    var settings: UInt64
    var store: SiteStore
    var stamps: [FileStamp]
    var images: [(path: String, stamp: FileStamp)]
  }

  // MARK: Everything

  private func buildAll(_ plan: Plan? = nil) throws(CommandFailure) -> (SiteWriter.Summary, SiteVerdict) {
    let workshop = try SiteWorkshop(base, theme: theme)
    let build = try SiteBuild(base, workshop, started: started, stamps: plan?.stamps)
    let verdict = SiteVerdict(build.survey)
    // A page that the last site had would be gone, for want of a permission.
    guard verdict.unreadable.isEmpty || !hasSite else {
      verdict.report(base)
      throw CommandFailure("\(Paths.shown(target)): nothing was written; the previous site is as it was")
    }
    let pages = build.files.pages()
    let summary = try SiteWriter(target).write(pages)
    guard let plan else { return (summary, verdict) }
    // A cache with gaps would hide that there are any.
    guard verdict.unreadable.isEmpty, build.records.count == base.sources.count else {
      plan.store.forget()
      return (summary, verdict)
    }
    let others = SiteVerdict.others(in: build.survey, own: build.records.map { ($0.path, $0.errors) })
    SiteTwin(parent: parent, name: name, store: plan.store).make()
    if let listed = ListedSite(parent: parent, name: name, store: plan.store) {
      save(plan, others, build.records.map(\.bytes), listed.listing(of: pages.paths + [SiteManifest.fileName.text]))
    }
    return (summary, verdict)
  }

  /// Whether a build has made a site here before.
  private var hasSite: Bool {
    guard let folder = try? parent.open([name], O_RDONLY | O_DIRECTORY) else { return false }
    return SiteManifest(of: Root(descriptor: folder)) != nil
  }

  private func save(
    _ plan: Plan, _ others: [(path: String, count: Int)], _ documents: [[UInt8]], _ site: SiteListing
  ) {
    plan.store.save(
      SiteCache(settings: plan.settings, others: others, documents: documents, images: plan.images, site: site))
  }

  // MARK: What has changed

  /// `nil` where the cache does not do.
  private func update(_ stored: StoredSite, _ plan: Plan) throws(CommandFailure) -> (SiteWriter.Summary, SiteVerdict)? {
    guard let listed = ListedSite(parent: parent, name: name, store: plan.store), listed.isAsLeft(stored.folders) else {
      return nil
    }
    let areImagesKept = plan.images.elementsEqual(stored.images) { $0.path == $1.path && $0.stamp == $1.stamp }
    let matching = StoredMatch(base.sources, plan.stamps, stored.documents)
    if matching.isOrderKept, matching.changed.isEmpty, areImagesKept {
      let own = zip(base.sources.map(\.modelPath), matching.stored.map { $0?.errors ?? 0 })
      return (SiteWriter.Summary(unchanged: stored.count), SiteVerdict(own: own, others: stored.others))
    }
    let workshop = try SiteWorkshop(base, theme: theme)
    guard
      let update = SiteUpdate(base, stored, plan.stamps, workshop, matching, mayBeLocal: areImagesKept)
    else { return nil }
    let (change, count) = try change(update, stored, in: OutputFolder(listed.site))
    var summary = SiteWriter.Summary(written: change.written.count, removed: change.removed.count)
    if change.written.contains(where: { $0.path == SiteManifest.fileName.text }) { summary.written -= 1 }
    summary.unchanged = count - summary.written
    guard try write(change, stored, plan, listed) else { return nil }
    guard let now = ListedSite(parent: parent, name: name, store: plan.store) else { return (summary, update.verdict) }
    save(plan, update.others, update.documents, now.listing(of: stored, after: change))
    return (summary, update.verdict)
  }

  /// The files that differ from those of the site, and how many it will have.
  private func change(
    _ update: SiteUpdate, _ stored: StoredSite, in site: OutputFolder
  ) throws(CommandFailure) -> (SiteTwin.Change, count: Int) {
    var change = SiteTwin.Change(removed: update.removed)
    let pages = update.pages
    for index in pages.paths.indices where !pages.isKnown[index] {
      let bytes = try pages.bytes(at: index)
      if !site.holds(bytes, at: pages.paths[index]) { change.written.append((pages.paths[index], bytes)) }
    }
    let search = try SiteSearch(base, started: started, pages: update.casePages).files
    for file in search where !site.holds(file.bytes, at: file.path) { change.written.append(file) }
    let name = SiteManifest.fileName.text
    let old = stored.paths
    let kept = Set(search.map(\.path))
    change.removed += old.filter { SiteSearch.holds($0) && !kept.contains($0) }
    var paths = update.allPaths ?? old.filter { $0 != name && !SiteSearch.holds($0) }
    paths += search.map(\.path)
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let manifest = SiteManifest(paths: paths).bytes
    if !site.holds(manifest, at: name) { change.written.append((name, manifest)) }
    return (change, paths.count)
  }

  /// Brings a change into the site through its twin; `false` where the twin does not do.
  private func write(
    _ change: SiteTwin.Change, _ stored: StoredSite, _ plan: Plan, _ listed: ListedSite
  ) throws(CommandFailure) -> Bool {
    if change.isEmpty { return true }
    let twin = SiteTwin(parent: parent, name: name, store: plan.store)
    if !listed.hasTwin(of: stored.folders) { twin.make() }
    return try Interruption.watching { () throws(CommandFailure) in try twin.apply(change) == nil }
  }
}
