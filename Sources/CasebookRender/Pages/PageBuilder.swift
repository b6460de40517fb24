import CasebookModel
import CasebookSource

/// A template and the objects that it is rendered with.
struct PageContent: Sendable {
  var template: String
  var stack: [TemplateObject]
  /// Bytes that the page will take, about.
  var capacity: Int
}

/// A page of the plan → its bytes.
struct PageBuilder: Sendable {
  let site: SiteFacts
  let templates: TemplateLibrary
  private let neighbours: [Neighbours]
  /// For each issue type its tools, for pages one folder deep.
  private let toolEntries: [[ToolEntry]]

  /// The cases before and after, of the same issue type.
  private struct Neighbours: Sendable {
    var previous: Int?
    var next: Int?
  }

  init(site: SiteFacts, templates: TemplateLibrary) {
    self.site = site
    self.templates = templates
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

  func bytes(of page: SitePlan.Page, at path: String) -> [UInt8] {
    if case .asset(let bytes) = page { return bytes }
    guard let content = content(of: page, at: path) else { return [] }
    return templates.render(content.template, content.stack, capacity: content.capacity)
  }

  /// What a template is given; nothing for a file that is none.
  func content(of page: SitePlan.Page, at path: String) -> PageContent? {
    switch page {
    case .asset: nil
    case .home: home(path)
    case .listCases: listCases(path)
    case .listDocuments: listDocuments(path)
    case .tools: tools(path)
    case .framework: framework(path)
    case .coverage: coverage(path)
    case .notFound: notFound(path)
    case .issue(let index): issue(index, path)
    case .tool(let index): tool(site.tools[index], path)
    case .rules: rules(path)
    case .rule(let index): rule(site.configuration.rules[index], path)
    case .case(let index): caseContent(index, path)
    case .document(let index): document(index, path)
    }
  }

  private func frame(
    _ path: String, _ title: String, _ description: String = "", crumbs: [PageFrame.Link] = [],
    in section: SiteFacts.Section? = nil
  ) -> PageFrame {
    PageFrame(
      site: site, path: path, title: title, description: Excerpt.of(description),
      crumbs: crumbs, section: section)
  }

  private func homeCrumb(_ root: String) -> PageFrame.Link {
    PageFrame.Link(title: "Home", address: root + PageAddress.home)
  }

  private func content<Page>(
    _ template: String, _ frame: PageFrame, _ fields: TemplateFields<Page>, _ page: Page, capacity: Int = 0
  ) -> PageContent {
    PageContent(
      template: template, stack: [PageFrame.fields.object(frame), fields.object(page)], capacity: (6 << 10) + capacity)
  }

  private func home(_ path: String) -> PageContent? {
    let page = HomePage(site: site)
    let frame = frame(path, site.configuration.title, site.configuration.summary)
    return content(HomePage.template, frame, HomePage.fields, page)
  }

  private func caseContent(_ index: Int, _ path: String) -> PageContent? {
    let reference = site.cases[index]
    let body = site.body(of: reference)
    let root = PageAddress.root(from: path)
    let source = site.bodies[reference.document].path
    let issues = reference.issues.map { site.issues[$0] }
    let links = issues.map { PageFrame.Link(title: $0.name, address: root + PageAddress.issue($0.id)) }
    func neighbour(_ other: Int?) -> PageFrame.Link? {
      other.map { PageFrame.Link(title: site.cases[$0].title, address: root + site.cases[$0].address) }
    }
    let page = CasePage(
      body: body, content: LinkResolver(site: site).resolve(body.body, document: reference.document, page: path),
      issues: links, tools: tools(reference.issues.first, body), findings: rows(body.findings, source, root),
      source: source, edit: site.editAddress(path: source, line: body.line),
      staleAfter: site.configuration.staleAfter, previous: neighbour(neighbours[index].previous),
      next: neighbour(neighbours[index].next))
    let cases = PageFrame.Link(title: "Cases", address: root + PageAddress.cases)
    let frame = frame(
      path, body.title, body.body.summary, crumbs: [homeCrumb(root), links.first ?? cases], in: .cases)
    return content(CasePage.template, frame, CasePage.fields, page, capacity: page.content.bytes.count)
  }

  /// Tools of the issue type, then others that the case uses.
  private func tools(_ issue: Int?, _ body: CaseBody) -> [ToolEntry] {
    var entries = issue.map { toolEntries[$0] } ?? []
    guard !body.toolsUsed.isEmpty || !body.toolIDs.isEmpty else { return entries }
    let used = Set(body.toolsUsed.map { Array($0.utf8) })
    let usedIDs = Set(body.toolIDs)
    for index in entries.indices {
      entries[index].isUsed =
        used.contains(Array(entries[index].name.utf8)) || (entries[index].tool.map { usedIDs.contains($0.id) } ?? false)
    }
    var named = Set(entries.map { Array($0.name.utf8) })
    var ids = Set(entries.compactMap(\.tool?.id))
    let others = body.toolsUsed + body.toolIDs.compactMap { site.configuration.tools[id: $0]?.name }
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

  private func document(_ index: Int, _ path: String) -> PageContent? {
    let body = site.bodies[index]
    guard let pageBody = body.page else { return nil }
    let root = PageAddress.root(from: path)
    let page = DocumentPage(
      body: body, page: pageBody,
      content: LinkResolver(site: site).resolve(pageBody, document: index, page: path),
      findings: rows(body.findings, body.path, root), edit: site.editAddress(path: body.path, line: 1))
    let list = PageFrame.Link(title: "Documents", address: root + PageAddress.documents)
    let frame = frame(path, body.title, pageBody.summary, crumbs: [homeCrumb(root), list], in: .documents)
    return content(DocumentPage.template, frame, DocumentPage.fields, page, capacity: page.content.bytes.count)
  }

  private func rows(_ findings: [Diagnostic], _ path: String, _ root: String) -> [FindingRow] {
    findings.map {
      FindingRow(
        finding: $0, address: site.editAddress(path: path, line: $0.range.start.line),
        rulePage: site.ruleAddress($0.rule, root: root))
    }
  }

  private func issue(_ index: Int, _ path: String) -> PageContent? {
    let issue = site.issues[index]
    let root = PageAddress.root(from: path)
    let page = IssuePage(
      issue: issue, tools: toolEntries[index], cases: issue.cases.map { CaseRow($0, of: site, root: root) })
    let tools = PageFrame.Link(title: "Tools", address: root + PageAddress.tools)
    let summary =
      issue.tools.isEmpty ? "" : "Tools for \(issue.name.lowercased()): \(issue.tools.joined(separator: ", "))."
    let frame = frame(path, issue.name, summary, crumbs: [homeCrumb(root), tools], in: .tools)
    return content(IssuePage.template, frame, IssuePage.fields, page)
  }

  private func tools(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = ToolsPage(rows: site.issues.map { ToolsPage.Row($0, of: site, root: root) })
    let frame = frame(
      path, "Tools by issue type", "Which tool to reach for, by kind of problem.", crumbs: [homeCrumb(root)], in: .tools
    )
    return content(ToolsPage.template, frame, ToolsPage.fields, page)
  }

  private func tool(_ reference: SiteFacts.ToolRef, _ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let tool = reference.tool
    let links = reference.issues.map { index in
      PageFrame.Link(title: site.issues[index].name, address: root + PageAddress.issue(site.issues[index].id))
    }
    let successor = tool.successor.flatMap(site.configuration.tools.find).flatMap { next -> PageFrame.Link? in
      let address = site.toolAddress(next.id, root: root)
      return address.isEmpty ? nil : PageFrame.Link(title: next.name, address: address)
    }
    let page = ToolPage(
      tool: tool, issues: links, successor: successor,
      cases: reference.cases.prefix(ToolPage.shownCases).map { CaseRow($0, of: site, root: root) },
      caseCount: reference.cases.count)
    let tools = PageFrame.Link(title: "Tools", address: root + PageAddress.tools)
    let crumbs = site.issues.isEmpty ? [homeCrumb(root)] : [homeCrumb(root), tools]
    let frame = frame(path, tool.name, tool.summary, crumbs: crumbs, in: .tools)
    return content(ToolPage.template, frame, ToolPage.fields, page)
  }

  private func rules(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let rows = site.configuration.rules.map { RulesPage.Row(rule: $0, address: site.ruleAddress($0.id, root: root)) }
    let frame = frame(path, "Rules", "What casebook validate finds, and why.", crumbs: [homeCrumb(root)])
    return content(RulesPage.template, frame, RulesPage.fields, RulesPage(rows: rows))
  }

  private func rule(_ rule: ExplainedRule, _ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let rules = PageFrame.Link(title: "Rules", address: root + PageAddress.rules)
    let frame = frame(path, "\(rule.id) \(rule.name)", rule.what, crumbs: [homeCrumb(root), rules])
    return content(RulePage.template, frame, RulePage.fields, rule)
  }

  private func framework(_ path: String) -> PageContent? {
    guard let framework = site.framework?.framework else { return nil }
    let root = PageAddress.root(from: path)
    let page = FrameworkPage(framework, of: site, root: root)
    let title = framework.title.value.isEmpty ? "Investigation process" : framework.title.value
    let frame = frame(
      path, title, "The stages of an investigation, with examples.", crumbs: [homeCrumb(root)], in: .framework)
    return content(FrameworkPage.template, frame, FrameworkPage.fields, page)
  }

  private func coverage(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = CoveragePage(site, root: root)
    let frame = frame(path, "What is proved", "Which cases a check proves.", crumbs: [homeCrumb(root)])
    return content(CoveragePage.template, frame, CoveragePage.fields, page)
  }

  private func listCases(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let keys = site.cases.map { $0.title.lowercased() }
    let order = site.cases.indices.sorted {
      keys[$0].hasSameBytes(as: keys[$1]) ? $0 < $1 : keys[$0].precedes(keys[$1])
    }
    let page = ListingPage(cases: order.map { CaseRow($0, of: site, root: root) })
    let frame = frame(path, "All cases", crumbs: [homeCrumb(root)], in: .cases)
    return content(ListingPage.template, frame, ListingPage.fields, page)
  }

  private func listDocuments(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = ListingPage(
      documents: site.pages.map { DocumentRow(site.bodies[$0], root: root) })
    let frame = frame(path, "All documents", crumbs: [homeCrumb(root)], in: .documents)
    return content(ListingPage.template, frame, ListingPage.fields, page)
  }

  private func notFound(_ path: String) -> PageContent? {
    content(NotFoundPage.template, frame(path, "Page not found"), NotFoundPage.fields, NotFoundPage())
  }
}
