import CasebookSource

/// A fence line and what its surroundings say of it: the evidence for opening or closing.
struct FenceSite {
  /// What stands on the next line.
  enum Follower: UInt8 { case blank, fence, text }

  var fence: FenceLine
  /// The same number for all fences of one marker, length and column.
  var kind: Int
  var follower: Follower
  /// Whether the line before is blank, or there is none.
  var followsBlank: Bool
  /// Whether a container ended since the fence before, and with it the block that was open in CommonMark's reading.
  var followsContainerEnd: Bool
  /// First line of the headings whose numbering goes on between the fence before and this one; `Int.max` for none.
  var resumedLine: Int

  /// Whether a block that another fence opened may end here, for CommonMark: its marker, its length, little indentation.
  func couldClose(_ opener: FenceSite) -> Bool {
    fence.marker == opener.fence.marker && fence.length >= opener.fence.length
      && fence.column < opener.fence.column - opener.fence.indentation + 4
  }
}

/// The fence lines of a text that count, in order.
struct FenceSites {
  private(set) var sites: [FenceSite] = []
  /// As `resumedLine`, for the text behind the last fence.
  private(set) var resumedAtEnd = Int.max

  init(_ scan: ContainerScan, in text: RepairedText, fromLine first: Int) {
    var kinds: [Kind: Int] = [:]
    var isOpen = false
    let lineCount = text.lines.lineCount
    let candidates = scan.fences.filter { $0.role != .html && $0.role != .indented }
    sites.reserveCapacity(candidates.count)
    for (index, fence) in candidates.enumerated() {
      let next = fence.line + 1
      var follower = FenceSite.Follower.text
      if next >= lineCount || text.isBlank(line: next) {
        follower = .blank
      } else if index + 1 < candidates.count, candidates[index + 1].line == next {
        follower = .fence
      }
      let key = Kind(marker: fence.marker, length: fence.length, column: fence.column)
      let kind = kinds[key] ?? kinds.count
      kinds[key] = kind
      sites.append(
        FenceSite(
          fence: fence, kind: kind, follower: follower,
          followsBlank: fence.line <= first || text.isBlank(line: fence.line - 1),
          followsContainerEnd: fence.role == .open && isOpen, resumedLine: Int.max))
      isOpen = fence.role != .close
    }
    var numbers = HeadingNumbers()
    var line = first
    for index in sites.indices {
      sites[index].resumedLine = numbers.resumedLine(from: line, to: sites[index].fence.line, in: text)
      line = sites[index].fence.line + 1
    }
    resumedAtEnd = numbers.resumedLine(from: line, to: lineCount, in: text)
  }

  private struct Kind: Hashable {
    var marker: UInt8
    var length: Int
    var column: Int
  }
}

extension RepairedText {
  /// Whether a line of this text holds nothing but blanks.
  func isBlank(line: Int) -> Bool {
    for offset in lines.bytes(ofLine: line) where bytes[offset] > UInt8(ascii: " ") { return false }
    return true
  }
}
