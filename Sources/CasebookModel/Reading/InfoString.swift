import CasebookMarkdown

/// What a fence's info string says to the model: `python {#fix .fix check=race/lost-update}` → language, id, role, pairs.
struct InfoString {
  /// First word, lower-case, aliases resolved.
  var language: String?
  /// The word after `#`.
  var id: BlockAttributes.Word?
  var role: CodeRole?
  var attributes: [CodeBlock.Attribute] = []

  /// Reads the language alone where nothing else is written, as it mostly is; all of it through the document otherwise.
  init(_ block: NodeID, in reader: BlockReader) {
    let info = reader.info(block)
    guard !info.isEmpty else { return }
    for known in Self.common where info.isExactly(known) {
      language = known.description
      return
    }
    let written = reader.document.attributes(of: block)
    language = written.languageName
    id = written.id
    for word in written.classes {
      if role == nil, let known = CodeRole(rawValue: word.text) {
        role = known
      } else {
        attributes.append(.init(word.text, ""))
      }
    }
    for pair in written.pairs { attributes.append(.init(pair.key.text, pair.value.text)) }
  }

  /// Names that are the usual ones.
  private static let common: [StaticString] = [
    "python", "bash", "text", "sql", "json", "yaml", "javascript", "markdown", "go", "java", "rust", "swift",
  ]
}
