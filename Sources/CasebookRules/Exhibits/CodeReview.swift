import CasebookModel
import CasebookSource

/// The code of one document with what its parsers say: what a rule about code is given.
package struct CodeReview: Sendable {
  /// A block and what is known of it.
  struct Block: Sendable {
    let exhibit: CodeExhibit
    let facts: BlockFacts

    var python: PythonFacts? { facts.python }
    var role: CodeRole? { exhibit.role }

    func range(_ place: PythonFacts.Place) -> SourceRange { exhibit.places.range(place.line, place.columns) }

    /// Where its first line stands.
    var firstLine: SourceRange {
      let line = exhibit.code.prefix { $0 != 0x0A }
      let start = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
      return range(.init(1, start..<line.count))
    }

    /// Lines of the code, the first is 1.
    var lines: [ArraySlice<UInt8>] { exhibit.code.split(separator: 0x0A, omittingEmptySubsequences: false) }
  }

  let path: String
  let profile: Profile
  /// Names that the front matter takes to exist.
  let context: Set<String>
  let blocks: [Block]
  /// The blocks of each case that has any.
  let cases: [[Block]]

  init(path: String, profile: Profile, exhibits: DocumentExhibits, facts: [BlockFacts]) {
    self.path = path
    self.profile = profile
    context = exhibits.context
    blocks = exhibits.blocks.enumerated().map { index, exhibit in
      Block(exhibit: exhibit, facts: index < facts.count ? facts[index] : .unknown)
    }
    var cases: [[Block]] = []
    var places: [Int: Int] = [:]
    var last: (case: Int, place: Int)?
    for block in blocks {
      guard let index = block.exhibit.caseIndex else { continue }
      if last?.case != index {
        let place = places[index] ?? cases.count
        if place == cases.count { cases.append([]) }
        places[index] = place
        last = (index, place)
      }
      if let last { cases[last.place].append(block) }
    }
    self.cases = cases
  }

  /// A note about a second place of the same document.
  func note(_ message: String, _ block: Block, _ place: PythonFacts.Place) -> Diagnostic.Note {
    Diagnostic.Note(message, path: path, range: block.range(place))
  }
}
