import CasebookMarkdown
import CasebookSource

/// Tables as plain text, and the table `Issue | Tools`.
extension BlockReader {
  mutating func table(_ id: NodeID) -> Table {
    var rows: [[String]] = []
    var cursor = firstChild(id)
    while let row = cursor {
      rows.append(cells(row).map { plainText($0) })
      cursor = next(row)
    }
    let header = rows.isEmpty ? [] : rows.removeFirst()
    return Table(header: header, rows: rows, at: place(id), block: ref(id))
  }

  private func cells(_ row: NodeID) -> [NodeID] {
    var cells: [NodeID] = []
    var cursor = firstChild(row)
    while let cell = cursor {
      cells.append(cell)
      cursor = next(cell)
    }
    return cells
  }

  /// The table whose first column names issues and whose second lists tools; `nil` for any other.
  mutating func toolTable(_ id: NodeID, heading: NodeID?) -> ToolTable? {
    guard kind(id).isTable, let head = firstChild(id) else { return nil }
    let names = cells(head)
    guard names.count >= 2 else { return nil }
    let first = slice(span(names[0])).withoutMarkup()
    let second = slice(span(names[1])).withoutMarkup()
    guard first.beginsWithWord("issue") || first.beginsWithWord("issues") || first.beginsWithWord("problem"),
      second.beginsWithWord("tools") || second.beginsWithWord("tool")
    else { return nil }
    var types: [IssueType] = []
    var cursor = next(head)
    while let row = cursor {
      if let type = issueType(row) { types.append(type) }
      cursor = next(row)
    }
    var at = place(id)
    let title = heading.map { located($0) }
    if let heading { at.start = place(heading).start }
    return ToolTable(title: title, issueTypes: types, at: at, block: ref(id))
  }

  private mutating func issueType(_ row: NodeID) -> IssueType? {
    let cells = cells(row)
    guard cells.count >= 2 else { return nil }
    let name = plainText(cells[0])
    let slug = Slug.make(name)
    let tools = tools(cells[1])
    guard !slug.isEmpty, !tools.isEmpty else { return nil }
    return IssueType(id: slug, name: name, tools: tools, at: place(row), nameRange: place(cells[0]))
  }

  /// Names between commas, markup left out; commas in brackets or code part nothing.
  private mutating func tools(_ cell: NodeID) -> [Located<String>] {
    let text = slice(span(cell))
    var tools: [Located<String>] = []
    var start = text.range.lowerBound
    var depth = 0
    var isCode = false
    for index in text.range.lowerBound...text.range.upperBound {
      let byte = index < text.range.upperBound ? text.bytes[index] : UInt8(ascii: ",")
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "`"): isCode.toggle()
      default: break
      }
      let isEnd = index == text.range.upperBound
      guard isEnd || byte == UInt8(ascii: ",") && depth <= 0 && !isCode else { continue }
      if let tool = tool(start..<index) { tools.append(tool) }
      start = index + 1
    }
    return tools
  }

  /// `` `py-spy` `` or `[py-spy](https://…)` → `py-spy`.
  private mutating func tool(_ range: Range<Int>) -> Located<String>? {
    var name = slice(range).withoutMarkup()
    if name.byte(0) == UInt8(ascii: "["), let close = name.bytes.firstIndex(of: UInt8(ascii: "]"), in: name.range) {
      name = slice(name.range.lowerBound + 1..<close).withoutMarkup()
    }
    guard !name.isEmpty else { return nil }
    return located(name.range)
  }
}
