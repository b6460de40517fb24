import CasebookMarkdown
package import CasebookSource

/// The outline of a document as bytes, so that rules about the library need not read documents that have not changed.
///
/// It holds what `outline(keepingCodeOf:)` keeps, but for code that proofs do not ask for and front matter that only the
/// document's own rules read.
extension CaseDocument {
  package func write(to record: inout RecordWriter) {
    record.text(path)
    record.optional(frontMatter) { record, matter in
      record.place(matter.at)
      record.optional(matter.id) { $0.located($1) }
      record.optional(matter.issueType) { $0.located($1) }
      record.list(matter.alsoIssueTypes) { $0.located($1) }
    }
    record.optional(title) { $0.located($1) }
    record.optional(framework) { record, framework in
      record.located(framework.title)
      record.list(framework.steps) { record, stage in
        record.number(stage.number)
        record.text(stage.name)
        record.place(stage.at)
      }
      record.place(framework.at)
      record.block(framework.block)
    }
    record.optional(toolTable) { record, table in
      record.optional(table.title) { $0.located($1) }
      record.list(table.issueTypes) { $1.write(to: &$0) }
      record.place(table.at)
      record.block(table.block)
    }
    record.list(cases) { $1.write(to: &$0) }
  }

  package init(from record: inout RecordReader) {
    self.init(path: record.text())
    frontMatter = record.optional { record in
      var matter = CaseFrontMatter(at: record.place())
      matter.id = record.optional { $0.located() }
      matter.issueType = record.optional { $0.located() }
      matter.alsoIssueTypes = record.list { $0.located() }
      return matter
    }
    title = record.optional { $0.located() }
    framework = record.optional { record in
      let title = record.located()
      let steps = record.list { record -> Framework.Stage in
        let (number, name): (Int, String) = (record.number(), record.text())
        return Framework.Stage(number: number, name: name, at: record.place())
      }
      let at = record.place()
      return Framework(title: title, steps: steps, at: at, block: record.block())
    }
    toolTable = record.optional { record in
      let title = record.optional { $0.located() }
      let types = record.list { IssueType(from: &$0) }
      let at = record.place()
      return ToolTable(title: title, issueTypes: types, at: at, block: record.block())
    }
    cases = record.list { RawCase(from: &$0) }
  }
}

extension IssueType {
  package func write(to record: inout RecordWriter) {
    record.text(id)
    record.text(name)
    record.list(tools) { $0.located($1) }
    record.place(at)
    record.place(nameRange)
  }

  package init(from record: inout RecordReader) {
    let (id, name) = (record.text(), record.text())
    let tools = record.list { $0.located() }
    let at = record.place()
    self.init(id: id, name: name, tools: tools, at: at, nameRange: record.place())
  }
}

extension RecordWriter {
  /// A block is known by its place in the arena, which moves as lines do.
  mutating func block(_ block: BlockRef) {
    guard hasPlaces else { return }
    number(block.tree)
    number(Int(block.node.index))
  }
}

extension RecordReader {
  mutating func block() -> BlockRef {
    guard hasPlaces else { return BlockRef(tree: 0, node: NodeID(0)) }
    let (tree, node): (Int, Int) = (number(), number())
    return BlockRef(tree: tree, node: NodeID(node))
  }
}
