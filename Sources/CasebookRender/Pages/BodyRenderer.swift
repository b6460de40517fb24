import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A document that was read → what the site keeps of it; needs no other document, so that documents run in parallel.
struct BodyRenderer {
  let document: ReadDocument
  let findings: [Diagnostic]

  func body() -> DocumentBody {
    let model = document.model
    let title = model.title?.value ?? model.frontMatter?.title?.value ?? PageAddress.fileName(of: model.path)
    var body = DocumentBody(path: model.path, title: title)
    let (own, rest) = sharedOut()
    for (item, findings) in zip(model.cases, own) { body.cases.append(caseBody(item, findings: findings)) }
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

  private func caseBody(_ item: RawCase, findings: [Diagnostic]) -> CaseBody {
    let marks = CaseMarks(item, in: document)
    var renderer = HTMLRenderer(dialect: .page, document: document.document, capacity: 8 << 10)
    renderer.page.marks = marks.marks
    var steps: [CaseBody.StepLink] = []
    var open: Int?
    for block in item.flow {
      let step = marks.steps[block]
      if step != open {
        if open != nil { renderer.html.close(.section) }
        if let step, step < item.session.steps.count {
          renderer.html.open(.section)
          renderer.html.attribute(.class, "step kind-\(item.session.steps[step].kind.rawValue)")
          renderer.html.newLine()
        }
        open = step
      }
      if block.tree != renderer.page.tree { renderer.enter(tree: block.tree, of: document) }
      renderer.render(block.node)
      if case .step(let mark) = marks.marks[block] {
        let heading = renderer.page.heading
        steps.append(.init(title: heading.title, anchor: heading.anchor, kind: mark.kind))
      }
    }
    if open != nil { renderer.html.close(.section) }
    var page = renderer.finish()
    page.summary = item.problem?.text ?? ""
    let matter = document.model.frontMatter
    return CaseBody(
      id: item.id, isDeclaredID: item.idSource == .declared, title: item.title.value, issueType: item.issueType,
      tags: item.tags, line: item.at.start.line, updated: matter?.updated?.value, severity: item.severity,
      corrects: item.corrects, body: page, steps: steps, facts: facts(), missing: Self.missing(from: item),
      toolsUsed: item.toolsUsed, checklistCount: item.prevention.count, findings: findings)
  }

  /// Parts without which a case proves nothing.
  private static func missing(from item: RawCase) -> [String] {
    var result: [String] = []
    if item.problem == nil { result.append("a statement of the problem") }
    if item.session.symptoms.isEmpty { result.append("symptoms") }
    if item.session.steps.isEmpty { result.append("steps of the investigation") }
    if item.steps(of: .rootCause).isEmpty && item.steps(of: .finding).isEmpty { result.append("the root cause") }
    if item.steps(of: .fix).isEmpty { result.append("a fix") }
    if item.steps(of: .verification).isEmpty { result.append("a verification") }
    if item.prevention.isEmpty { result.append("a prevention checklist") }
    return result
  }

  // MARK: The document's own page

  /// Everything outside of the cases, each case in its place as a link; nothing if no text is left over.
  private func pageBody() -> PageBody? {
    let tree = document.document
    let cases = document.model.cases
    var renderer = HTMLRenderer(dialect: .page, document: tree, capacity: cases.isEmpty ? tree.pool.count * 2 : 1 << 10)
    renderer.page.hidden = titleBlock()
    var (index, linked) = (0, 0)
    var hasText = cases.count != 1
    var block = tree.firstChild(of: Document.root)
    while let node = block {
      block = tree.next(after: node)
      let start = tree.source.position(of: tree[node].source.range.lowerBound)
      while index < cases.count, cases[index].at.end <= start { index += 1 }
      if index < cases.count, cases[index].at.start <= start {
        if linked <= index {
          renderer.linkCase(index, title: cases[index].title.value)
          linked = index + 1
        }
        continue
      }
      if !hasText { hasText = says(node) }
      renderer.render(node)
    }
    guard hasText else { return nil }
    var page = renderer.finish()
    page.summary = document.model.frontMatter?.purpose?.value ?? firstParagraph()
    return page
  }

  /// Whether a block tells a reader something by itself.
  private func says(_ node: NodeID) -> Bool {
    let tree = document.document
    switch tree[node].kind {
    case .thematicBreak, .linkDefinition: return false
    case .htmlBlock: return !tree.literal(of: node).isHTMLComment
    case .heading: return BlockRef(tree: 0, node: node) != titleBlock()
    case .document, .blockQuote, .list, .item, .codeBlock, .paragraph, .table, .tableRow, .tableCell, .opaque, .text,
      .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      return true
    }
  }

  /// The heading that became the page's title: the first block, if it is one of level 1.
  private func titleBlock() -> BlockRef? {
    let tree = document.document
    var block = tree.firstChild(of: Document.root)
    while let node = block {
      if tree[node].kind == .heading {
        return tree.plainText(of: node) == document.model.title?.value ? BlockRef(tree: 0, node: node) : nil
      }
      guard !says(node) else { return nil }
      block = tree.next(after: node)
    }
    return nil
  }

  private func firstParagraph() -> String {
    let tree = document.document
    var block = tree.firstChild(of: Document.root)
    while let node = block {
      if tree[node].kind == .paragraph { return tree.plainText(of: node) }
      block = tree.next(after: node)
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
  /// Goes on in another arena of the same file.
  mutating func enter(tree: Int, of read: ReadDocument) {
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
    PageBody(html: html.finish(), outline: page.outline, anchors: page.anchors, links: page.links)
  }
}
