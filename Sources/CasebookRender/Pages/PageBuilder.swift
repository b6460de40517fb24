import CasebookModel
import CasebookSource

/// A template and the objects that it is rendered with.
struct PageContent: Sendable {
  var template: String
  var stack: [TemplateObject]
  /// Bytes that the page will take, about.
  var capacity: Int

  init<Page>(
    _ template: String, _ frame: PageFrame, _ fields: TemplateFields<Page>, _ page: Page, capacity: Int = 0
  ) {
    self.template = template
    stack = [PageFrame.fields.object(frame), fields.object(page)]
    self.capacity = (6 << 10) + capacity
  }
}

/// A page of the plan that is about the site as a whole → what its template is given; it sees of documents their faces alone.
struct PageBuilder: Sendable {
  let contexts: ContextBuilder

  var site: SiteFacts { contexts.site }

  /// What a template is given; nothing for a file that is none.
  func content(of page: SitePlan.Page, at path: String) -> PageContent? {
    switch page {
    case .asset, .case, .document: nil
    case .home: home(path)
    case .listCases: listCases(path)
    case .listDocuments: listDocuments(path)
    case .tools: tools(path)
    case .framework: framework(path)
    case .coverage: coverage(path)
    case .notFound: notFound(path)
    case .search: search(path)
    case .issue(let index): issue(index, path)
    case .tool(let index): tool(site.tools[index], path)
    case .rules: rules(path)
    case .rule(let index): rule(site.configuration.rules[index], path)
    }
  }

  private func frame(
    _ path: String, _ title: String, _ description: String = "", crumbs: [PageFrame.Link] = [],
    in section: SiteFrame.Section? = nil
  ) -> PageFrame {
    PageFrame(
      site: site.frame, path: path, title: title, description: Excerpt.of(description),
      crumbs: crumbs, section: section)
  }

  private func content<Page>(
    _ template: String, _ frame: PageFrame, _ fields: TemplateFields<Page>, _ page: Page
  ) -> PageContent {
    PageContent(template, frame, fields, page)
  }

  private func home(_ path: String) -> PageContent? {
    let page = HomePage(site: site)
    let frame = frame(path, site.configuration.title, site.configuration.summary)
    return content(HomePage.template, frame, HomePage.fields, page)
  }

  private func issue(_ index: Int, _ path: String) -> PageContent? {
    let issue = site.issues[index]
    let root = PageAddress.root(from: path)
    let page = IssuePage(
      issue: issue, tools: contexts.toolEntries[index], cases: issue.cases.map { CaseRow($0, of: site, root: root) })
    let tools = PageFrame.Link(title: "Tools", address: root + PageAddress.tools)
    let summary =
      issue.tools.isEmpty ? "" : "Tools for \(issue.name.lowercased()): \(issue.tools.joined(separator: ", "))."
    let frame = frame(path, issue.name, summary, crumbs: [.home(root), tools], in: .tools)
    return content(IssuePage.template, frame, IssuePage.fields, page)
  }

  private func tools(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = ToolsPage(rows: site.issues.map { ToolsPage.Row($0, of: site, root: root) })
    let frame = frame(
      path, "Tools by issue type", "Which tool to reach for, by kind of problem.", crumbs: [.home(root)], in: .tools
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
    let crumbs = site.issues.isEmpty ? [.home(root)] : [.home(root), tools]
    let frame = frame(path, tool.name, tool.summary, crumbs: crumbs, in: .tools)
    return content(ToolPage.template, frame, ToolPage.fields, page)
  }

  private func rules(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let rows = site.configuration.rules.map {
      RulesPage.Row(rule: $0, address: site.frame.ruleAddress($0.id, root: root))
    }
    let frame = frame(path, "Rules", "What casebook validate finds, and why.", crumbs: [.home(root)])
    return content(RulesPage.template, frame, RulesPage.fields, RulesPage(rows: rows))
  }

  private func rule(_ rule: ExplainedRule, _ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let rules = PageFrame.Link(title: "Rules", address: root + PageAddress.rules)
    let frame = frame(path, "\(rule.id) \(rule.name)", rule.what, crumbs: [.home(root), rules])
    return content(RulePage.template, frame, RulePage.fields, rule)
  }

  private func framework(_ path: String) -> PageContent? {
    guard let framework = site.framework?.framework else { return nil }
    let root = PageAddress.root(from: path)
    let page = FrameworkPage(framework, of: site, root: root)
    let title = framework.title.value.isEmpty ? "Investigation process" : framework.title.value
    let frame = frame(
      path, title, "The stages of an investigation, with examples.", crumbs: [.home(root)], in: .framework)
    return content(FrameworkPage.template, frame, FrameworkPage.fields, page)
  }

  private func coverage(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = CoveragePage(site, root: root)
    let frame = frame(path, "What is proved", "Which cases a check proves.", crumbs: [.home(root)])
    return content(CoveragePage.template, frame, CoveragePage.fields, page)
  }

  /// Cases by title.
  private var casesByTitle: [Int] {
    let keys = site.cases.map { $0.title.lowercased() }
    return site.cases.indices.sorted {
      keys[$0].hasSameBytes(as: keys[$1]) ? $0 < $1 : keys[$0].precedes(keys[$1])
    }
  }

  private func search(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = SearchPage(
      cases: casesByTitle.map { PageFrame.Link(title: site.cases[$0].title, address: root + site.cases[$0].address) },
      issues: site.issues.map { SearchPage.Issue(issue: $0, address: root + PageAddress.issue($0.id)) })
    let frame = frame(path, "Search", "Find a case by words, phrases and filters.", crumbs: [.home(root)])
    return content(SearchPage.template, frame, SearchPage.fields, page)
  }

  private func listCases(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = ListingPage(cases: casesByTitle.map { CaseRow($0, of: site, root: root) })
    let frame = frame(path, "All cases", crumbs: [.home(root)], in: .cases)
    return content(ListingPage.template, frame, ListingPage.fields, page)
  }

  private func listDocuments(_ path: String) -> PageContent? {
    let root = PageAddress.root(from: path)
    let page = ListingPage(
      documents: site.pages.map { DocumentRow(site.faces[$0], root: root) })
    let frame = frame(path, "All documents", crumbs: [.home(root)], in: .documents)
    return content(ListingPage.template, frame, ListingPage.fields, page)
  }

  private func notFound(_ path: String) -> PageContent? {
    content(NotFoundPage.template, frame(path, "Page not found"), NotFoundPage.fields, NotFoundPage())
  }
}
