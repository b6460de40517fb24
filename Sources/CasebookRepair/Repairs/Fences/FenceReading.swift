import CasebookSource

/// The best reading of a text's fences: its blocks, and the lines that fit no block.
struct FenceReading {
  /// An outermost block.
  struct Block {
    var opener: FenceLine
    /// `nil` where none closes it.
    var closer: FenceLine?
    /// Whether it holds fences that CommonMark would take for its own.
    var isNested = false
    /// Fences inside that are neither openers nor closers though they look it.
    var misfits: [FenceLine] = []
    /// A closer of another reading that costs about as much.
    var rival: FenceLine?
    /// The first fence behind it where nothing closes it.
    var next: FenceLine?
    /// Whether its closer has an info string.
    var isClosedWithInfo = false
    /// Whether it ends with its container, as CommonMark has it too.
    var endsWithContainer = false
    /// First fence inside that CommonMark takes for the closer.
    var firstInnerCloser: FenceLine?
    /// Whether another reading, which doesn't nest here, costs about as much.
    var isDoubtful = false
  }

  private(set) var blocks: [Block] = []
  /// Fences that open nothing and close nothing.
  private(set) var strays: [FenceLine] = []

  init(_ list: FenceSites) {
    let search = FenceSearch(list)
    let sites = list.sites
    var block: Block?
    for (index, node) in search.bestPath.enumerated() {
      let site = sites[index]
      let reached = search.nodes[node]
      switch reached.action {
      case .open:
        block = Block(opener: site.fence)
      case .openAfterUnclosed:
        finish(&block, closer: nil, next: site.fence, endsWithContainer: site.followsContainerEnd)
        block = Block(opener: site.fence)
      case .close, .closeWithInner:
        if reached.action == .closeWithInner || search.price(of: node) >= FenceCost.decisive {
          block?.isDoubtful = true
        }
        finish(&block, closer: site.fence)
      case .closeWithInfo:
        block?.isClosedWithInfo = true
        finish(&block, closer: site.fence)
      case .nest, .unnest:
        block?.isNested = true
        if search.price(of: node) >= FenceCost.decisive { block?.isDoubtful = true }
        if site.fence.isBare, block?.firstInnerCloser == nil { block?.firstInnerCloser = site.fence }
      case .nestAfterUnclosed:
        block?.isDoubtful = true
      case .infoInside:
        block?.misfits.append(site.fence)
      case .content:
        break
      case .stray:
        strays.append(site.fence)
      }
    }
    finish(&block, closer: nil)
    markRivals(search, sites)
  }

  private mutating func finish(
    _ block: inout Block?, closer: FenceLine?, next: FenceLine? = nil, endsWithContainer: Bool = false
  ) {
    guard var done = block else { return }
    done.closer = closer
    done.next = next
    done.endsWithContainer = endsWithContainer
    blocks.append(done)
    block = nil
  }

  /// Looks, at each fence of a nested block, for a reading about as cheap in which another block or none is open there.
  private mutating func markRivals(_ search: FenceSearch, _ sites: [FenceSite]) {
    guard blocks.contains(where: \.isNested) else { return }
    var site = 0
    let best = search.bestCost
    for index in blocks.indices where blocks[index].isNested {
      guard let closer = blocks[index].closer else { continue }
      while site < sites.count, sites[site].fence.line < blocks[index].opener.line { site += 1 }
      let opener = site
      while site < sites.count, sites[site].fence.line <= closer.line {
        let isLast = sites[site].fence.line == closer.line
        let rival = search.cheapestRival(behind: site) {
          isLast ? $0.outer < 0 : Int($0.outer) == opener
        }
        if let rival, rival.cost < best + FenceCost.lead {
          blocks[index].isDoubtful = true
          if blocks[index].rival == nil {
            blocks[index].rival = isLast ? nil : sites[site].fence
          }
        }
        site += 1
      }
    }
  }
}

extension FenceReading.Block {
  /// Whether nothing in it is in doubt, so that longer fences say what was meant.
  var isClear: Bool { isNested && closer != nil && !isDoubtful && misfits.isEmpty && !isClosedWithInfo }

  var lines: ClosedRange<Int> { opener.line...max(opener.line, closer?.line ?? opener.line) }
}
