import CasebookModel

/// All pages of a site, known by path before the first is rendered; each is made on demand, from any thread.
package struct SitePlan: Sendable {
  enum Page: Sendable {
    case home, listCases, listDocuments, tools, framework, coverage, search, notFound
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
  private let templates: TemplateLibrary
  /// What pages may show of each document, in the order of paths.
  package var faces: [DocumentFace] { builder.site.faces }
  /// Bodies of the documents whose pages are to be made, by the document's place in the order of paths.
  package var bodies: [Int: DocumentBody] = [:]

  /// Pages of cases: path of the document, place among its cases, path of the page.
  package var casePages: [(document: String, caseIndex: Int, path: String)] {
    builder.site.cases.map { (faces[$0.document].path, $0.index, $0.address) }
  }

  init(site: SiteFacts, templates: TemplateLibrary, assets: [(path: String, bytes: [UInt8])]) throws(OutputCollision) {
    self.templates = templates
    var entries: [(path: String, source: String, page: Page)] = assets.map { ($0.path, "the theme", .asset($0.bytes)) }
    entries.append((PageAddress.home, "the home page", .home))
    entries.append((PageAddress.notFound, "the page for wrong addresses", .notFound))
    if !site.cases.isEmpty { entries.append((PageAddress.search, "the search page", .search)) }
    if site.hasChecks { entries.append((PageAddress.coverage, "the coverage of the checks", .coverage)) }
    for section in site.frame.sections {
      switch section {
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
      let line = site.face(of: reference).line
      entries.append((reference.address, "\(site.faces[reference.document].path):\(line)", .case(index)))
    }
    for index in site.pages {
      entries.append((PageAddress.document(site.faces[index].path), site.faces[index].path, .document(index)))
    }
    try OutputTree.checkUnique(entries.map { ($0.path, $0.source) })
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    paths = entries.map(\.path)
    pages = entries.map(\.page)
    builder = PageBuilder(contexts: ContextBuilder(site))
  }

  /// Renders one file: the one at `paths[index]`; of a document's own page, its body must be there.
  package func bytes(at index: Int) -> [UInt8] {
    if case .asset(let bytes) = pages[index] { return bytes }
    guard let content = content(at: index) else { return [] }
    return templates.render(content.template, content.stack, capacity: content.capacity)
  }

  private func content(at index: Int) -> PageContent? {
    let own = OwnPageBuilder(frame: builder.site.frame)
    switch pages[index] {
    case .case(let number):
      let reference = builder.site.cases[number]
      guard let document = bodies[reference.document] else { return nil }
      return own.casePage(
        document.cases[reference.index], source: document.path, builder.contexts.context(ofCase: number),
        at: paths[index])
    case .document(let number):
      guard let document = bodies[number], let page = document.page else { return nil }
      return own.documentPage(document, page, builder.contexts.context(ofDocument: number), at: paths[index])
    case .home, .listCases, .listDocuments, .tools, .framework, .coverage, .search, .notFound, .issue, .tool, .rules,
      .rule, .asset:
      return builder.content(of: pages[index], at: paths[index])
    }
  }

  /// The page of one document, and what it shows of the others.
  package struct OwnPage: Sendable {
    /// The document's place in the order of paths.
    package var document: Int
    /// Which of its cases; `nil` for the document's own page.
    package var caseIndex: Int?
    /// Equal bytes show the same.
    package var context: [UInt8]
  }

  /// What the file at `paths[index]` depends on, if it is a page of one document; nothing if it is about the whole site.
  package func ownPage(at index: Int) -> OwnPage? {
    let frame = builder.site.frame
    switch pages[index] {
    case .case(let number):
      let reference = builder.site.cases[number]
      return OwnPage(
        document: reference.document, caseIndex: reference.index,
        context: builder.contexts.context(ofCase: number).record(frame))
    case .document(let number):
      return OwnPage(document: number, context: builder.contexts.context(ofDocument: number).record(frame))
    case .home, .listCases, .listDocuments, .tools, .framework, .coverage, .search, .notFound, .issue, .tool, .rules,
      .rule, .asset:
      return nil
    }
  }

  /// Renders a page with swift-mustache itself; nothing for an asset.
  func reference(at index: Int) -> String? {
    content(at: index).flatMap { templates.renderWithMustache($0.template, $0.stack) }
  }

  /// Renders all files.
  package func tree() throws(OutputCollision) -> OutputTree {
    try OutputTree(paths.indices.map { (paths[$0], paths[$0], bytes(at: $0)) })
  }
}
