import CasebookModel
import CasebookSource

/// A document's body and what its pages show of the site → the pages of its cases, and its own.
struct OwnPageBuilder: Sendable {
  let frame: SiteFrame

  func casePage(_ body: CaseBody, source: String, _ context: PageContext, at path: String) -> PageContent {
    let root = PageAddress.root(from: path)
    let page = CasePage(
      body: body, content: body.body.content(context.links), context: context,
      findings: rows(body.findings, source, root), source: source,
      edit: frame.editAddress(path: source, line: body.line), staleAfter: frame.configuration.staleAfter)
    let cases = PageFrame.Link(title: "Cases", address: root + PageAddress.cases)
    let frame = PageFrame(
      site: frame, path: path, title: body.title, description: Excerpt.of(body.body.summary),
      crumbs: [.home(root), context.issues.first ?? cases], section: .cases)
    return PageContent(CasePage.template, frame, CasePage.fields, page, capacity: page.content.bytes.count)
  }

  func documentPage(
    _ body: DocumentBody, _ pageBody: PageBody, _ context: PageContext, at path: String
  ) -> PageContent {
    let root = PageAddress.root(from: path)
    let page = DocumentPage(
      body: body, page: pageBody, content: pageBody.content(context.links),
      findings: rows(body.findings, body.path, root), edit: frame.editAddress(path: body.path, line: 1))
    let list = PageFrame.Link(title: "Documents", address: root + PageAddress.documents)
    let frame = PageFrame(
      site: frame, path: path, title: body.title, description: Excerpt.of(pageBody.summary),
      crumbs: [.home(root), list], section: .documents)
    return PageContent(DocumentPage.template, frame, DocumentPage.fields, page, capacity: page.content.bytes.count)
  }

  private func rows(_ findings: [Diagnostic], _ path: String, _ root: String) -> [FindingRow] {
    findings.map {
      FindingRow(
        finding: $0, address: frame.editAddress(path: path, line: $0.range.start.line),
        rulePage: frame.ruleAddress($0.rule, root: root))
    }
  }
}

extension PageFrame.Link {
  /// The home page, from a page whose way to the root is given.
  static func home(_ root: String) -> PageFrame.Link {
    PageFrame.Link(title: "Home", address: root + PageAddress.home)
  }
}
