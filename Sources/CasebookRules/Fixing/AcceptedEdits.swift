import CasebookSource

/// Edits that were taken; each new one must stand apart from them.
///
/// A large sorted array and a small one that is merged into it from time to time: with one array alone a file with a
/// hundred thousand edits would be moved about as many times.
struct AcceptedEdits {
  private var merged: [TextEdit] = []
  private var recent: [TextEdit] = []

  /// All of them, sorted and disjoint.
  var all: [TextEdit] { Self.merge(merged, recent) }

  /// Takes all edits of a fix, which are sorted, or none; one that is there already, byte for byte, is taken once.
  mutating func add(_ more: [TextEdit]) -> Bool {
    var fresh: [TextEdit] = []
    for edit in more {
      if let last = fresh.last, !Self.isApart(last, edit) { return false }
      if Self.holds(edit, merged) || Self.holds(edit, recent) { continue }
      guard Self.isApart(edit, from: merged), Self.isApart(edit, from: recent) else { return false }
      fresh.append(edit)
    }
    if fresh.count > 64 || recent.count > max(512, merged.count / 64) {
      merged = Self.merge(Self.merge(merged, recent), fresh)
      recent = []
    } else {
      for edit in fresh { recent.insert(edit, at: Self.index(of: edit, recent)) }
    }
    return true
  }

  private static func merge(_ a: [TextEdit], _ b: [TextEdit]) -> [TextEdit] {
    if b.isEmpty { return a }
    var result: [TextEdit] = []
    result.reserveCapacity(a.count + b.count)
    var j = 0
    for edit in a {
      while j < b.count, b[j].range.lowerBound < edit.range.lowerBound {
        result.append(b[j])
        j += 1
      }
      result.append(edit)
    }
    return result + b[j...]
  }

  private static func holds(_ edit: TextEdit, _ edits: [TextEdit]) -> Bool {
    let index = index(of: edit, edits)
    guard index < edits.count, !edit.range.isEmpty else { return false }
    return edits[index].range == edit.range && edits[index].replacement == edit.replacement
  }

  private static func isApart(_ edit: TextEdit, from edits: [TextEdit]) -> Bool {
    let index = index(of: edit, edits)
    if index > 0, !isApart(edits[index - 1], edit) { return false }
    return index == edits.count || isApart(edit, edits[index])
  }

  /// Two insertions at one place would need an order, so they are not apart.
  private static func isApart(_ a: TextEdit, _ b: TextEdit) -> Bool {
    if a.range.lowerBound == b.range.lowerBound { return false }
    return a.range.upperBound <= b.range.lowerBound && !(a.range.upperBound == b.range.lowerBound && b.range.isEmpty)
  }

  private static func index(of edit: TextEdit, _ edits: [TextEdit]) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < edit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
