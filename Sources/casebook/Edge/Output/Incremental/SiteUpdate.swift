import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// The site of a knowledge base of which little has changed since the last build, made from that and the cache alone.
///
/// 1. documents whose stamps have changed are read; of all others the cache has the faces;
/// 2. where every face is as it was, only the pages of the changed documents are made;
/// 3. else the plan is made anew: pages about the whole site are made, and those pages of single documents that show
///    something else of the rest of the site; their documents are read as well;
/// 4. rules about the library are asked again if what they see of a changed document has changed.
struct SiteUpdate {
  let pages: SitePages
  let removed: [String]
  /// All files of the site, where there may be others than before.
  let allPaths: [String]?
  let verdict: SiteVerdict
  let others: [(path: String, count: Int)]
  /// In the order of the sources.
  let documents: [[UInt8]]

  /// `nil` where the cache does not do: a file can't be read, two pages have one address, a record is damaged.
  init?(
    _ base: KnowledgeBase, _ stored: StoredSite, _ stamps: [FileStamp], _ workshop: SiteWorkshop,
    _ matching: StoredMatch, mayBeLocal: Bool
  ) {
    let changed = matching.changed
    guard var parts = Self.read(changed, base, workshop) else { return nil }
    var records: [Int: DocumentRecord] = [:]
    for (index, part) in parts {
      records[index] = DocumentRecord(
        path: base.sources[index].modelPath, stamp: stamps[index], face: DocumentFace(part.body),
        outline: part.outline, findings: part.findings)
    }
    if mayBeLocal, matching.isOrderKept, let local = Self.local(stored, matching, parts, records, workshop) {
      pages = local.pages
      records = local.records
      removed = []
      allPaths = nil
    } else {
      guard
        let whole = Self.whole(base, stored, matching, &parts, &records, stamps, workshop)
      else { return nil }
      (pages, removed) = whole
      allPaths = pages.paths
    }
    documents = base.sources.indices.map { index in
      records[index]?.bytes ?? matching.stored[index].map { Array($0.bytes) } ?? []
    }
    guard !documents.contains(where: \.isEmpty) else { return nil }
    let ownErrors = base.sources.indices.map { records[$0]?.errors ?? matching.stored[$0]?.errors ?? 0 }
    let isViewKept =
      matching.isOrderKept
      && changed.allSatisfy { index in
        guard let view = records[index]?.view?.value else { return false }
        return view == matching.former(index)?.view
      }
    if isViewKept {
      others = stored.others
    } else {
      guard let found = Self.others(base, matching, parts, workshop, ownErrors) else { return nil }
      others = found
    }
    verdict = SiteVerdict(own: zip(base.sources.map(\.modelPath), ownErrors), others: others)
  }

  /// Pages of cases: path of the document, place among its cases, path of the page.
  var casePages: [(document: String, caseIndex: Int, path: String)] {
    documents.flatMap { bytes in
      bytes.withUnsafeBytes { bytes -> [(document: String, caseIndex: Int, path: String)] in
        guard let document = StoredDocument(bytes) else { return [] }
        let path = String(decoding: document.path, as: UTF8.self)
        return document.pages().compactMap { page in page.caseIndex.map { (path, $0, page.path) } }
      }
    }
  }

  private static func read(_ indices: [Int], _ base: KnowledgeBase, _ workshop: SiteWorkshop) -> [Int: SiteBuild.Part]?
  {
    let outcomes = LibraryLoader.loadInBatches(
      indices.map { base.sources[$0] }, limits: base.configuration.limits, workshop.parts)
    var parts: [Int: SiteBuild.Part] = [:]
    for (index, outcome) in zip(indices, outcomes) {
      guard case .read(let part) = outcome else { return nil }
      parts[index] = part
    }
    return parts
  }

  // MARK: Faces as they were

  /// Only the pages of the changed documents; `nil` if another page may show what has changed.
  private static func local(
    _ stored: StoredSite, _ matching: StoredMatch, _ parts: [Int: SiteBuild.Part], _ records: [Int: DocumentRecord],
    _ workshop: SiteWorkshop
  ) -> (pages: SitePages, records: [Int: DocumentRecord])? {
    var records = records
    var paths: [String] = []
    var made: [[UInt8]] = []
    for (index, part) in parts.sorted(by: { $0.key < $1.key }) {
      guard let former = matching.former(index), let record = records[index], record.face.elementsEqual(former.face)
      else { return nil }
      for page in former.pages() {
        guard
          let bytes = workshop.renderer.page(
            of: part.body, caseIndex: page.caseIndex, at: page.path, context: page.context)
        else { return nil }
        paths.append(page.path)
        made.append(bytes)
        records[index]?.pages.append(
          .init(path: page.path, caseIndex: page.caseIndex, context: Array(page.context)))
      }
    }
    let all = made
    return (SitePages(paths: paths, isKnown: paths.map { _ in false }) { all[$0] }, records)
  }

