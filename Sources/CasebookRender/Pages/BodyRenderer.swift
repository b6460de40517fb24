import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A document that was read → what the site keeps of it; needs no other document, so that documents run in parallel.
struct BodyRenderer {
  let document: ReadDocument
  let findings: [Diagnostic]
  /// Images that the site has; all where it is absent.
  let images: Set<String>?
  /// What is recorded of the checks.
  let proofs: ProofRecords
  /// Ids of the tools that each case uses, in order.
  let toolIDs: [[String]]
  private let marks: DocumentMarks

  init(
    document: ReadDocument, findings: [Diagnostic], images: Set<String>? = nil, toolIDs: [[String]] = [],
    proofs: ProofRecords = ProofRecords()
  ) {
    self.proofs = proofs
    self.document = document
    self.toolIDs = toolIDs
    self.findings = findings
    self.images = images
    marks = DocumentMarks(document)
  }

  func body() -> DocumentBody {
    let model = document.model
    var body = DocumentBody(path: model.path, title: document.title)
    let (own, rest) = sharedOut()
    for (index, item) in model.cases.enumerated() {
      body.cases.append(
        caseBody(item, findings: own[index], toolIDs: toolIDs.indices.contains(index) ? toolIDs[index] : []))
    }
    body.facts = facts()
    body.framework = model.framework
    body.issueTypes = model.toolTable?.issueTypes ?? []
    body.page = pageBody()
    if body.page == nil, !body.cases.isEmpty {
      body.cases[0].findings = (rest + body.cases[0].findings).sorted()
    } else {
      body.findings = rest
    }
    return body
  }

  /// Findings by the case in which they begin, and those outside of all; both lists are in document order.
  private func sharedOut() -> (own: [[Diagnostic]], rest: [Diagnostic]) {
    let cases = document.model.cases
    var own = [[Diagnostic]](repeating: [], count: cases.count)
    var rest: [Diagnostic] = []
    var index = 0
    for finding in findings.sorted(by: { $0.range < $1.range }) {
      while index < cases.count, cases[index].at.end <= finding.range.start { index += 1 }
      if index < cases.count, cases[index].at.start <= finding.range.start {
        own[index].append(finding)
      } else {
        rest.append(finding)
      }
    }
    return (own, rest)
  }

  // MARK: A case

  private func caseBody(_ item: RawCase, findings: [Diagnostic], toolIDs: [String]) -> CaseBody {
    var renderer = HTMLRenderer(dialect: .page, document: document.document, capacity: 12 << 10)
    renderer.page.marks = marks
    renderer.page.images = images.map { (document.model.path, $0) }
    let standing = proofs.standing(of: item)
    for block in standing.blocks where proofs.isInUse || block.state != .unlinked {
      renderer.page.standings[block.block] = block
    }
    let steps = renderer.render(flow: item, of: document)
    var page = renderer.finish()
    page.summary = item.problem?.text ?? ""
    let matter = document.model.frontMatter
    return CaseBody(
      id: item.id, isDeclaredID: item.idSource == .declared, title: item.title.value, issueType: item.issueType,
      isDeclaredIssueType: item.issueTypeSource == .declared, alsoIssueTypes: item.alsoIssueTypes, tags: item.tags,
      aliases: item.aliases, line: item.at.start.line, updated: matter?.updated?.value,
      created: matter?.created?.value, severity: item.severity,
      corrects: item.corrects, body: page, steps: steps, facts: facts(), missing: CaseParts.missing(from: item),
      toolsUsed: item.toolsUsed, toolIDs: toolIDs, checklistCount: item.prevention.count,
      findings: findings, standing: standing, hasChecks: proofs.isInUse)
  }

  // MARK: The document's own page

