import CasebookSource

/// Places of one file that belong to a finding, to be quoted together.
struct Snippet {
  /// A range with its caret and label.
  struct Mark {
    var range: SourceRange
    var isPrimary: Bool
    var label: String
  }

  var path: String
  /// What the line above the quotation names.
  var at: Position
  var marks: [Mark]

  /// The finding's own file first, then those of its notes; a note about the very range of the finding is its label.
  static func snippets(of diagnostic: Diagnostic) -> [Snippet] {
    var primary = Mark(range: diagnostic.range, isPrimary: true, label: "")
    var result = [Snippet(path: diagnostic.path, at: diagnostic.range.start, marks: [])]
    for note in diagnostic.notes {
      if note.path == diagnostic.path, note.range == diagnostic.range, primary.label.isEmpty {
        primary.label = note.message
        continue
      }
      let mark = Mark(range: note.range, isPrimary: false, label: note.message)
      if let index = result.firstIndex(where: { $0.path == note.path }) {
        result[index].marks.append(mark)
      } else {
        result.append(Snippet(path: note.path, at: note.range.start, marks: [mark]))
      }
    }
    result[0].marks.insert(primary, at: 0)
    for index in result.indices {
      result[index].marks.sort { ($0.range.start, $0.isPrimary ? 0 : 1) < ($1.range.start, $1.isPrimary ? 0 : 1) }
    }
    return result
  }
}
