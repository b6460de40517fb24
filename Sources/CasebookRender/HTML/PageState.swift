import CasebookMarkdown
import CasebookModel

/// What a page knows of a block beyond its Markdown.
enum BlockMark: Sendable {
  /// The heading of a step, or the bold paragraph that serves as one.
  case step(StepMark)
  /// The paragraph that states the problem.
  case problem
  /// The paragraph before a quoted session.
  case sessionLabel
  /// A block of code: its role, and the name that leads to it.
  case code(role: CodeRole, id: String)
  /// An item of a checklist, whether or not it is written with a box.
  case task(isDone: Bool)
  /// A symptom that tells two figures: how many times the second is the first, `×10`.
  case change(String)
}

/// What the heading of a step says.
struct StepMark: Sendable {
  var number: Int
  /// Whether the title bears the number, which the page prints apart.
  var isNumbered: Bool
  var kind: StepKind
}

/// A heading of a page, for its table of contents.
struct OutlineEntry: Sendable {
  var title: String
  var anchor: String
  /// 2…6.
  var level: Int
}

/// A link whose address is known once all pages are: where in the HTML it goes, and what it leads to.
struct PendingLink: Sendable {
  enum Target: Hashable, Sendable {
    /// As written, relative to the document's folder.
    case relative(String)
    /// The n-th case of the same document.
    case caseOfDocument(Int)
  }

  /// Offset inside the start tag, before its `>`.
  var offset: Int
  var target: Target
  var isImage: Bool
}

/// What rendering in the page dialect gathers beside the HTML.
struct PageState: Sendable {
  var marks = DocumentMarks.none
  var anchors = AnchorNames()
  var outline: [OutlineEntry] = []
  var links: [PendingLink] = []
  /// Number of the tree that is being rendered.
  var tree = 0
  /// Blocks that the page shows elsewhere: the heading that became its title.
  var hidden: BlockRef?
  /// The heading that is open: level on the page, name, title.
  var heading = OutlineEntry(title: "", anchor: "", level: 2)
  /// Images that the page may show: path of its document, and paths below the content folder; all where it is absent.
  var images: (document: String, known: Set<String>)?
  /// How blocks of code stand with their checks, by id; those that have none are left out.
  var standings: [String: BlockStanding] = [:]
  /// Checks whose plots and witness the page has drawn.
  var drawn: Set<String> = []
  /// Drops `1. ` from the next text.
  var dropsNumber = false
  private var openLevels: [Int] = []

  /// The level on the page for a level in the document, without gaps: `##`, `####`, `##` → 2, 3, 2.
  mutating func enterHeading(level: Int, isTop: Bool) -> Int {
    guard isTop else { return min(6, 2 + openLevels.count) }
    while let last = openLevels.last, last >= level { openLevels.removeLast() }
    openLevels.append(level)
    return min(6, 1 + openLevels.count)
  }

  func mark(at index: Int) -> BlockMark? {
    marks.isEmpty ? nil : marks.mark(BlockRef(tree: tree, node: NodeID(index)))
  }
}
