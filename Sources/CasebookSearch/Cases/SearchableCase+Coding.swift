import CasebookModel

/// A case in the bytes of an index: what lists show of it in one section, its texts in another.
extension SearchableCase {
  /// Appends everything but the texts.
  func writeHead(to writer: inout ByteWriter) {
    writer.append(text: id)
    writer.append(text: title)
    writer.append(text: path)
    writer.append(varint: line)
    writer.append(texts: issueType.map { [$0] } ?? [])
    writer.append(texts: alsoIssueTypes)
    writer.append(texts: tags)
    writer.append(texts: tools)
    writer.append(texts: severity.map { [$0] } ?? [])
    writer.append(text: proof.rawValue)
    writer.append(texts: aliases)
    writer.append(texts: firstCommand.map { [$0] } ?? [])
    writer.append(texts: firstCheck.map { [$0] } ?? [])
  }

  func writeTexts(to writer: inout ByteWriter) {
    writer.append(varint: passages.count)
    for passage in passages {
      writer.append(UInt8(truncatingIfNeeded: SearchField.allCases.firstIndex(of: passage.field) ?? 0))
      writer.append(text: passage.section)
      writer.append(varint: passage.line)
      writer.append(text: passage.text)
    }
  }

  /// Reads a case without its texts.
  init(head: ByteView) {
    var cursor = ByteCursor(head)
    id = cursor.text()
    title = cursor.text()
    path = cursor.text()
    line = cursor.varint()
    issueType = cursor.texts().first
    alsoIssueTypes = cursor.texts()
    tags = cursor.texts()
    tools = cursor.texts()
    severity = cursor.texts().first
    proof = ProofState(rawValue: cursor.text()) ?? .unlinked
    aliases = cursor.texts()
    firstCommand = cursor.texts().first
    firstCheck = cursor.texts().first
  }

  static func passages(_ view: ByteView) -> [Passage] {
    var cursor = ByteCursor(view)
    var result: [Passage] = []
    for _ in 0..<min(cursor.varint(), view.count) where !cursor.isAtEnd {
      let field = Int(cursor.byte())
      let section = cursor.text()
      let line = cursor.varint()
      let text = cursor.text()
      guard field < SearchField.allCases.count else { continue }
      result.append(Passage(field: SearchField.allCases[field], section: section, line: line, text: text))
    }
    return result
  }
}
