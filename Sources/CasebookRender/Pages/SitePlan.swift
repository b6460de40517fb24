import CasebookModel

/// All pages of a site, known by path before the first is rendered; each is made on demand, from any thread.
package struct SitePlan: Sendable {
  enum Page: Sendable {
    case home, listCases, listDocuments, tools, framework, coverage, notFound
    case issue(Int)
    case tool(Int)
    case rules
    case rule(Int)
    case `case`(Int)
    case document(Int)
    case asset([UInt8])
  }

  /// Paths in the order in which files are written.
  package let paths: [String]
  private let pages: [Page]
  private let builder: PageBuilder

  init(site: SiteFacts, templates: TemplateLibrary, assets: [(path: String, bytes: [UInt8])]) throws(OutputCollision) {
    var entries: [(path: String, source: String, page: Page)] = assets.map { ($0.path, "the theme", .asset($0.bytes)) }
    entries.append((PageAddress.home, "the home page", .home))
    entries.append((PageAddress.notFound, "the page for wrong addresses", .notFound))
    if site.hasChecks { entries.append((PageAddress.coverage, "the coverage of the checks", .coverage)) }
    for section in site.sections {
      switch section.kind {
      case .cases: entries.append((PageAddress.cases, "the list of cases", .listCases))
      case .tools: entries.append((PageAddress.tools, "the table of tools", .tools))
      case .framework: entries.append((PageAddress.framework, "the process", .framework))
      case .documents: entries.append((PageAddress.documents, "the list of documents", .listDocuments))
      }
    }
    for (index, issue) in site.issues.enumerated() {
      entries.append((PageAddress.issue(issue.id), "the issue type '\(issue.id)'", .issue(index)))
    }
    for (index, reference) in site.tools.enumerated() {
      entries.append((PageAddress.tool(reference.tool.id), "the tool '\(reference.tool.id)'", .tool(index)))
    }
    if !site.configuration.rules.isEmpty { entries.append((PageAddress.rules, "the list of rules", .rules)) }
    for (index, rule) in site.configuration.rules.enumerated() {
      entries.append((PageAddress.rule(rule.id), "the rule \(rule.id)", .rule(index)))
    }
    for (index, reference) in site.cases.enumerated() {
      let line = site.body(of: reference).line
      entries.append((reference.address, "\(site.bodies[reference.document].path):\(line)", .case(index)))
    }
    for index in site.pages {
      entries.append((PageAddress.document(site.bodies[index].path), site.bodies[index].path, .document(index)))
    }
    try OutputTree.checkUnique(entries.map { ($0.path, $0.source) })
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    paths = entries.map(\.path)
    pages = entries.map(\.page)
    builder = PageBuilder(site: site, templates: templates)
  }

  /// Renders one file: the one at `paths[index]`.
  package func bytes(at index: Int) -> [UInt8] { builder.bytes(of: pages[index], at: paths[index]) }

  /// Renders a page with swift-mustache itself; nothing for an asset.
  func reference(at index: Int) -> String? {
    builder.content(of: pages[index], at: paths[index]).flatMap {
      builder.templates.renderWithMustache($0.template, $0.stack)
    }
  }

  /// Renders all files.
  package func tree() throws(OutputCollision) -> OutputTree {
    try OutputTree(paths.indices.map { (paths[$0], paths[$0], bytes(at: $0)) })
  }
}
