package import CasebookSource

/// An item of a prevention checklist.
package struct ChecklistItem: Hashable, Sendable {
  package var text: String
  package var isDone: Bool
  package var at: SourceRange
  package var block: BlockRef

  package init(text: String, isDone: Bool, at: SourceRange, block: BlockRef) {
    self.text = text
    self.isDone = isDone
    self.at = at
    self.block = block
  }
}

/// A heading as written, kept with its level for the rules about structure.
package struct PartHeading: Hashable, Sendable {
  package var text: Located<String>
  package var level: Int
  package var block: BlockRef

  package init(text: Located<String>, level: Int, block: BlockRef) {
    self.text = text
    self.level = level
    self.block = block
  }
}

/// The investigation of a case, quoted in a fence or not.
package struct Session: Hashable, Sendable {
  /// Both fence lines, where the session is quoted as a Markdown sample.
  package struct Fence: Hashable, Sendable {
    package var open: SourceRange
    package var close: SourceRange

    package init(open: SourceRange, close: SourceRange) {
      self.open = open
      self.close = close
    }
  }

  /// The paragraph before the fence: `**Debugging Session (Example)**:`.
  package var label: Located<String>?
  package var fence: Fence?
  package var title: Located<String>?
  /// Headings of the parts, as written: Symptoms, Investigation, Prevention Checklist.
  package var headings: [PartHeading] = []
  package var symptoms: [MeasuredText] = []
  package var steps: [Step] = []
  package var other: [OpaqueBlock] = []

  package init() {}
}

/// What reading always gives: a case with whatever parts it has.
package struct RawCase: Hashable, Sendable {
  package var id: String
  package var idSource: IDSource
  /// `Example 2:` → 2
  package var number: Int?
  package var title: Located<String>
  package var titleBlock: BlockRef
  package var issueType: String?
  package var issueTypeSource: Confidence
  package var alsoIssueTypes: [String] = []
  package var severity: String?
  package var corrects: String?
  package var tags: [String] = []
  package var aliases: [String] = []
  package var problem: MeasuredText?
  /// The label `**Problem**` or the heading `Problem`.
  package var problemLabel: Located<String>?
  package var session = Session()
  package var prevention: [ChecklistItem] = []
  /// Names of tools of the tables that its text mentions, in order of appearance.
  package var toolsUsed: [String] = []
  package var other: [OpaqueBlock] = []
  package var at: SourceRange
  /// Blocks of the case in source order, the title left out; a session's fence is replaced by the blocks inside it.
  package var flow: [BlockRef] = []

  package init(
    id: String, idSource: IDSource, number: Int? = nil, title: Located<String>, titleBlock: BlockRef, at: SourceRange
  ) {
    self.id = id
    self.idSource = idSource
    self.number = number
    self.title = title
    self.titleBlock = titleBlock
    self.issueTypeSource = .unknown
    self.at = at
  }

  /// Steps of one kind, in order.
  package func steps(of kind: StepKind) -> [Step] { session.steps.filter { $0.kind == kind } }

  /// Blocks of code of all steps, in order.
  package var codeBlocks: [CodeBlock] { session.steps.flatMap(\.codeBlocks) }

  /// Hands over each of them; no array of copies is made.
  package func forEachCodeBlock(_ body: (CodeBlock) -> Void) {
    for step in session.steps.indices {
      for block in session.steps[step].body.indices {
        if case .code(let code) = session.steps[step].body[block] { body(code) }
      }
    }
  }
}
