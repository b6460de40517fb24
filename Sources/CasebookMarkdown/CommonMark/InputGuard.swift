import CasebookSource

/// What stands between a text and cmark: over a limit, the text is refused or a stretch of it replaced before cmark sees it.
///
/// cmark can't be interrupted, and 0.30.2 has three superlinear inputs.
struct InputGuard {
  private(set) var fed: [UInt8]
  let start: Int
  private(set) var refusal: OverLimit?
  /// Stretches of whole lines that cmark sees as a comment, and that become opaque blocks.
  private(set) var opaqueStretches: [Range<Int>] = []

  init(_ text: RepairedText, from start: Int, limits: InputLimits) {
    self.start = start
    fed = text.bytes
    if fed.count - start > limits.documentBytes { refusal = .document(limits.documentBytes) }
  }

  /// Replaces the lines of tables by empty headings: they end what is before them, and nothing goes on behind them.
  ///
  /// `> | a |` becomes `> #`, so that the containers stay as they are; lines keep their numbers.
  mutating func replace(_ tables: [PipeTable], in text: RepairedText) {
    var copied = 0
    var result: [UInt8] = []
    result.reserveCapacity(text.bytes.count)
    for table in tables {
      let rows = [table.header.content, table.delimiter] + table.rows.map(\.content)
      for row in rows where row.lowerBound >= copied {
        result += text.bytes[copied..<row.lowerBound]
        result.append(UInt8(ascii: "#"))
        copied = text.lines.content(ofLine: text.lines.lineIndex(of: row.lowerBound), in: text.bytes).upperBound
      }
    }
    result += text.bytes[copied...]
    fed = result
  }
}
