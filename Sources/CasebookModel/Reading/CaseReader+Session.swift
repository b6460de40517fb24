import CasebookMarkdown
import CasebookSource

/// A session quoted in a `markdown` fence: read as a document of its own, its positions mapped to the file.
extension CaseReader {
  /// Reads the fence, or the label before one; `false` where the block is neither.
  mutating func readSession(_ id: NodeID) -> Bool {
    guard !isInFence, sessionDocument == nil else { return false }
    switch reader.kind(id) {
    case .codeBlock: return readFence(id)
    case .paragraph:
      guard index + 1 < blocks.count, reader.kind(blocks[index + 1]).isCodeBlock,
        let label = LabelParagraph(id, in: reader), label.rest.isEmpty, label.hasColon, !label.isProblem(in: reader)
      else { return false }
      raw.session.label = reader.located(label.label)
      raw.flow.append(reader.ref(id))
      index += 1
      if readFence(blocks[index]) { return true }
      index -= 1
      raw.session.label = nil
      raw.flow.removeLast()
      return false
    case .document, .blockQuote, .list, .item, .htmlBlock, .heading, .thematicBreak, .table, .tableRow, .tableCell,
      .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      return false
    }
  }

  private mutating func readFence(_ id: NodeID) -> Bool {
    let flags = reader.node(id).flags
    guard flags.contains(.fenced), !flags.contains(.unclosed),
      InfoString(id, in: reader).language == "markdown"
    else {
      return false
    }
    let session = MarkdownParser.parseBody(reader.document.nestedText(of: id))
    let isSession = BlockReader.reading(session, tree: nextTree) { nested in
      guard Self.isSession(nested) else { return false }
      closeStep()
      raw.session.fence = fence(id)
      let outer = (reader, blocks, index)
      reader = nested
      isInFence = true
      (place, partLevel) = (.intro, 0)
      read(nested.topBlocks())
      (reader, blocks, index) = outer
      isInFence = false
      (place, partLevel) = (.other, 0)
      return true
    }
    if isSession { sessionDocument = session }
    return isSession
  }

  /// A session has headings of parts, or two numbered steps.
  private static func isSession(_ reader: BlockReader) -> Bool {
    var steps = 0
    for id in reader.topBlocks() {
      switch reader.kind(id) {
      case .heading:
        let part = PartName(reader.slice(reader.content(id)))
        if part == .symptoms || part == .investigation { return true }
      case .paragraph:
        if let label = LabelParagraph(id, in: reader), StepTitle(reader.slice(label.label)).number != nil { steps += 1 }
        if steps == 2 { return true }
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableRow, .tableCell,
        .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
        break
      }
    }
    return false
  }

  /// Both fence lines.
  private mutating func fence(_ id: NodeID) -> Session.Fence {
    let span = reader.span(id)
    let first = reader.text.firstIndex(of: 0x0A, in: span) ?? span.upperBound
    var last = span.upperBound
    while last > first, reader.text[last - 1] != 0x0A { last -= 1 }
    let open = reader.slice(span.lowerBound..<first).trimmed().range
    let close = reader.slice(last..<span.upperBound).trimmed().range
    return Session.Fence(open: reader.place(open), close: reader.place(close))
  }
}
