import CasebookMarkdown

/// Checklists in the page dialect: boxes that tick without any script, each with its label.
extension HTMLRenderer {
  mutating func openPageList(_ node: Node) {
    html.freshLine()
    html.open(node.flags.contains(.ordered) ? .ol : .ul)
    if node.flags.contains(.ordered), node.number != 1 { html.attribute(.start, String(node.number)) }
    if node.firstIndex >= 0, isTask(Int(node.firstIndex)) { html.attribute(.class, fixed: "checklist") }
    html.newLine()
  }

  /// `- [ ] Set limits` → `<li class="task"><label><input type="checkbox"> Set limits</label></li>`.
  mutating func openPageItem(_ node: Node, at index: Int) {
    html.freshLine()
    html.open(.li)
    guard isTask(index) else { return }
    html.attribute(.class, fixed: "task")
    // A label holds text only; without a paragraph to put it round, the box bears its name itself.
    if node.firstIndex < 0 || document.nodes[Int(node.firstIndex)].kind != .paragraph {
      checkbox(of: index, isBare: true)
    }
  }

  /// Whether a paragraph is the text of a task item: its first block.
  func isTaskText(_ node: Node, at index: Int) -> Bool {
    guard node.parentIndex >= 0, isTask(Int(node.parentIndex)) else { return false }
    return Int(document.nodes[Int(node.parentIndex)].firstIndex) == index
  }

  mutating func checkbox(of index: Int, isBare: Bool = false) {
    html.open(.input)
    html.attribute(.type, fixed: "checkbox")
    if isBare { html.attribute(.ariaLabel, fixed: "Done") }
    if isDone(index) { html.flag(.checked) }
    html.closeVoid()
    html.text(fixed: " ")
  }

  private func isTask(_ index: Int) -> Bool {
    guard document.nodes[index].kind == .item else { return false }
    if document.nodes[index].flags.contains(.task) { return true }
    if case .task = page.mark(at: index) { return true }
    return false
  }

  private func isDone(_ index: Int) -> Bool {
    if document.nodes[index].flags.contains(.checked) { return true }
    if case .task(isDone: true) = page.mark(at: index) { return true }
    return false
  }
}
