import CasebookModel
import CasebookSource
import Testing

@testable import CasebookRender

@Suite("A library written in pieces is the library") struct LibraryPiecesTests {
  @Test(arguments: [0, 1, 3]) func sameBytes(count: Int) {
    let documents = (0..<count).map { index in
      DocumentReader.read(SourceFile(path: "\(index).md", text: "# A\n\n**Problem**: p\n")).model
    }
    var bytes = Array(LibraryJSON.opening.utf8)
    for (index, document) in documents.enumerated() {
      if index > 0 { bytes += Array(LibraryJSON.separator.utf8) }
      bytes += LibraryJSON.piece(document)
    }
    bytes += Array(LibraryJSON.closing(isEmpty: documents.isEmpty).utf8)
    let whole = LibraryJSON.render(CaseLibrary(documents: documents))
    #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: whole, as: UTF8.self))
  }
}
