/// What is open behind a fence line: nothing, a block, or a block inside a block. Real nesting is never deeper.
struct FenceState: Hashable {
  /// Site that opened the outer block, and its kind; -1 for none.
  var outer: Int32 = -1
  var outerKind: Int32 = -1
  /// The same of the inner block.
  var inner: Int32 = -1
  var innerKind: Int32 = -1
  /// Whether the outer block has held another one.
  var hasNested = false

  static let closed = FenceState()

  static func block(_ opener: Int, kind: Int) -> FenceState {
    FenceState(outer: Int32(truncatingIfNeeded: opener), outerKind: Int32(truncatingIfNeeded: kind))
  }

  func nesting(_ opener: Int, kind: Int) -> FenceState {
    var state = self
    state.inner = Int32(truncatingIfNeeded: opener)
    state.innerKind = Int32(truncatingIfNeeded: kind)
    state.hasNested = true
    return state
  }

  var withoutInner: FenceState {
    var state = self
    state.inner = -1
    state.innerKind = -1
    return state
  }

  /// Whether two states have the same future, whichever sites led to them.
  func isLike(_ other: FenceState) -> Bool {
    outerKind == other.outerKind && innerKind == other.innerKind && hasNested == other.hasNested
  }
}

/// What a reading makes of one fence line.
enum FenceAction: UInt8 {
  case open
  case close
  /// Opens a block inside the block.
  case nest
  /// Closes the block inside the block.
  case unnest
  /// Is text of the block, as CommonMark has it too.
  case content
  /// Is text of the block though its info string says that it opens one.
  case infoInside
  /// Closes the block in spite of its info string.
  case closeWithInfo
  /// Belongs to no block.
  case stray
  /// Opens a block after one that was never closed.
  case openAfterUnclosed
  /// Opens an inner block after one that was never closed.
  case nestAfterUnclosed
  /// Closes the block, whose inner block was never closed.
  case closeWithInner
}
