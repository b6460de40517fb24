import CasebookMarkdown
import CasebookSource

/// The investigation process: a numbered list, or a drawing of one in a fence without a language.
extension BlockReader {
  /// Reads a block as the stages of the framework; `nil` where it is none.
  mutating func framework(_ id: NodeID, heading: NodeID) -> Framework? {
    let stages: [Framework.Stage]?
    switch kind(id) {
    case .codeBlock: stages = drawing(id)
    case .list: stages = Self.namesProcess(slice(content(heading))) ? numbered(id) : nil
    case .document, .blockQuote, .item, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow, .tableCell,
      .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      stages = nil
    }
    guard let stages, stages.count >= 3, stages.count(where: { Self.isStage($0.name) }) * 2 >= stages.count else {
      return nil
    }
    let at = SourceRange(start: place(heading).start, end: place(id).end)
    return Framework(title: located(heading), steps: stages, at: at, block: ref(id))
  }

  private static func namesProcess(_ heading: TextSlice) -> Bool {
    var isNamed = false
    heading.forEachWord { offset, _ in
      isNamed =
        isNamed || heading.matches("process", at: offset) || heading.matches("framework", at: offset)
        || heading.matches("workflow", at: offset) || heading.matches("stages", at: offset)
        || heading.matches("method", at: offset)
    }
    return isNamed
  }

  /// Words by which stages of an investigation are known.
  private static func isStage(_ name: String) -> Bool {
    name.withSlice { text in stages.contains { text.matches($0) } }
  }

  private static let stages: [StaticString] = [
    "reproduce", "isolate", "hypothes", "test", "fix", "verif", "prevent", "observe", "collect", "gather", "measure",
    "analy", "diagnos", "root cause", "mitigate", "document", "identify", "investigate", "validate", "confirm",
  ]

  /// Lines `1. Reproduce` that count from 1, with nothing but arrows between them.
  private mutating func drawing(_ id: NodeID) -> [Framework.Stage]? {
    let info = info(id).trimmed()
    guard node(id).flags.contains(.fenced), info.isEmpty || info.equals("text") else { return nil }
    var stages: [Framework.Stage] = []
    let inside = inside(id)
    var start = inside.lowerBound
    while start < inside.upperBound {
      let end = text.firstIndex(of: 0x0A, in: start..<inside.upperBound) ?? inside.upperBound
      let line = slice(start..<end).trimmed()
      start = end + 1
      if line.isEmpty { continue }
      if let number = line.number(at: 0), line.byte(number.length) == UInt8(ascii: ".") {
        let name = line.dropping(number.length + 1)
        guard number.value == stages.count + 1, !name.isEmpty, name.range.count <= 60 else { return nil }
        stages.append(Framework.Stage(number: number.value, name: name.string, at: place(name.range)))
      } else if line.range.contains(where: { Self.isText(line.bytes[$0]) }) {
        return nil
      }
    }
    return stages
  }

  /// Whether a byte is more than part of an arrow: `v` may be one.
  private static func isText(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter && byte != UInt8(ascii: "v")
  }

  /// Items of one short paragraph each.
  private mutating func numbered(_ id: NodeID) -> [Framework.Stage]? {
    guard node(id).flags.contains(.ordered) else { return nil }
    var stages: [Framework.Stage] = []
    var number = Int(node(id).number)
    var cursor = firstChild(id)
    while let item = cursor {
      guard let text = itemText(item) else { return nil }
      let name = itemPlainText(text.paragraph, content: text.content)
      guard name.utf8.count <= 200 else { return nil }
      stages.append(Framework.Stage(number: number, name: name, at: place(text.content)))
      number += 1
      cursor = next(item)
    }
    return stages
  }
}
