import CasebookModel
import CasebookRender
import CasebookSource

/// One case cut out of its document.
enum CasePieces {
  /// Title and blocks as a fragment of HTML, in the order of the source.
  static func html(of item: RawCase, in document: ReadDocument) -> [UInt8] {
    HTMLRenderer.fragment(of: [item.titleBlock] + item.flow, in: document)
  }

  /// The source after repairs, from the case's first line to its last.
  static func markdown(of item: RawCase, in document: ReadDocument) -> [UInt8] {
    let text = document.source
    let start = offset(of: item.at.start, in: text)
    let end = offset(of: item.at.end, in: text)
    var bytes = Array(text.bytes[start..<max(start, end)])
    if bytes.last != 0x0A { bytes.append(0x0A) }
    return bytes
  }

  /// The first byte of the repaired text that stands at or behind a position on disk.
  private static func offset(of position: Position, in text: RepairedText) -> Int {
    let disk = text.diskLines.offset(of: position)
    var low = 0
    var high = text.bytes.count
    while low < high {
      let middle = (low + high) / 2
      if text.map.start(middle) < disk { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension KnowledgeBase {
  /// Reads one document by its model path, reporting why it cannot be read.
  func read(_ modelPath: String) throws(CommandFailure) -> ReadDocument? {
    guard let source = sources.first(where: { $0.modelPath == modelPath }) else { return nil }
    switch LibraryLoader.bytes(of: source, limits: configuration.limits) {
    case .read(let bytes):
      return DocumentReader.read(SourceFile(path: modelPath, bytes: bytes), limits: configuration.limits)
    case .failed(let finding): throw CommandFailure("\(shown(modelPath)): \(finding.message)")
    }
  }
}
