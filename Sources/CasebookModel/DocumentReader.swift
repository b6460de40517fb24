import CasebookMarkdown
package import CasebookSource

/// File → repaired text → blocks → typed model, for one document.
package enum DocumentReader {
  /// Reads a document; never throws and never drops text.
  package static func read(_ file: SourceFile, limits: InputLimits = .standard) -> ReadDocument {
    let document = MarkdownParser.parse(RepairedText(file), limits: limits)
    return ReadDocument(document: document, nested: [], model: CaseDocument(path: file.path))
  }
}
