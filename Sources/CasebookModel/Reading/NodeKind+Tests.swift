import CasebookMarkdown

/// Tests of a kind by pattern, which cost one comparison; `==` over another module's enum is a call through a witness.
extension NodeKind {
  var isHeading: Bool { if case .heading = self { true } else { false } }
  var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  var isList: Bool { if case .list = self { true } else { false } }
  var isCodeBlock: Bool { if case .codeBlock = self { true } else { false } }
  var isHTMLBlock: Bool { if case .htmlBlock = self { true } else { false } }
  var isTable: Bool { if case .table = self { true } else { false } }
  var isThematicBreak: Bool { if case .thematicBreak = self { true } else { false } }
  var isStrong: Bool { if case .strong = self { true } else { false } }
  var isText: Bool { if case .text = self { true } else { false } }
}
