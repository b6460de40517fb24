/// A stretch of bytes with 32-bit ends; `absent` where there is nothing.
package struct ByteSpan: Sendable, Hashable {
  package var start: Int32
  package var end: Int32

  package init(_ range: Range<Int>) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  private init() {
    start = -1
    end = -1
  }

  package static let absent = ByteSpan()

  @inlinable package var isAbsent: Bool { start < 0 }
  @inlinable package var range: Range<Int> { start < 0 ? 0..<0 : Int(start)..<Int(end) }
  @inlinable package var isEmpty: Bool { end <= start }
}

/// Names a node of one document: an index into its arena.
package struct NodeID: Hashable, Sendable {
  package let index: Int32

  @inlinable package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// One node of the arena: its kind, its links by index, its place and its literals.
///
/// Flat, since a recursive tree overflows the stack while it is freed, at a depth that 37 KB of `>` reach.
package struct Node: Sendable {
  /// What a node is beside its kind.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A list whose items are not wrapped in paragraphs.
    package static let tight = Flags(rawValue: 1)
    package static let ordered = Flags(rawValue: 2)
    /// An item that begins with `[ ]` or `[x]`.
    package static let task = Flags(rawValue: 4)
    package static let checked = Flags(rawValue: 8)
    /// A code block between fences, not an indented one.
    package static let fenced = Flags(rawValue: 16)
    /// A row or cell of a table's head.
    package static let header = Flags(rawValue: 32)
    /// A fenced block whose closing fence is missing.
    package static let unclosed = Flags(rawValue: 64)
  }

  /// How a table's column is aligned.
  package enum Alignment: UInt8, Sendable, Hashable { case none, left, center, right }

  package var kind: NodeKind
  package var flags: Flags = []
  /// Heading level 1…6; the alignment of a table cell.
  package var level: UInt8 = 0
  /// First number of an ordered list.
  package var number: Int32 = 0
  /// Links by index, -1 where there is none; `Document` wraps them, a renderer's hot loop reads them as they are.
  package var parentIndex: Int32 = -1
  package var firstIndex: Int32 = -1
  package var nextIndex: Int32 = -1
  /// Bytes of the text: blocks from their first byte to the last byte of their last line, without the line break; absent for inlines.
  package var source: ByteSpan = .absent
  /// Literal in the pool: text, code, raw HTML; the address of a link or an image.
  package var literal: ByteSpan = .absent
  /// Second literal in the pool: the info string of a code block, the title of a link or an image.
  package var info: ByteSpan = .absent

  package init(_ kind: NodeKind) { self.kind = kind }

  package var alignment: Alignment { Alignment(rawValue: level) ?? .none }
}
