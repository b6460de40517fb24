import CasebookMarkdown
package import CasebookSource

/// The coverage invariant: what the model is made of, as places in the file.
extension ReadDocument {
  /// Ranges on disk of the model's leaves, sorted: front matter, titles, labels, fence lines, items, blocks, opaque blocks.
  ///
  /// Every non-blank line of the file belongs to exactly one of them, which a property test holds over arbitrary text. A
  /// title's leaf is its whole block, with the underline of a setext heading.
  package var leafRanges: [SourceRange] {
    var leaves = Leaves(read: self)
    leaves.collect()
    return leaves.ranges.sorted()
  }
}

private struct Leaves {
  let read: ReadDocument
  var ranges: [SourceRange] = []
  private var seen: Set<BlockRef> = []

  init(read: ReadDocument) { self.read = read }

  mutating func collect() {
    let model = read.model
    if let matter = model.frontMatter { ranges.append(matter.at) }
    if let title = model.title { add(blockAt: title.at) }
    for raw in model.cases { add(raw) }
    if let framework = model.framework {
      add(blockAt: framework.title.at)
      add(framework.block)
    }
    if let table = model.toolTable {
      if let title = table.title { add(blockAt: title.at) }
      add(table.block)
    }
    add(model.other)
  }

  private mutating func add(_ raw: RawCase) {
    if raw.titleBlock.node != Document.root { add(raw.titleBlock) }
    if let problem = raw.problem { add(problem.block) }
    if let label = raw.problemLabel { add(blockAt: label.at) }
    let session = raw.session
    if let label = session.label { add(blockAt: label.at) }
    if let fence = session.fence { ranges += [fence.open, fence.close] }
    if let title = session.title { add(blockAt: title.at) }
    for heading in session.headings { add(heading.block) }
    for symptom in session.symptoms { add(symptom.block) }
    for step in session.steps { add(step) }
    for item in raw.prevention { add(item.block) }
    add(session.other)
    add(raw.other)
  }

  private mutating func add(_ step: Step) {
    add(step.titleBlock)
    for block in step.body {
      switch block {
      case .prose(let text): add(text.block)
      case .items(let list): for item in list.items { add(item.block) }
      case .code(let code): add(code.block)
      case .table(let table): add(table.block)
      case .opaque(let block): add(block.block)
      }
    }
  }

  private mutating func add(_ blocks: [OpaqueBlock]) { for block in blocks { add(block.block) } }

  private mutating func add(_ ref: BlockRef) {
    guard seen.insert(ref).inserted else { return }
    let document = read.tree(ref)
    ranges.append(document.range(of: ref.node))
  }

  /// Adds the block that holds a place, in whichever tree.
  private mutating func add(blockAt range: SourceRange) {
    for (tree, document) in ([read.document] + read.nested).enumerated().reversed() {
      for id in document.children(of: Document.root) {
        let block = document.range(of: id)
        guard block.start <= range.start, range.start < block.end else { continue }
        // A fence holds the session: its text is in the nested tree, which was looked at first.
        if document[id].kind != .codeBlock { add(BlockRef(tree: tree, node: id)) }
        return
      }
    }
  }
}
