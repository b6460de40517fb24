import CasebookModel
import CasebookSource

/// The site's facts → what each case's and document's own page shows of them.
struct ContextBuilder: Sendable {
  let site: SiteFacts
  private let neighbours: [Neighbours]
  /// For each issue type its tools, for pages one folder deep.
  let toolEntries: [[ToolEntry]]

  /// The cases before and after, of the same issue type.
  private struct Neighbours: Sendable {
    var previous: Int?
    var next: Int?
  }

  init(_ site: SiteFacts) {
    self.site = site
    var neighbours = [Neighbours](repeating: Neighbours(), count: site.cases.count)
    for issue in site.issues {
      for (a, b) in zip(issue.cases, issue.cases.dropFirst()) {
        neighbours[a].next = b
        neighbours[b].previous = a
      }
    }
    self.neighbours = neighbours
    toolEntries = site.issues.map { site.toolEntries($0.tools, root: "../") }
  }

  func context(ofCase index: Int) -> PageContext {
    let reference = site.cases[index]
    let face = site.face(of: reference)
    let root = PageAddress.root(from: reference.address)
    func link(_ other: Int?) -> PageFrame.Link? {
      other.map { PageFrame.Link(title: site.cases[$0].title, address: root + site.cases[$0].address) }
    }
    var context = PageContext()
    context.issues = reference.issues.map {
      PageFrame.Link(title: site.issues[$0].name, address: root + PageAddress.issue(site.issues[$0].id))
    }
    context.tools = tools(reference.issues.first, face)
    context.tags = face.tags.map { PageFrame.Link(title: $0, address: "") }
    context.previous = link(neighbours[index].previous)
    context.next = link(neighbours[index].next)
    context.links = LinkResolver(site: site).resolve(
      face.page, document: reference.document, page: reference.address)
    return context
  }

  func context(ofDocument index: Int) -> PageContext {
    var context = PageContext()
    let face = site.faces[index]
    if let page = face.page {
      let address = PageAddress.document(face.path)
      context.links = LinkResolver(site: site).resolve(page, document: index, page: address)
    }
    return context
  }

  /// Tools of the issue type, then others that the case uses.
  private func tools(_ issue: Int?, _ face: CaseFace) -> [ToolEntry] {
    var entries = issue.map { toolEntries[$0] } ?? []
    guard !face.toolsUsed.isEmpty || !face.toolIDs.isEmpty else { return entries }
    let used = Set(face.toolsUsed.map { Array($0.utf8) })
    let usedIDs = Set(face.toolIDs)
    for index in entries.indices {
      entries[index].isUsed =
        used.contains(Array(entries[index].name.utf8)) || (entries[index].tool.map { usedIDs.contains($0.id) } ?? false)
    }
    var named = Set(entries.map { Array($0.name.utf8) })
    var ids = Set(entries.compactMap(\.tool?.id))
    let others = face.toolsUsed + face.toolIDs.compactMap { site.configuration.tools[id: $0]?.name }
    for var entry in site.toolEntries(others, root: "../") {
      if let id = entry.tool?.id, !ids.insert(id).inserted { continue }
      guard named.insert(Array(entry.name.utf8)).inserted else { continue }
      entry.isUsed = true
      entries.append(entry)
    }
    // Those that the case shows first, those that were given up last.
    func rank(_ entry: ToolEntry) -> Int { entry.isUsed ? 0 : entry.tool?.status == .deprecated ? 2 : 1 }
    return (0...2).flatMap { place in entries.filter { rank($0) == place } }
  }
}
