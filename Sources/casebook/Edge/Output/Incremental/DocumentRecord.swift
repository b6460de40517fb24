import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// What a build keeps of a document for the next one: enough to make every page that shows it, but its own.
struct DocumentRecord {
  /// A page of the document as it was made.
  struct Page {
    var path: String
    /// Which case; `nil` for the document's own page.
    var caseIndex: Int?
    /// What it shows of the rest of the site.
    var context: [UInt8]
  }

  var path: String
  var stamp: FileStamp
  /// What other pages may show of it.
  var face: [UInt8]
  /// What rules about the library see of it, places left out; `nil` where silences depend on places.
  var view: ContentDigest?
  /// The same with places, to be read again.
  var outline: [UInt8]
  var profile: Profile
  /// Error findings of its own that count.
  var errors: Int
  /// For each case the tools that its text may mean, by their numbers in the registry, which the settings name.
  var tools: [ToolSet]
  var pages: [Page] = []

  /// Takes what was read of a document.
  init(path: String, stamp: FileStamp, face: DocumentFace, outline: CaseDocument, findings: DocumentFindings) {
    self.path = path
    self.stamp = stamp
    self.face = face.record
    profile = findings.profile
    tools = findings.tools.map(\.possible)
    var record = RecordWriter(capacity: 2 << 10)
    outline.write(to: &record)
    self.outline = record.bytes
    errors = findings.profile.counts ? findings.diagnostics.count { $0.severity == .error && $0.suppression == nil } : 0
    guard findings.silences.isEmpty else { return }
    var view = RecordWriter(hasPlaces: false, capacity: 1 << 10)
    outline.write(to: &view)
    view.text(profile.rawValue)
    view.tools(tools)
    self.view = ContentDigest(view.bytes)
  }

  var bytes: [UInt8] {
    var record = RecordWriter(capacity: face.count + outline.count + 256)
    record.text(path)
    record.stamp(stamp)
    record.optional(view) { $0.number($1.value) }
    record.number(errors)
    record.data(face)
    record.list(pages) { record, page in
      record.text(page.path)
      record.optional(page.caseIndex) { $0.number($1) }
      record.data(page.context)
    }
    record.text(profile.rawValue)
    record.tools(tools)
    record.data(outline)
    return record.bytes
  }
}

extension RecordWriter {
  mutating func tools(_ tools: [ToolSet]) { list(tools) { $0.list($1.words) { $0.number($1) } } }

  mutating func stamp(_ stamp: FileStamp) {
    for number in [UInt64(bitPattern: stamp.size), UInt64(bitPattern: stamp.modified)] { self.number(number) }
    for number in [UInt64(bitPattern: stamp.changed), stamp.inode] { self.number(number) }
  }
}

extension RecordReader {
  mutating func tools() -> [ToolSet] { list { ToolSet(words: $0.list { $0.number() }) } }

  mutating func stamp() -> FileStamp {
    FileStamp(
      size: Int64(bitPattern: number()), modified: Int64(bitPattern: number()), changed: Int64(bitPattern: number()),
      inode: number())
  }
}
