import CasebookSource

/// A fence line and what its surroundings say of it: the evidence for opening or closing.
struct FenceSite {
  /// What stands on the next line.
  enum Follower: UInt8 {
    case blank
    case fence
    /// Text further left than the fence, as where a list goes on: it tells nothing.
    case dedent
    case text
  }

  var fence: FenceLine
  /// The same number for all fences of one marker, length and column.
  var kind: Int
  var follower: Follower
  /// Whether the line before is blank, or there is none.
  var followsBlank: Bool
  /// Whether a container ended since the fence before, and with it the block that was open in CommonMark's reading.
  var followsContainerEnd: Bool
  /// What speaks against the line as an opener and as a closer, by what follows.
  var opening = 0
  var closing = 0
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
    let candidates = scan.fences.filter(\.mayBeMeant)
    sites.reserveCapacity(candidates.count)
    for (index, fence) in candidates.enumerated() {
      let next = fence.line + 1
      var follower = text.follower(of: fence)
      if follower != .blank, index + 1 < candidates.count, candidates[index + 1].line == next { follower = .fence }
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
    price()
    var numbers = HeadingNumbers()
    var line = first
    for index in sites.indices {
      sites[index].resumedLine = numbers.resumedLine(from: line, to: sites[index].fence.line, in: text)
      line = sites[index].fence.line + 1
    }
    resumedAtEnd = numbers.resumedLine(from: line, to: text.lines.lineCount, in: text)
  }

  /// Says what each line's follower is worth, which depends on the habits of the text's author.
  private mutating func price() {
    var pairs = 0
    var pairsBeforeText = 0
    for index in sites.indices.dropFirst() where sites[index].fence.role == .close {
      guard sites[index - 1].fence.role == .open, sites[index - 1].follower == .text else { continue }
      pairs += 1
      if sites[index].follower == .text { pairsBeforeText += 1 }
    }
    let beforeText = pairsBeforeText >= 4 && pairsBeforeText * 4 >= pairs ? 0 : FenceCost.closeBeforeText
    for index in sites.indices {
      switch sites[index].follower {
      case .blank: sites[index].opening = sites[index].fence.isBare ? FenceCost.openBeforeBlank : 0
      case .fence: sites[index].closing = FenceCost.closeBeforeFence
      case .dedent: continue
      case .text: sites[index].closing = beforeText
      }
    }
  }

  private struct Kind: Hashable {
    var marker: UInt8
    var length: Int
    var column: Int
  }
}

extension FenceLine {
  /// Whether an author may have meant the line as a fence, whatever CommonMark makes of it.
  fileprivate var mayBeMeant: Bool {
    switch role {
    case .open, .close, .content: true
    case .tagged: indentation < 4
    case .indented, .html: false
    }
  }
}

extension RepairedText {
  /// Tells what stands on the line behind a fence, other fences apart.
  func follower(of fence: FenceLine) -> FenceSite.Follower {
    let next = fence.line + 1
    guard next < lines.lineCount, !isBlank(line: next) else { return .blank }
    let line = lines.bytes(ofLine: next)
    var column = 0
    for offset in line {
      if bytes[offset] == UInt8(ascii: "\t") {
        column += 4 - column & 3
      } else if bytes[offset] == UInt8(ascii: " ") {
        column += 1
      } else {
        break
      }
    }
    return column < fence.column ? .dedent : .text
  }

  /// Whether a line of this text holds nothing but blanks.
  func isBlank(line: Int) -> Bool {
    for offset in lines.bytes(ofLine: line) where bytes[offset] > UInt8(ascii: " ") { return false }
    return true
  }
}
