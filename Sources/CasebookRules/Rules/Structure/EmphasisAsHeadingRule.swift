import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB106: a bold paragraph that serves as the title of a step.
struct EmphasisAsHeadingRule: DocumentRule {
  let description = RuleDescription(
    106, "emphasis-as-heading", .info, fix: .unsafe,
    what: "The title of a step is a bold paragraph, not a heading.",
    why: """
      A bold line looks like a heading and is none: it has no anchor to link to, it is in no table of contents, and a \
      screen reader passes over it. Casebook reads it as a step all the same.
      """,
    triggering: [
      RuleExample(
        "numbered bold lines",
        """
        # A

        **Problem**: slow

        ## Investigation

        ⟦**1. Reproduce under load**⟧

        - 5 of 100

        ⟦**2. Root cause**⟧

        - no index

        """)
    ],
    accepted: [
      RuleExample(
        "headings", "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Reproduce\n\nx\n\n### 2. Fix\n\ny\n"),
      RuleExample(
        "steps of a list", "# A\n\n**Problem**: slow\n\n## Investigation\n\n1. **Reproduce**\n\n   x\n2. Fix\n"),
      RuleExample("bold text that titles no step", "# A\n\n**Important**\n\ntext\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      for step in document.model.cases[index].session.steps.indices {
        let title = document.model.cases[index].session.steps[step].titleBlock
        document.withTree(title) { tree in
          guard isBold(title.node, tree) else { return }
          findings.append(
            finding(
              tree.source.file.path, tree.range(of: title.node), "the title of a step must be a heading",
              fixes: fix(title, tree, context).map { [$0] } ?? []))
        }
      }
    }
    return findings
  }

  /// A paragraph of bold text alone; in a list the item is what marks the step.
  private func isBold(_ id: NodeID, _ tree: Document) -> Bool {
    guard tree[id].kind == .paragraph, let only = tree.firstChild(of: id), tree.next(after: only) == nil else {
      return false
    }
    return tree[only].kind == .strong && tree.parent(of: id).map { tree[$0].kind != .item } ?? true
  }

  /// `**1. Reproduce**` → `#### 1. Reproduce`, one level below the heading above it.
  private func fix(_ ref: BlockRef, _ tree: Document, _ context: RuleContext) -> Diagnostic.Fix? {
    let text = tree.source.bytes
    let lines = tree.contentLines(of: ref.node)
    guard let line = lines.first, lines.count == 1, line.count > 4, text[line].starts(with: "**".utf8),
      text[line.upperBound - 1] == UInt8(ascii: "*"), text[line.upperBound - 2] == UInt8(ascii: "*")
    else { return nil }
    let here = tree.diskOffset(of: ref.node)
    let above = context.survey.heading(above: here, tree: ref.tree)
    let level = (above?.level ?? 1) + 1
    guard level <= 6 else { return nil }
    let marks = String(repeating: "#", count: level)
    var edits = [
      Diagnostic.Fix.Edit(
        range: tree.source.range(of: line.lowerBound..<line.lowerBound + 2), replacement: marks + " "),
      Diagnostic.Fix.Edit(range: tree.source.range(of: line.upperBound - 2..<line.upperBound), replacement: ""),
    ]
    // Rewritten as it is, the heading above keeps the fix from one that moves it in the same round.
    if let above {
      let marker = tree.fence(of: above.block.node)
      edits.insert(.init(range: tree.source.range(of: marker), replacement: tree.source.string(marker)), at: 0)
    }
    return Diagnostic.Fix(.unsafe, "make it a heading of level \(level)", edits: edits)
  }
}
