/// Finds which lines of a text were replaced by which.
package enum LineDiff {
  /// Lines of the old text and those that took their place; disjoint, ascending.
  package struct Change: Equatable {
    package var old: Range<Int>
    package var new: Range<Int>
  }

  /// Work that the shortest script may cost before the rest counts as one change.
  private static let limit = 600

  package static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    if oldEnd == start, newEnd == start { return [] }
    // Most fixes change lines in place: then line faces line, and one pass is enough.
    if oldEnd == newEnd { return inPlace(old, new, start..<oldEnd) }
    return shortest(old, new, start..<oldEnd, start..<newEnd) ?? [Change(old: start..<oldEnd, new: start..<newEnd)]
  }

  private static func inPlace(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ range: Range<Int>
  ) -> [Change] {
    var result: [Change] = []
    for line in range where old[line] != new[line] { append(line..<line + 1, line..<line + 1, to: &result) }
    return result
  }

  private static func append(_ old: Range<Int>, _ new: Range<Int>, to changes: inout [Change]) {
    if let last = changes.last, last.old.upperBound == old.lowerBound, last.new.upperBound == new.lowerBound {
      let joined = Change(old: last.old.lowerBound..<old.upperBound, new: last.new.lowerBound..<new.upperBound)
      changes[changes.count - 1] = joined
    } else {
      changes.append(Change(old: old, new: new))
    }
  }

  /// The shortest edit script (Myers 1986, greedy), or `nil` where it is longer than the limit.
  private static func shortest(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ oldRange: Range<Int>, _ newRange: Range<Int>
  ) -> [Change]? {
    let (n, m) = (oldRange.count, newRange.count)
    let most = min(n + m, limit)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    let centre = most + 1
    for depth in 0...most {
      trace.append(Array(furthest[centre - depth...centre + depth]))
      for k in stride(from: -depth, through: depth, by: 2) {
        let isDown = k == -depth || (k != depth && furthest[centre + k - 1] < furthest[centre + k + 1])
        var x = isDown ? furthest[centre + k + 1] : furthest[centre + k - 1] + 1
        while x < n, x - k < m, x - k >= 0, old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - k] { x += 1 }
        furthest[centre + k] = x
        if x >= n, x - k >= m {
          return script(trace, depth: depth, n: n, m: m, oldRange.lowerBound, newRange.lowerBound)
        }
      }
    }
    return nil
  }

  /// Walks the recorded fronts back from the end; each step but the diagonals is a change.
  private static func script(
    _ trace: [[Int]], depth: Int, n: Int, m: Int, _ oldStart: Int, _ newStart: Int
  ) -> [Change] {
    var steps: [Change] = []
    var (x, y) = (n, m)
    for d in stride(from: depth, to: 0, by: -1) {
      let front = trace[d]
      let k = x - y
      func at(_ diagonal: Int) -> Int { front.indices.contains(diagonal + d) ? front[diagonal + d] : -1 }
      let isDown = k == -d || (k != d && at(k - 1) < at(k + 1))
      let previous = isDown ? k + 1 : k - 1
      let (px, py) = (at(previous), at(previous) - previous)
      steps.append(
        isDown
          ? Change(old: oldStart + px..<oldStart + px, new: newStart + py..<newStart + py + 1)
          : Change(old: oldStart + px..<oldStart + px + 1, new: newStart + py..<newStart + py))
      (x, y) = (px, py)
    }
    var result: [Change] = []
    for step in steps.reversed() { append(step.old, step.new, to: &result) }
    return result
  }
}
