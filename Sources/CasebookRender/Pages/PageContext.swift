import CasebookModel
import CasebookSource

/// What a case's or a document's own page shows of the rest of the site; its document says all else.
///
/// As bytes it is what tells whether a page must be made anew though its document has not changed, and what the page can be
/// made from without a look at any other document.
struct PageContext: Sendable {
  /// Issue types of a case, the first the one that it is about.
  var issues: [PageFrame.Link] = []
  /// Tools of the issue type, then others that the case uses.
  var tools: [ToolEntry] = []
  /// Tags with their pages.
  var tags: [PageFrame.Link] = []
  var previous: PageFrame.Link?
  var next: PageFrame.Link?
  var links: [ResolvedLink] = []

  /// Bytes that tell contexts apart; `frame` stands for what all pages share.
  func record(_ frame: SiteFrame) -> [UInt8] {
    var record = RecordWriter(hasPlaces: false, capacity: 512)
    record.texts(frame.sections.map(\.rawValue))
    record.list(issues) { $1.write(to: &$0) }
    record.list(tools) { record, entry in
      record.text(entry.name)
      record.optional(entry.tool?.id) { $0.text($1) }
      record.text(entry.address)
      record.flag(entry.isUsed)
    }
    record.list(tags) { $1.write(to: &$0) }
    record.optional(previous) { $1.write(to: &$0) }
    record.optional(next) { $1.write(to: &$0) }
    record.list(links) { record, link in
      record.flag(link.isAddress)
      record.flag(link.attribute == .src)
      record.text(link.value)
    }
    return record.bytes
  }

  /// Reads a context back, and the navigation of the site; `nil` for bytes that are none.
  init?(record bytes: UnsafeRawBufferPointer, frame: inout SiteFrame) {
    var record = RecordReader(bytes, hasPlaces: false)
    frame.sections = record.texts().compactMap(SiteFrame.Section.init)
    issues = record.list { PageFrame.Link(from: &$0) }
    let registry = frame.configuration.tools
    tools = record.list { record in
      var entry = ToolEntry(name: record.text())
      entry.tool = record.optional { $0.text() }.flatMap { registry[id: $0] }
      entry.address = record.text()
      entry.isUsed = record.flag()
      return entry
    }
    tags = record.list { PageFrame.Link(from: &$0) }
    previous = record.optional { PageFrame.Link(from: &$0) }
    next = record.optional { PageFrame.Link(from: &$0) }
    links = record.list { record in
      let (isAddress, isSource) = (record.flag(), record.flag())
      let attribute: HTMLAttribute = isSource ? .src : isAddress ? .href : .title
      return ResolvedLink(attribute: attribute, value: record.text(), isAddress: isAddress)
    }
    guard record.isFinished else { return nil }
  }

  init() {}
}

extension PageFrame.Link {
  fileprivate func write(to record: inout RecordWriter) {
    record.text(title)
    record.text(address)
  }

  fileprivate init(from record: inout RecordReader) {
    let title = record.text()
    self.init(title: title, address: record.text())
  }
}
