import CasebookModel
import CasebookSource
import TestSupport

/// Reads a text as a document named `notes/case.md`.
func read(_ text: String, path: String = "notes/case.md") -> ReadDocument {
  DocumentReader.read(SourceFile(path: path, text: text))
}

/// The original document as it is on disk.
let original = DocumentReader.read(
  SourceFile(path: "content/debugging-examples.md", bytes: Repository.bytes("content/debugging-examples.md")))

/// Lines of a file that are not blank and that no leaf, or more than one, covers.
struct Coverage: CustomStringConvertible {
  var lines = 0
  var uncovered: [Int] = []
  var twice: [Int] = []

  init(_ read: ReadDocument) {
    let source = read.source
    var covers = [Int](repeating: 0, count: source.diskLines.lineCount + 2)
    for leaf in read.leafRanges {
      let last = leaf.end.column == 1 && leaf.end.line > leaf.start.line ? leaf.end.line - 1 : leaf.end.line
      for line in leaf.start.line...max(last, leaf.start.line) { covers[line] += 1 }
    }
    for line in 1...source.diskLines.lineCount {
      let content = source.diskLines.content(ofLine: line - 1, in: source.file.bytes)
      var bytes = source.file.bytes[content]
      // A byte order mark is no text, wherever the parser reads it as one.
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      lines += 1
      if covers[line] == 0 { uncovered.append(line) }
      if covers[line] > 1 { twice.append(line) }
    }
  }

  var isComplete: Bool { uncovered.isEmpty && twice.isEmpty }
  var description: String { "\(lines) lines, uncovered \(uncovered.prefix(8)), twice \(twice.prefix(8))" }
}

/// A generator with a seed: the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
