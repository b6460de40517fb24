package import CasebookMarkdown
package import CasebookModel
package import CasebookSource

/// Cases, documents and tables as text for a terminal, to be read at three in the morning.
///
/// Prose is wrapped, code never; colour adds escapes and changes no other byte; what could drive a terminal is shown instead.
package enum TextRenderer {
  /// Renders a case: what it is, the tools to reach for, then the case in the order of its source.
  package static func render(
    case item: RawCase, of document: ReadDocument, issueTypes: [IssueType] = [], findings: [Diagnostic] = [],
    registry: ToolRegistry = ToolRegistry(), standing: CaseStanding? = nil, width: Int = 80, mode: TextMode = .plain
  ) -> [UInt8] {
    var canvas = TextCanvas(width: width, mode: mode)
    title(item.title.value, &canvas)
    var facts = facts(of: item, document.model, issueTypes, registry)
    if let standing { facts.add("Proof", ProofLine.of(standing)) }
    facts.write(to: &canvas)
    canvas.blank()
    var blocks = TextBlocks(canvas: canvas, document: document.document)
    blocks.marks = DocumentMarks(document)
    blocks.render(flow: item, of: document)
    TextRenderer.missing(from: item, &blocks.canvas)
    list(findings, &blocks.canvas)
    return blocks.canvas.bytes
  }

  /// Renders a whole document in the order of its source, each case with its steps.
  package static func render(document: ReadDocument, width: Int = 80, mode: TextMode = .plain) -> [UInt8] {
    var blocks = TextBlocks(canvas: TextCanvas(width: width, mode: mode), document: document.document)
    blocks.marks = DocumentMarks(document)
    for part in DocumentParts(document) {
      switch part {
      case .block(let node):
        blocks.enter(tree: 0, of: document)
        blocks.render(node)
      case .item(let index):
        let item = document.model.cases[index]
        blocks.enter(tree: item.titleBlock.tree, of: document)
        blocks.render(item.titleBlock.node)
        blocks.render(flow: item, of: document)
      }
    }
    return blocks.canvas.bytes
  }

  /// Renders blocks of the arena, as they are.
  package static func render(blocks document: Document, width: Int = 80, mode: TextMode = .plain) -> [UInt8] {
    var blocks = TextBlocks(canvas: TextCanvas(width: width, mode: mode), document: document)
    blocks.render(Document.root)
    return blocks.canvas.bytes
  }

  /// Renders the table of issue types and their tools.
  package static func render(tools: [IssueType], width: Int = 80, mode: TextMode = .plain) -> [UInt8] {
    var canvas = TextCanvas(width: width, mode: mode)
    let rows = tools.map { type in
      [TextRun(type.name, .bold), TextRun(type.tools.map(\.value).joined(separator: ", "))]
    }
    TextTableLayout(header: ["Issue type", "Tools"], rows: rows).write(to: &canvas)
    return canvas.bytes
  }

  private static func title(_ text: String, _ canvas: inout TextCanvas) {
    canvas.wrap([TextRun(text, .bold)])
    let width = min(DisplayWidth.cells(VisibleText.string(text)), canvas.room)
    canvas.line([TextRun(String(repeating: "═", count: width), .faint)])
    canvas.blank()
  }

  private static func facts(
    of item: RawCase, _ model: CaseDocument, _ issueTypes: [IssueType], _ registry: ToolRegistry
  ) -> FactList {
    var list = FactList()
    let type = issueTypes.first { $0.id == item.issueType }
    let name = type?.name ?? item.issueType
    list.add("Issue type", name.map { [TextRun($0, .bold)] } ?? [TextRun("none", .faint)])
    if let tools = type?.tools, !tools.isEmpty {
      list.add("Tools first", separated(tools.map(\.value), .cyan))
    } else if !item.toolsUsed.isEmpty {
      list.add("Tools used", separated(item.toolsUsed, .cyan))
    }
    for (index, command) in beginnings(item, type, registry).enumerated() {
      list.add(index == 0 ? "Begin with" : "", code: command)
    }
    list.add("Severity", model.frontMatter?.severity?.value)
    list.add("Author", model.frontMatter?.author.map(\.value).joined(separator: ", "))
    list.add("Updated", model.frontMatter?.updated?.value)
    list.add("Tags", item.tags.joined(separator: ", "))
    list.add("Case", item.id)
    list.add("Source", "\(model.path):\(item.at.start.line)")
    return list
  }

  /// First commands of up to three tools that are maintained, fit the issue type and see the case's code.
  private static func beginnings(_ item: RawCase, _ type: IssueType?, _ registry: ToolRegistry) -> [String] {
    let languages = item.programLanguages
    let fitting = (type?.tools.map(\.value) ?? item.toolsUsed).compactMap(registry.find).filter { tool in
      tool.status == .maintained && (type.map { tool.serves($0.id) } ?? true)
        && (languages.isEmpty || languages.contains(where: tool.sees))
    }
    return fitting.compactMap(\.firstCommands.first).prefix(3).map(\.self)
  }

  private static func separated(_ words: [String], _ style: TextStyle) -> [TextRun] {
    var runs: [TextRun] = []
    for (index, word) in words.enumerated() {
      if index > 0 { runs.append(TextRun(", ")) }
      runs.append(TextRun(word, style))
    }
    return runs
  }

  private static func missing(from item: RawCase, _ canvas: inout TextCanvas) {
    let parts = CaseParts.missing(from: item)
    guard !parts.isEmpty else { return }
    canvas.blank()
    canvas.wrap([TextRun("Not in this case: ", [.bold, .yellow]), TextRun(parts.joined(separator: ", ") + ".")])
  }

  private static func list(_ findings: [Diagnostic], _ canvas: inout TextCanvas) {
    guard !findings.isEmpty else { return }
    canvas.blank()
    canvas.wrap([TextRun(Count.of(findings.count, "finding") + " in the source", .bold)])
    for finding in findings {
      let tone: TextStyle =
        switch finding.severity {
        case .error: .red
        case .warning: .yellow
        case .info: .blue
        }
      canvas.push(first: "• ", rest: "  ")
      canvas.wrap([
        TextRun("line \(finding.range.start.line)", .faint), TextRun(" "),
        TextRun(finding.severity.rawValue, [.bold, tone]), TextRun(" \(finding.message) "),
        TextRun("\(finding.rule)", .faint),
      ])
      canvas.pop()
    }
  }
}

/// Lines of a name and what it stands for, the values aligned.
private struct FactList {
  private var facts: [(name: String, value: [TextRun], isCode: Bool)] = []

  mutating func add(_ name: String, _ value: [TextRun]) { facts.append((name, value, false)) }

  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { facts.append((name, [TextRun(value)], false)) }
  }

  /// A command, which is never wrapped.
  mutating func add(_ name: String, code: String) { facts.append((name, [TextRun(code, .cyan)], true)) }

  func write(to canvas: inout TextCanvas) {
    let width = (facts.map { $0.name.utf8.count }.max() ?? 0) + 2
    for fact in facts {
      let space = String(repeating: " ", count: width - fact.name.utf8.count)
      canvas.push(first: fact.name + space, rest: String(repeating: " ", count: width), style: .faint)
      if fact.isCode { canvas.line(fact.value) } else { canvas.wrap(fact.value) }
      canvas.pop()
    }
  }
}
