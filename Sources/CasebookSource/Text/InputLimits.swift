/// What a document may cost; over a limit it becomes one opaque block with an error, never a stall or a crash.
///
/// libcmark 0.30.2 has three superlinear inputs (CVE-2023-22486, CVE-2023-24824) and cannot be interrupted, so the limits
/// stand in front of it.
package struct InputLimits: Hashable, Sendable {
  /// Bytes of one document.
  package var documentBytes = 1 << 20
  /// Block quotes and lists inside each other: at 50 a blank-line flood costs 0.8 s a MiB.
  package var containerDepth = 50
  /// Depth of the whole tree, inlines included.
  package var treeDepth = 100
  /// `![` in one paragraph.
  package var imageOpenersPerParagraph = 1_000
  package var tableColumns = 1_000
  /// Cells that short rows are padded with, in one table.
  package var tablePaddedCells = 100_000
  /// Memory that one parse may take.
  package var parseBytes = 512 << 20
  package var frontMatterBytes = 64 << 10
  package var frontMatterEvents = 10_000
  package var frontMatterDepth = 32

  package init() {}

  package static let standard = InputLimits()
}
