package import CasebookModel
import CasebookSource

/// A language whose blocks are read by the language's own parser.
package enum CodeLanguage: String, Sendable, Hashable, CaseIterable {
  case python, bash, swift

  /// Place among all.
  fileprivate var number: Int {
    switch self {
    case .python: 0
    case .bash: 1
    case .swift: 2
    }
  }

  /// The program that parses it.
  package var program: String {
    switch self {
    case .python: "python3"
    case .bash: "bash"
    case .swift: "swiftc"
    }
  }

  /// Its name in a sentence.
  package var name: String {
    switch self {
    case .python: "Python"
    case .bash: "shell"
    case .swift: "Swift"
    }
  }
}

/// A block of code taken out of its document, so that the document can be dropped before the block is judged.
package struct CodeExhibit: Sendable {
  /// What it is kept for.
  package enum Kind: Sendable, Hashable {
    /// Code that a parser reads.
    case code(CodeLanguage)
    /// Output that holds a traceback of Python.
    case traceback
  }

  package var kind: Kind
  /// Lines joined by LF, without the blanks that all of them begin with.
  package var code: [UInt8]
  package var places: ExhibitPlaces
  /// What the block is for, where it stands in a step of a case.
  package var role: CodeRole?
  /// Number of its case in the document.
  package var caseIndex: Int?
  /// Title of its step, for messages.
  package var step: String?

  package init(
    _ kind: Kind, code: [UInt8], places: ExhibitPlaces, role: CodeRole? = nil, caseIndex: Int? = nil,
    step: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.places = places
    self.role = role
    self.caseIndex = caseIndex
    self.step = step
  }

  package var language: CodeLanguage? { if case .code(let language) = kind { language } else { nil } }
}

/// How much of a document's code is kept for the rules about code.
package enum CodeKeeping: Sendable, Hashable {
  case none
  /// No parser will be asked: blocks are counted, and those alone are kept that tell something as they stand.
  case unparsed
  case all
}

/// The code of a document that the rules about code look at.
package struct DocumentExhibits: Sendable {
  /// In the order of the document.
  package var blocks: [CodeExhibit] = []
  /// Blocks that are counted only, by the number of their language.
  private var counts: InlineArray<3, Int32> = .init(repeating: 0)
  /// Names that the front matter takes to exist in every block.
  package var context: Set<String> = []

  package init() {}

  /// Counts a block that is not kept.
  mutating func count(_ language: CodeLanguage) { counts[language.number] += 1 }

  /// Blocks of a language, kept and counted.
  func blocks(of language: CodeLanguage) -> Int {
    Int(counts[language.number]) + blocks.count { $0.language == language }
  }

  var isEmpty: Bool { blocks.isEmpty && CodeLanguage.allCases.allSatisfy { counts[$0.number] == 0 } }
}