  /// The whole document on one page, each case in its place under its title.
  func wholeBody() -> PageBody {
    let tree = document.document
    var renderer = HTMLRenderer(dialect: .page, document: tree, capacity: tree.pool.count * 2)
    renderer.page.marks = marks
    renderer.page.hidden = document.titleBlock
    for part in DocumentParts(document) {
      switch part {
      case .block(let node):
        renderer.enter(tree: 0, of: document)
        renderer.render(node)
      case .item(let index):
        let item = document.model.cases[index]
        renderer.enter(tree: item.titleBlock.tree, of: document)
        renderer.render(item.titleBlock.node)
        _ = renderer.render(flow: item, of: document)
      }
    }
    return renderer.finish()
  }

  /// Everything outside of the cases, each case in its place as a link; nothing if no text is left over.
  private func pageBody() -> PageBody? {
    let tree = document.document
    let cases = document.model.cases
    let title = document.titleBlock
    var hasText = cases.count != 1
    var parts: [DocumentParts.Part] = []
    for part in DocumentParts(document) {
      parts.append(part)
      if case .block(let node) = part, !hasText { hasText = tree.says(node) && title != BlockRef(tree: 0, node: node) }
    }
    guard hasText else { return nil }
    var renderer = HTMLRenderer(dialect: .page, document: tree, capacity: cases.isEmpty ? tree.pool.count * 2 : 1 << 10)
    renderer.page.hidden = title
    renderer.page.images = images.map { (document.model.path, $0) }
    for part in parts {
      switch part {
      case .block(let node): renderer.render(node)
      case .item(let index): renderer.linkCase(index, title: cases[index].title.value)
      }
    }
    var page = renderer.finish()
    page.summary = document.model.frontMatter?.purpose?.value ?? firstParagraph()
    return page
  }

  /// The first paragraph that has words of its own, unlike a row of badges.
  private func firstParagraph() -> String {
    let tree = document.document
    for node in tree.children(of: Document.root) where tree[node].kind == .paragraph {
      let hasWords = tree.children(of: node).contains { child in
        tree[child].kind == .text && tree.literal(of: child).contains { $0 > 0x20 }
      }
      if hasWords { return tree.plainText(of: node) }
    }
    return ""
  }

  private func facts() -> [Fact] {
    guard let matter = document.model.frontMatter else { return [] }
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append(Fact(name: name, value: value)) }
    }
    add("Severity", matter.severity?.value)
    add("Author", matter.author.map(\.value).joined(separator: ", "))
    add("Updated", matter.updated?.value)
    add("Created", matter.created?.value)
    add("Version", matter.version?.value)
    return facts
  }
}

extension HTMLRenderer {
  /// Renders the blocks of a case in order, those of a step in a section of their own; gives the steps' places.
  mutating func render(flow item: RawCase, of read: ReadDocument) -> [CaseBody.StepLink] {
    var links: [CaseBody.StepLink] = []
    var open: Int?
    for block in item.flow {
      let step = page.marks.step(block)
      if step != open {
        if open != nil { html.close(.section) }
        if let step, step < item.session.steps.count {
          html.open(.section)
          html.attribute(.class, "step kind-", item.session.steps[step].kind.rawValue, "")
          html.newLine()
        }
        open = step
      }
      enter(tree: block.tree, of: read)
      render(block.node)
      if let step, step < item.session.steps.count, item.session.steps[step].titleBlock == block {
        links.append(.init(title: page.heading.title, anchor: page.heading.anchor, kind: item.session.steps[step].kind))
      }
    }
    if open != nil { html.close(.section) }
    return links
  }

  /// Goes on in another arena of the same file.
  mutating func enter(tree: Int, of read: ReadDocument) {
    guard tree != page.tree else { return }
    page.tree = tree
    document = read.tree(BlockRef(tree: tree, node: Document.root))
  }

  /// The place of a case on the page of its document.
  mutating func linkCase(_ index: Int, title: String) {
    html.freshLine()
    html.open(.p)
    html.attribute(.class, fixed: "case-link")
    html.open(.a)
    page.links.append(PendingLink(offset: html.openTagOffset, target: .caseOfDocument(index), isImage: false))
    html.text(title)
    html.close(.a)
    html.close(.p)
    html.newLine()
  }

  mutating func finish() -> PageBody {
    PageBody(html: html.finishExactly(), outline: page.outline, anchors: page.anchors, links: page.links)
  }
}
