package import CasebookSource

/// The stages of an investigation.
package enum StepKind: String, Hashable, Sendable, CaseIterable {
  case reproduce, isolate, hypothesis, tooling, evidence, finding, rootCause, mitigation, fix, verification, other
}

/// One of several ways to fix: `Fix - Option 2: Pessimistic Locking` → 2, the name.
package struct FixOption: Hashable, Sendable {
  package var index: Int
  package var name: String?

  package init(index: Int, name: String?) {
    self.index = index
    self.name = name
  }
}

/// Text that no recogniser claims: kept, in order, and rendered.
package struct OpaqueBlock: Hashable, Sendable {
  /// Source after repairs.
  package var markdown: String
  package var at: SourceRange
  package var block: BlockRef

  package init(markdown: String, at: SourceRange, block: BlockRef) {
    self.markdown = markdown
    self.at = at
    self.block = block
  }
}

/// A table as plain text.
package struct Table: Hashable, Sendable {
  package var header: [String]
  package var rows: [[String]]
  package var at: SourceRange
  package var block: BlockRef

  package init(header: [String], rows: [[String]], at: SourceRange, block: BlockRef) {
    self.header = header
    self.rows = rows
    self.at = at
    self.block = block
  }
}

/// A list inside a step, item by item.
package struct ItemList: Hashable, Sendable {
  package var items: [MeasuredText]
  package var block: BlockRef

  package init(items: [MeasuredText], block: BlockRef) {
    self.items = items
    self.block = block
  }
}

/// What a step consists of.
package enum StepBlock: Hashable, Sendable {
  case prose(MeasuredText)
  case items(ItemList)
  case code(CodeBlock)
  case table(Table)
  case opaque(OpaqueBlock)
}

/// A numbered step of an investigation; the body is in document order, nothing left out.
package struct Step: Hashable, Sendable {
  /// As written; counted on where the title bears none.
  package var number: Int
  /// Whether the title bears the number.
  package var isNumbered: Bool
  package var title: Located<String>
  /// The heading, or the bold paragraph that serves as one.
  package var titleBlock: BlockRef
  package var kind: StepKind
  package var kindSource: Confidence
  package var fixOption: FixOption?
  package var body: [StepBlock]
  package var at: SourceRange

  package init(
    number: Int, isNumbered: Bool, title: Located<String>, titleBlock: BlockRef, kind: StepKind, kindSource: Confidence,
    fixOption: FixOption? = nil, body: [StepBlock] = [], at: SourceRange
  ) {
    self.number = number
    self.isNumbered = isNumbered
    self.title = title
    self.titleBlock = titleBlock
    self.kind = kind
    self.kindSource = kindSource
    self.fixOption = fixOption
    self.body = body
    self.at = at
  }

  /// Its blocks of code, in order.
  package var codeBlocks: [CodeBlock] {
    body.compactMap { if case .code(let block) = $0 { block } else { nil } }
  }
}
