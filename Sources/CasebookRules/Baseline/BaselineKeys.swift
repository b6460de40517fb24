package import CasebookModel
package import CasebookSource

/// Makes the keys of findings, which need the text that is flagged and the case it stands in.
package struct BaselineKeys {
  private let source: (String) -> [UInt8]
  private let cases: CasePlaces
  private var file = (path: "", bytes: [UInt8](), lines: LineTable([]))

  /// `source` gives the bytes of a file on disk.
  package init(cases: CasePlaces, source: @escaping (String) -> [UInt8]) {
    self.cases = cases
    self.source = source
  }

  /// The key of a finding; findings of one file should come together, since only the last file is kept.
  package mutating func key(of finding: Diagnostic) -> BaselineKey {
    if file.path != finding.path {
      let bytes = source(finding.path)
      file = (finding.path, bytes, LineTable(bytes))
    }
    return BaselineKey(
      rule: finding.rule, path: finding.path, caseID: cases.id(at: finding.range.start, in: finding.path),
      hash: String(SHA256.hexDigest(flagged(finding.range)).prefix(16)))
  }

  /// The text of the range; of an empty one the line, without the blanks round it.
  private func flagged(_ range: SourceRange) -> ArraySlice<UInt8> {
    let limit = 0..<file.bytes.count
    let start = file.lines.offset(of: range.start)
    let end = file.lines.offset(of: range.end)
    if start < end { return file.bytes[(start..<end).clamped(to: limit)] }
    guard range.start.line >= 1, range.start.line <= file.lines.lineCount else { return [] }
    let line = file.bytes[file.lines.content(ofLine: range.start.line - 1, in: file.bytes).clamped(to: limit)]
    let text = line.drop { $0 <= 0x20 }
    guard let last = text.lastIndex(where: { $0 > 0x20 }) else { return [] }
    return text[text.startIndex...last]
  }
}

/// Where the cases of each document stand.
package struct CasePlaces: Sendable {
  private struct Place: Sendable {
    var id: String
    var at: SourceRange
  }

  private var places: [String: [Place]] = [:]

  package init(_ documents: [CaseDocument] = []) {
    for document in documents where !document.cases.isEmpty {
      places[document.path] = document.cases.map { Place(id: $0.id, at: $0.at) }.sorted { $0.at < $1.at }
    }
  }

  /// Id of the case at a place; empty outside of cases.
  func id(at position: Position, in path: String) -> String {
    guard let places = places[path] else { return "" }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].at.start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, position <= places[low - 1].at.end else { return "" }
    return places[low - 1].id
  }
}
