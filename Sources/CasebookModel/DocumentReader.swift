package import CasebookMarkdown
import CasebookRepair
package import CasebookSource

/// File → repaired text → blocks → typed model, for one document.
package enum DocumentReader {
  /// Reads a document; never throws and never drops text.
  ///
  /// 1. Repair: bytes → text. 2. Parse: text → front matter and blocks. 3. Outline: blocks → cases and the rest.
  /// 4. Recognise: blocks of a case → its parts, the rest → framework, tool table; what nobody claims stays opaque.
  /// 5. Resolve what needs the document's own tool table; `CaseLibrary.resolve` does it again over all documents.
  package static func read(_ file: SourceFile, limits: InputLimits = .standard) -> ReadDocument {
    read(MarkdownParser.parse(TextRepair.repair(file, limits: limits), limits: limits))
  }

  /// Reads a document that is parsed already.
  package static func read(_ document: Document) -> ReadDocument {
    DocumentAssembly.read(document)
  }
}