  // MARK: The plan anew

  private static func whole(
    _ base: KnowledgeBase, _ stored: StoredSite, _ matching: StoredMatch, _ parts: inout [Int: SiteBuild.Part],
    _ records: inout [Int: DocumentRecord], _ stamps: [FileStamp], _ workshop: SiteWorkshop
  ) -> (SitePages, [String])? {
    let known = parts.mapValues { DocumentFace($0.body) }
    let faces = base.sources.indices.compactMap {
      known[$0] ?? matching.stored[$0].flatMap { DocumentFace(record: $0.face) }
    }
    guard faces.count == base.sources.count, let plan = try? workshop.renderer.plan(faces: faces) else { return nil }
    let shown = workshop.renderer.images(shownBy: plan.faces)
    let images = base.images.filter { shown.contains($0.modelPath) }
    var files = SiteFiles(plan, images: images)
    var isKnown = files.paths.map { _ in false }
    var pages: [Int: [DocumentRecord.Page]] = [:]
    var outdated: Set<Int> = []
    for index in files.paths.indices {
      guard let page = files.ownPage(at: index) else { continue }
      pages[page.document, default: []].append(
        .init(path: files.paths[index], caseIndex: page.caseIndex, context: page.context))
      guard parts[page.document] == nil, let former = matching.stored[page.document] else { continue }
      isKnown[index] = former.pages().contains { old in
        old.path == files.paths[index] && old.caseIndex == page.caseIndex && old.context.elementsEqual(page.context)
      }
      if !isKnown[index] { outdated.insert(page.document) }
    }
    guard let more = read(outdated.sorted(), base, workshop) else { return nil }
    for (index, part) in more {
      parts[index] = part
      records[index] = DocumentRecord(
        path: base.sources[index].modelPath, stamp: stamps[index], face: faces[index], outline: part.outline,
        findings: part.findings)
    }
    for (index, part) in parts {
      files.add(part.body, at: index)
      records[index]?.pages = pages[index] ?? []
    }
    let kept = Set(files.paths)
    let removed = stored.paths.filter {
      !kept.contains($0) && $0 != SiteManifest.fileName.text && !SiteSearch.holds($0)
    }
    return (files.pages(isKnown: isKnown), removed)
  }

  // MARK: Rules about the library

  /// Error findings about the library, by path.
  private static func others(
    _ base: KnowledgeBase, _ matching: StoredMatch, _ parts: [Int: SiteBuild.Part], _ workshop: SiteWorkshop,
    _ ownErrors: [Int]
  ) -> [(path: String, count: Int)]? {
    var parts = parts
    // What silences meet depends on places, which only the document tells.
    let silent = base.sources.indices.filter { parts[$0] == nil && matching.stored[$0]?.view == nil }
    guard let more = read(silent, base, workshop) else { return nil }
    parts.merge(more) { first, _ in first }
    let all = parts
    let loaded = Threads.mapChunks(of: base.sources.count) { range -> [Survey.Part?] in
      range.map { index in
        if let part = all[index] { return Survey.Part(model: part.outline, findings: part.findings, wide: nil) }
        return matching.stored[index]?.outline().map { Survey.Part(model: $0.model, findings: $0.findings, wide: nil) }
      }
    }.flatMap(\.self).compactMap(\.self)
    guard loaded.count == base.sources.count else { return nil }
    let survey = Survey(base, loaded.map { .read($0) }, workshop.rules)
    return SiteVerdict.others(in: survey, own: zip(base.sources.map(\.modelPath), ownErrors))
  }
}

extension SiteVerdict {
  /// Joins what documents say of themselves with what is said of them.
  init(own: some Sequence<(String, Int)>, others: [(path: String, count: Int)]) {
    var errors = others.reduce(into: [String: Int]()) { $0[$1.path, default: 0] += $1.count }
    for (path, count) in own where count > 0 { errors[path, default: 0] += count }
    self.errors = errors.values.reduce(0, +)
    files = errors.count
  }

  /// Error findings that no document has by itself, by path.
  static func others(in survey: Survey, own: some Sequence<(String, Int)>) -> [(path: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in survey.findings.diagnostics where finding.severity == .error && survey.findings.counts(finding) {
      counts[finding.path, default: 0] += 1
    }
    for (path, count) in own where count > 0 { counts[path, default: 0] -= count }
    return counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
