/// Looks for the reading of all fence lines against which the least speaks, and for what the next best would be.
///
/// A walk over the lines that keeps, for each thing that may be open, the cheapest way there; at most `width` at a time, so
/// that time and memory are linear in the number of lines. A second walk from the end gives each of these states the price
/// of the cheapest whole reading through it: where two readings part, both prices are known.
struct FenceSearch {
  struct Node {
    var state: FenceState
    var cost: Int32
    /// Cheapest way from here to the end.
    var rest: Int32 = .max
    var previous: Int32
    var action: FenceAction
  }

  /// States kept at a time; real documents need six.
  private static let width = 16

  private let sites: [FenceSite]
  private let resumedAtEnd: Int
  private(set) var nodes: [Node] = []
  /// First node behind each site, one more than sites.
  private(set) var starts: [Int] = []
  private var steps: [FenceStep] = []

  init(_ list: FenceSites) {
    sites = list.sites
    resumedAtEnd = list.resumedAtEnd
    starts.reserveCapacity(sites.count + 2)
    starts.append(0)
    nodes.append(Node(state: .closed, cost: 0, previous: -1, action: .content))
    starts.append(1)
    for index in sites.indices { advance(over: index) }
    priceTheRest()
  }

  /// The nodes of the cheapest reading, one behind each site.
  var bestPath: [Int] {
    var best = -1
    var cost = Int32.max
    for index in starts[sites.count]..<starts[sites.count + 1] {
      let total = nodes[index].cost + nodes[index].rest
      if total < cost {
        cost = total
        best = index
      }
    }
    var path: [Int] = []
    while best > 0 {
      path.append(best)
      best = Int(nodes[best].previous)
    }
    path.reverse()
    return path
  }

  /// What speaks against the last step to a node.
  func price(of node: Int) -> Int {
    let previous = Int(nodes[node].previous)
    return Int(nodes[node].cost) - (previous >= 0 ? Int(nodes[previous].cost) : 0)
  }

  /// What speaks against the cheapest reading.
  var bestCost: Int {
    nodes[starts[sites.count]..<starts[sites.count + 1]].reduce(Int.max) { min($0, Int($1.cost) + Int($1.rest)) }
  }

  /// The cheapest reading that has, behind a site, something open other than the given block.
  func cheapestRival(behind site: Int, of isSame: (FenceState) -> Bool) -> (cost: Int, node: Int)? {
    var found: (cost: Int, node: Int)?
    for index in starts[site + 1]..<starts[site + 2] where !isSame(nodes[index].state) {
      let total = Int(nodes[index].cost) + Int(nodes[index].rest)
      if total < found?.cost ?? .max { found = (total, index) }
    }
    return found
  }

  private mutating func advance(over site: Int) {
    let from = starts[site]..<starts[site + 1]
    let first = nodes.count
    for index in from {
      let node = nodes[index]
      sites.steps(from: node.state, over: site, into: &steps)
      for step in steps {
        keep(
          Node(
            state: step.state, cost: node.cost + step.cost, previous: Int32(truncatingIfNeeded: index),
            action: step.action),
          first: first)
      }
    }
    starts.append(nodes.count)
  }

  private mutating func keep(_ node: Node, first: Int) {
    var worst = first
    for index in first..<nodes.count {
      if nodes[index].state.isLike(node.state) {
        if node.cost < nodes[index].cost { nodes[index] = node }
        return
      }
      if nodes[index].cost > nodes[worst].cost { worst = index }
    }
    if nodes.count - first < Self.width {
      nodes.append(node)
    } else if node.cost < nodes[worst].cost {
      nodes[worst] = node
    }
  }

  private mutating func priceTheRest() {
    for index in starts[sites.count]..<starts[sites.count + 1] {
      let state = nodes[index].state
      var cost = 0
      if state.outer >= 0 { cost += FenceCost.unclosed + sites.resumedCost(of: state, resumedAtEnd) }
      if state.inner >= 0 { cost += FenceCost.unclosedInner }
      nodes[index].rest = Int32(truncatingIfNeeded: cost)
    }
    for site in sites.indices.reversed() {
      let targets = starts[site + 1]..<starts[site + 2]
      for index in starts[site]..<starts[site + 1] {
        sites.steps(from: nodes[index].state, over: site, into: &steps)
        var rest = Int32.max
        for step in steps {
          for target in targets where nodes[target].state.isLike(step.state) {
            if nodes[target].rest < .max { rest = min(rest, step.cost + nodes[target].rest) }
          }
        }
        nodes[index].rest = rest
      }
    }
  }
}
