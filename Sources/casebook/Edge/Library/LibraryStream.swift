import CasebookModel
import CasebookRender
import CasebookSource

/// Writes the library as JSON while it is read: two hundred megabytes never stand in memory at once.
struct LibraryStream {
  private let base: KnowledgeBase

  /// Documents that are read before any of them is written.
  private static let batch = 256

  init(_ base: KnowledgeBase) { self.base = base }

  /// What the tables of all documents say, if any does: it takes a reading of its own, since the last file may hold one.
  private func resolution() -> CaseResolution? {
    let tables = LibraryLoader.load(base.sources, limits: base.configuration.limits) { document -> CaseDocument? in
      guard document.model.toolTable != nil else { return nil }
      var model = CaseDocument(path: document.model.path)
      model.toolTable = document.model.toolTable
      return model
    }
    let documents = tables.compactMap { outcome in if case .read(let model) = outcome { model } else { nil } }
    return documents.isEmpty ? nil : CaseResolution(CaseLibrary(documents: documents).issueTypes)
  }

  /// Writes everything; says whether a file could not be read.
  func write() throws(CommandFailure) -> Bool {
    var isIncomplete = false
    var isEmpty = true
    let resolution = resolution()
    try StandardOutput.write(LibraryJSON.opening)
    for start in stride(from: 0, to: base.sources.count, by: Self.batch) {
      let sources = Array(base.sources[start..<min(start + Self.batch, base.sources.count)])
      var text: [UInt8] = []
      for outcome in LibraryLoader.load(
        sources, limits: base.configuration.limits,
        { document in
          var model = document.model
          resolution?.resolve(&model)
          return LibraryJSON.piece(model)
        })
      {
        switch outcome {
        case .read(let piece):
          if !isEmpty { text += Array(LibraryJSON.separator.utf8) }
          text += piece
          isEmpty = false
        case .failed(let finding):
          isIncomplete = isIncomplete || finding.rule == FileFindings.unreadable
          StandardError.report(.error, "\(base.shown(finding.path)): \(finding.message)")
        }
      }
      try StandardOutput.write(text)
    }
    try StandardOutput.write(LibraryJSON.closing(isEmpty: isEmpty))
    return isIncomplete
  }
}
