import CasebookSource

/// One way to read a fence line: what is open behind it, and what speaks against it.
struct FenceStep {
  var action: FenceAction
  var state: FenceState
  var cost: Int32
}

extension [FenceSite] {
  /// Lists all ways to read a site from a state.
  func steps(from state: FenceState, over index: Int, into steps: inout [FenceStep]) {
    steps.removeAll(keepingCapacity: true)
    let site = self[index]
    let resumed = resumedCost(of: state, site.resumedLine)
    func add(_ action: FenceAction, _ next: FenceState, _ cost: Int) {
      steps.append(FenceStep(action: action, state: next, cost: Int32(truncatingIfNeeded: cost + resumed)))
    }
    if state.outer < 0 {
      add(.open, .block(index, kind: site.kind), site.opening)
      add(
        .stray, state,
        site.fence.isBare && site.follower == .blank ? FenceCost.strayCloser : FenceCost.strayOpener)
      if site.fence.role == .tagged { add(.content, state, FenceCost.hiddenByTag) }
      return
    }
    let outer = self[Int(state.outer)]
    let unclosed = site.followsContainerEnd ? FenceCost.unclosedInContainer : FenceCost.unclosed
    if state.inner < 0 {
      guard site.couldClose(outer) else {
        add(.content, state, 0)
        if site.followsContainerEnd { add(.openAfterUnclosed, .block(index, kind: site.kind), unclosed + site.opening) }
        return
      }
      let nest = site.opening + (state.hasNested ? 0 : FenceCost.nest)
      add(.nest, state.nesting(index, kind: site.kind), nest)
      add(.openAfterUnclosed, .block(index, kind: site.kind), unclosed + site.opening)
      if site.fence.isBare {
        add(.close, .closed, site.closing + site.closingCost(of: outer))
      } else {
        add(.infoInside, state, state.hasNested ? FenceCost.infoInsideNested : FenceCost.infoInside)
        if !site.followsBlank, site.follower != .text, site.fence.column == outer.fence.column {
          add(.closeWithInfo, .closed, FenceCost.closeWithInfo)
        }
      }
      return
    }
    let inner = self[Int(state.inner)]
    guard site.couldClose(inner) else {
      add(.content, state, 0)
      return
    }
    if site.fence.isBare {
      add(
        .unnest, state.withoutInner,
        site.closing + site.closingCost(of: inner))
      add(
        .closeWithInner, .closed,
        FenceCost.unclosedInner + site.closing + site.closingCost(of: outer))
    } else {
      add(.infoInside, state, FenceCost.infoInsideNested)
      add(.nestAfterUnclosed, state.nesting(index, kind: site.kind), FenceCost.unclosedInner)
      add(.openAfterUnclosed, .block(index, kind: site.kind), FenceCost.unclosedInner + unclosed)
    }
  }

  /// What speaks against a block that is open across the next number of the headings before it.
  func resumedCost(of state: FenceState, _ resumedLine: Int) -> Int {
    guard resumedLine != Int.max, state.outer >= 0, state.inner < 0 else { return 0 }
    return resumedLine < self[Int(state.outer)].fence.line ? FenceCost.resumedNumber : 0
  }
}

extension FenceSite {
  /// What speaks against this fence as the closer of an opener.
  func closingCost(of opener: FenceSite) -> Int {
    (fence.column == opener.fence.column ? 0 : FenceCost.closeElsewhere)
      + (fence.line == opener.fence.line + 1 ? FenceCost.emptyBlock : 0)
  }
}
