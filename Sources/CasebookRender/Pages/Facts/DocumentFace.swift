package import CasebookModel
import CasebookSource

/// What other pages may show of a document; nothing else of it reaches them.
///
/// So a change that leaves the face as it was touches the document's own pages alone, by construction. A site keeps the
/// faces of all documents, and the bodies only of those whose pages are made.
package struct DocumentFace: Sendable {
  package let path: String
  package var title: String
  package var cases: [CaseFace]
  /// Of the document's own page, where it has one.
  var page: PageFace?
  package var framework: Framework?
  package var issueTypes: [IssueType]
  /// Cases by the names of places in them, where there are several cases.
  private var caseByAnchor: [String: Int] = [:]

  package init(_ body: DocumentBody) {
    self.init(
      path: body.path, title: body.title, cases: body.cases.map(CaseFace.init), page: body.page.map(PageFace.init),
      framework: body.framework, issueTypes: body.issueTypes)
  }

  init(
    path: String, title: String, cases: [CaseFace], page: PageFace?, framework: Framework?, issueTypes: [IssueType]
  ) {
    self.path = path
    self.title = title
    self.cases = cases
    self.page = page
    self.framework = framework
    self.issueTypes = issueTypes
    // Keeps a link from searching every case of a file with thousands.
    guard cases.count > 1 else { return }
    for (index, item) in cases.enumerated() {
      for name in item.page.anchors.names + [AnchorNames.name(for: item.title)] where caseByAnchor[name] == nil {
        caseByAnchor[name] = index
      }
    }
  }

  /// The case on whose page a name of a heading is found.
  func caseIndex(ofAnchor name: String) -> Int? {
    if cases.count == 1 { return cases[0].page.anchors.contains(name) ? 0 : nil }
    return caseByAnchor[name]
  }
}

/// What other pages may show of a page, and what its own links ask of them.
struct PageFace: Hashable, Sendable {
  /// First words, for lists.
  var summary: String
  var anchors: NameTable
  /// What its links lead to, in order.
  var links: [PendingLink.Target]
  /// Whether each of them is a picture.
  var areImages: [Bool]

  init(summary: String, anchors: NameTable, links: [PendingLink.Target], areImages: [Bool]) {
    self.summary = summary
    self.anchors = anchors
    self.links = links
    self.areImages = areImages
  }

  init(_ body: PageBody) {
    self.init(
      summary: body.summary, anchors: NameTable(body.anchors.all), links: body.links.map(\.target),
      areImages: body.links.map(\.isImage))
  }
}
