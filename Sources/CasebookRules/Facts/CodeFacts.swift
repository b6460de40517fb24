/// A fault that a parser found.
package struct SyntaxFault: Sendable, Hashable {
  package var place: PythonFacts.Place
  package var message: String
  /// A second place of the block, and what is there.
  package var note: Note?
  /// Whether nothing else of the block is in the language, or only a part is left out: an excerpt, a signature, a synopsis.
  package var isExcerpt = false

  /// A second place that explains the first.
  package struct Note: Sendable, Hashable {
    package var place: PythonFacts.Place
    package var message: String
  }
}

/// What is known about one block.
package enum BlockFacts: Sendable {
  /// Nobody looked at it, or its parser gave up.
  case unknown
  /// It parses.
  case sound
  /// It parses, and this is in it.
  case python(PythonFacts)
  case fault(SyntaxFault)

  var python: PythonFacts? { if case .python(let facts) = self { facts } else { nil } }
}

/// Blocks of a language that no parser has seen, and why.
package struct UncheckedBlocks: Sendable, Hashable {
  /// Why they were not seen.
  package enum Reason: Sendable, Hashable {
    /// The program is not on this machine.
    case absent
    /// The user wants no program started.
    case turnedOff
    /// The program is there and of no use: too old, or it prints what nobody understands.
    case unusable(String)
    /// The parser gave up on these blocks: too deep, too large, out of time.
    case gaveUp
  }

  package var language: CodeLanguage
  package var count: Int
  package var reason: Reason

  package init(_ language: CodeLanguage, _ count: Int, _ reason: Reason) {
    self.language = language
    self.count = count
    self.reason = reason
  }

  /// `python3 not found: 12 Python blocks were not checked`
  package var sentence: String {
    let blocks = "\(count) \(language.name) \(count == 1 ? "block was" : "blocks were") not checked"
    switch reason {
    case .absent: return "\(language.program) not found: \(blocks)"
    case .turnedOff: return "parsers are off: \(blocks)"
    case .unusable(let why): return "\(language.program) \(why): \(blocks)"
    case .gaveUp: return "\(language.program) gave up: \(blocks)"
    }
  }
}

/// What the parsers say about the code of all documents; blocks that they have not seen are unknown.
package struct CodeFacts: Sendable {
  /// Facts by document and block, in the order of the findings handed in.
  private var documents: [[BlockFacts]]
  package private(set) var unchecked: [UncheckedBlocks]

  package init(_ documents: [[BlockFacts]], unchecked: [UncheckedBlocks] = []) {
    self.documents = documents
    self.unchecked = unchecked
  }

  /// Facts about the blocks of a document.
  package subscript(document: Int) -> [BlockFacts] { documents.indices.contains(document) ? documents[document] : [] }

  /// Whether every block was looked at, so that a silence without a finding is one of no use.
  package var isComplete: Bool { unchecked.isEmpty }
}
