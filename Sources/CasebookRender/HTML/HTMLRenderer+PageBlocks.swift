import CasebookMarkdown
import CasebookModel

/// Blocks in the page dialect.
extension HTMLRenderer {
  /// `## Root cause` → `<h2 id="root-cause">Root cause<a class="anchor" href="#root-cause" …>#</a></h2>`.
  mutating func openPageHeading(_ node: Node, at index: Int) -> Visit {
    if page.hidden == BlockRef(tree: page.tree, node: NodeID(index)) { return .done }
    if case .step(let step) = page.mark(at: index) {
      openStepHeading(step, level: Int(node.level), at: index)
    } else {
      openHeading(level: Int(node.level), isTop: node.parentIndex == 0, at: index)
    }
    return .descend
  }

  /// Bold paragraphs that serve as headings lie below every real one.
  private static let boldLevel = 7

  mutating func openPageParagraph(_ node: Node, at index: Int) {
    let mark = page.mark(at: index)
    switch mark {
    case .step(let step):
      openStepHeading(step, level: Self.boldLevel, at: index)
      return
    case .problem, .sessionLabel, .code, .task, .change, nil: break
    }
    if !isTight(node) {
      html.freshLine()
      html.open(.p)
      switch mark {
      case .problem: html.attribute(.class, fixed: "problem")
      case .sessionLabel: html.attribute(.class, fixed: "session-label")
      case .step, .code, .task, .change, nil: break
      }
    }
    if isTaskText(node, at: index) {
      html.open(.label)
      checkbox(of: Int(node.parentIndex))
    }
  }

  mutating func closePageParagraph(_ node: Node, at index: Int) {
    let mark = page.mark(at: index)
    if case .step(let step) = mark {
      closeStepHeading(step)
      return
    }
    if case .change(let factor) = mark { changeChip(factor) }
    if isTaskText(node, at: index) { html.close(.label) }
    if !isTight(node) {
      html.close(.p)
      html.newLine()
    }
  }

  mutating func closePageHeading(at index: Int) {
    if case .step(let step) = page.mark(at: index) {
      closeStepHeading(step)
    } else {
      closeHeading()
    }
  }

  private mutating func openHeading(level: Int, isTop: Bool, at index: Int, isNumbered: Bool = false) {
    let title = document.plainText(of: NodeID(index))
    // A step keeps its address when steps are put in before it.
    let name = isNumbered ? StepNumber.dropped(from: title) : title
    page.heading = OutlineEntry(
      title: title, anchor: page.anchors.add(name), level: page.enterHeading(level: level, isTop: isTop))
    if isTop { page.outline.append(page.heading) }
    html.freshLine()
    html.open(.heading(page.heading.level))
    html.attribute(.id, page.heading.anchor)
  }

  private mutating func closeHeading() {
    html.open(.a)
    html.attribute(.class, fixed: "anchor")
    html.attribute(.href, fragment: page.heading.anchor)
    html.attribute(.ariaLabel, "Link to “", page.heading.title, "”")
    html.text(fixed: "#")
    html.close(.a)
    html.close(.heading(page.heading.level))
    html.newLine()
  }

  /// `**4. Root Cause Analysis**` → a heading with its number apart, so that numbers line up.
  private mutating func openStepHeading(_ step: StepMark, level: Int, at index: Int) {
    openHeading(
      level: level, isTop: document.nodes[index].parentIndex == 0, at: index, isNumbered: step.isNumbered)
    html.attribute(.class, fixed: "step-title")
    html.open(.span)
    html.attribute(.class, fixed: "number")
    html.text(String(step.number))
    html.close(.span)
    html.text(fixed: " ")
    html.open(.span)
    page.dropsNumber = step.isNumbered
  }

  private mutating func closeStepHeading(_ step: StepMark) {
    page.dropsNumber = false
    html.close(.span)
    if let word = step.kind.label, !page.heading.title.utf8.containsIgnoringCase(word.utf8) {
      html.text(fixed: " ")
      html.open(.span)
      html.attribute(.class, fixed: "kind")
      html.text(word)
      html.close(.span)
    }
    closeHeading()
  }

  private mutating func changeChip(_ factor: String) {
    html.text(fixed: " ")
    html.open(.span)
    html.attribute(.class, fixed: "factor")
    html.text(factor)
    html.close(.span)
  }

  /// A named figure: role and language above the code, which can be reached and scrolled with the keyboard.
  mutating func pageCodeBlock(_ node: Node, at index: Int) {
    let language = document.pool[node.info.range].prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x7B }
    var name = LanguageName.display(language)
    html.freshLine()
    html.open(.figure)
    if case .code(let role, let id) = page.mark(at: index) {
      html.attribute(.class, "code role-", role.rawValue, "")
      if let anchor = page.anchors.reserve(id) { html.attribute(.id, anchor) }
      caption(role: role.label, language: name)
      if let label = role.label { name = name.isEmpty ? label : "\(label), \(name)" }
    } else {
      html.attribute(.class, fixed: "code")
      caption(role: nil, language: name)
    }
    html.open(.pre)
    html.attribute(.tabindex, fixed: "0")
    html.attribute(.role, fixed: "group")
    html.attribute(.ariaLabel, name.isEmpty ? "Code" : "Code: \(name)")
    html.open(.code)
    if !language.isEmpty { html.attribute(.class, "language-" + String(decoding: language, as: UTF8.self)) }
    for token in Highlighter.tokens(document.pool[node.literal.range], language: language) {
      let text = document.pool[token.range]
      guard let kind = token.kind else {
        html.text(text)
        continue
      }
      html.open(.span)
      html.attribute(.class, fixed: kind.className)
      html.text(text)
      html.close(.span)
    }
    html.close(.code)
    html.close(.pre)
    html.close(.figure)
    html.newLine()
    if !page.standings.isEmpty, case .code(_, let id) = page.mark(at: index), let standing = page.standings[id] {
      proofStrip(standing, code: document.pool[node.literal.range])
    }
  }

  private mutating func caption(role: String?, language: String) {
    guard role != nil || !language.isEmpty else { return }
    html.open(.figcaption)
    if let role {
      html.open(.span)
      html.attribute(.class, fixed: "role")
      html.text(role)
      html.close(.span)
    }
    if !language.isEmpty {
      if role != nil { html.text(fixed: " ") }
      html.open(.span)
      html.attribute(.class, fixed: "language")
      html.text(language)
      html.close(.span)
    }
    html.close(.figcaption)
  }

  /// Raw HTML as code that says so; comments say nothing to a reader and are left out.
  mutating func pageRawBlock(_ source: ArraySlice<UInt8>) {
    if source.isHTMLComment { return }
    html.freshLine()
    html.open(.figure)
    html.attribute(.class, fixed: "code raw")
    html.open(.pre)
    html.attribute(.tabindex, fixed: "0")
    html.attribute(.role, fixed: "group")
    html.attribute(.ariaLabel, fixed: "Source text")
    html.open(.code)
    html.text(source)
    html.close(.code)
    html.close(.pre)
    html.close(.figure)
    html.newLine()
  }

  mutating func openPageTable() {
    html.freshLine()
    html.open(.div)
    html.attribute(.class, fixed: "table")
    html.attribute(.tabindex, fixed: "0")
    html.attribute(.role, fixed: "group")
    html.attribute(.ariaLabel, fixed: "Table")
    openTable()
  }

  mutating func closePageTable() {
    html.close(.table)
    html.close(.div)
    html.newLine()
  }
}
