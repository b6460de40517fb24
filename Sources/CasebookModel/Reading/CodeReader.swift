import CasebookMarkdown
import CasebookSource

/// Reads blocks of code of one case and gives those without an id of their own a name: `<case>.<role>`, then `-2`, `-3`.
struct CodeReader {
  let caseID: String
  /// Blocks so far by role; declared ones count, so that declaring one renames no other.
  private var ordinals = [Int](repeating: 0, count: CodeRole.allCases.count)

  init(caseID: String) { self.caseID = caseID }

  mutating func read(_ id: NodeID, in reader: inout BlockReader, step: StepKind) -> CodeBlock {
    let document = reader.document
    let infoBytes = document.info(of: id)
    let info = infoBytes.isEmpty ? nil : InfoString(infoBytes)
    var code = document.literal(of: id)
    if code.last == 0x0A { code = code.dropLast() }
    let isPlain = info?.language == nil || info?.language == "text"
    let (role, roleSource) = CodeRole.of(code: code, declared: info?.role, hasLanguage: !isPlain, step: step)
    let implicit = nextID(role)
    let span = reader.span(id)
    var block = CodeBlock(
      id: implicit, idSource: .implicit, language: info?.language,
      infoString: infoBytes.isEmpty ? "" : String(decoding: infoBytes, as: UTF8.self),
      attributes: info?.attributes ?? [], role: role, roleSource: roleSource,
      code: String(decoding: code, as: UTF8.self), at: reader.place(span), block: reader.ref(id))
    if let range = info?.id { declare(&block, name: infoBytes, range, span: span, in: &reader) }
    if isPlain { block.quantities = reader.quantities(in: Self.inner(id, span: span, in: reader)).quantities }
    return block
  }

  private mutating func nextID(_ role: CodeRole) -> String {
    let index = CodeRole.allCases.firstIndex(of: role) ?? 0
    ordinals[index] += 1
    let ordinal = ordinals[index]
    return ordinal == 1 ? "\(caseID).\(role.rawValue)" : "\(caseID).\(role.rawValue)-\(ordinal)"
  }

  private func declare(
    _ block: inout CodeBlock, name: ArraySlice<UInt8>, _ range: Range<Int>, span: Range<Int>,
    in reader: inout BlockReader
  ) {
    let id = Array(name)[range]
    block.id = "\(caseID).\(String(decoding: id, as: UTF8.self))"
    block.idSource = .declared
    // The info string stands in the first line of the block, entities and escapes apart as it is written.
    let text = reader.document.source.bytes
    let end = text[span].firstIndex(of: 0x0A) ?? span.upperBound
    guard let hash = text[span.lowerBound..<end].firstIndex(of: UInt8(ascii: "#")), hash + 1 + id.count <= end else {
      return
    }
    block.idRange = reader.place(hash + 1..<hash + 1 + id.count)
  }

  /// Bytes between the fences; all of an indented block.
  private static func inner(_ id: NodeID, span: Range<Int>, in reader: BlockReader) -> Range<Int> {
    let node = reader.document.nodes[Int(id.index)]
    guard node.flags.contains(.fenced) else { return span }
    let text = reader.document.source.bytes
    guard let first = text[span].firstIndex(of: 0x0A) else { return span.upperBound..<span.upperBound }
    var end = span.upperBound
    if !node.flags.contains(.unclosed) {
      while end > first, text[end - 1] != 0x0A { end -= 1 }
    }
    return first + 1..<max(end, first + 1)
  }
}
