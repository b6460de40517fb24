import CasebookSource

/// A limit that a document, or a block of it, is over.
enum OverLimit {
  case document(Int)
  case memory(Int)
  case containers(Int)
  case images(Int)
  case depth(Int)
  case tableTooLarge(InputLimits)
}

extension OverLimit {
  /// The rule of every finding here.
  static let rule = RuleID(10)

  /// Says what must hold; the limit's name is that of the configuration.
  var message: String {
    switch self {
    case .document(let limit): "a document must not be larger than \(limit) bytes"
    case .memory(let limit): "a document must not need more than \(limit) bytes of memory to be parsed"
    case .containers(let limit): "block quotes and lists must not be nested more than \(limit) deep"
    case .images(let limit): "a paragraph must not have more than \(limit) image openers (`![`)"
    case .depth(let limit): "blocks and inlines must not be nested more than \(limit) deep"
    case .tableTooLarge(let limits):
      "a table must not have more than \(limits.tableColumns) columns, nor \(limits.tablePaddedCells) cells to pad"
    }
  }

  func diagnostic(at range: Range<Int>, in source: RepairedText) -> Diagnostic {
    Diagnostic(
      rule: Self.rule, severity: .error, path: source.file.path, range: source.range(of: range), message: message,
      explanation: "What is over a limit is shown as it stands, since reading it could take for ever.")
  }
}

extension Document {
  /// Makes one opaque block of the body.
  mutating func refuse(from start: Int, because limit: OverLimit) {
    let range = start..<max(start, source.bytes.count)
    let end = pool.count
    pool.append(contentsOf: String(decoding: source.bytes[range], as: UTF8.self).utf8)
    var node = Node(.opaque)
    node.source = ByteSpan(range)
    node.literal = ByteSpan(end..<pool.count)
    node.parentIndex = 0
    nodes = [Node(.document), node]
    nodes[0].source = ByteSpan(0..<source.bytes.count)
    nodes[0].firstIndex = 1
    diagnostics.append(limit.diagnostic(at: range, in: source))
  }
}

extension ArenaBuilder {
  mutating func report(_ limit: OverLimit, at range: Range<Int>) {
    diagnostics.append(limit.diagnostic(at: range, in: source))
  }

  /// Reports once that something is nested too deeply.
  mutating func reportDepth() {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    report(.depth(limits.treeDepth), at: nodes[Int(parent)].source.range)
  }
}
