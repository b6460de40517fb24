import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// A document's record as it stands in the cache, read no further than is asked for.
struct StoredDocument {
  /// The record, as it is copied into the next cache.
  let bytes: UnsafeRawBufferPointer
  let path: UnsafeRawBufferPointer
  let stamp: FileStamp
  let view: UInt64?
  let errors: Int
  let face: UnsafeRawBufferPointer
  private let rest: RecordReader

  /// `nil` for bytes that are no record.
  init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var record = RecordReader(bytes)
    path = record.data()
    stamp = record.stamp()
    view = record.optional { $0.number() }
    errors = record.number()
    face = record.data()
    rest = record
    guard !record.isDamaged else { return nil }
  }

  /// A page as it was made.
  struct Page {
    var path: String
    var caseIndex: Int?
    var context: UnsafeRawBufferPointer
  }

  /// Its pages.
  func pages() -> [Page] {
    var record = rest
    return Self.pages(&record)
  }

  private static func pages(_ record: inout RecordReader) -> [Page] {
    record.list { record in
      let path = record.text()
      let index: Int? = record.optional { $0.number() }
      return Page(path: path, caseIndex: index, context: record.data())
    }
  }

  /// What the rules about the library see of it, and its own findings as bare counts; `nil` for a damaged record.
  func outline() -> (model: CaseDocument, findings: DocumentFindings)? {
    var record = rest
    _ = Self.pages(&record)
    let profile = record.choice(Profile.lenient)
    let tools = record.tools()
    let outline = record.data()
    guard record.isFinished else { return nil }
    var reader = RecordReader(outline)
    let model = CaseDocument(from: &reader)
    guard reader.isFinished else { return nil }
    let start = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
    let counted = Diagnostic(
      rule: FileFindings.overLimit, severity: .error, path: model.path, range: start, message: "")
    var findings = DocumentFindings(
      path: model.path, profile: profile, diagnostics: Array(repeating: counted, count: max(0, errors)), silences: [])
    findings.tools = tools.map { ToolUses(possible: $0) }
    return (model, findings)
  }
}
