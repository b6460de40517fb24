extension RepairedText {
  /// Applies further edits, given in offsets of this text, sorted and disjoint.
  ///
  /// What an edit leaves of an earlier replacement goes into one edit on disk with it: `√©` read as `é`, then `é` as `e`,
  /// is `√©` → `e`. An edit that overlaps the one before it, or reaches beyond the text, is left out.
  package func applying(_ edits: [TextEdit]) -> RepairedText {
    let more = edits.inOrder(within: bytes.count)
    guard !more.isEmpty else { return self }
    var segments = SegmentCopier(map: map, count: bytes.count)
    var cursor = 0
    for edit in more {
      segments.copy(cursor..<edit.range.lowerBound)
      segments.replace(edit.range, count: edit.replacement.count)
      cursor = edit.range.upperBound
    }
    segments.copy(cursor..<bytes.count)
    if segments.result.isEmpty { segments.result.append(.init(target: 0, source: 0, replaced: file.bytes.count)) }
    var text = RepairedText(
      file: file, bytes: more.applied(to: bytes), edits: onDisk(more), map: PositionMap(segments: segments.result),
      diskLines: diskLines)
    text.diagnostics = diagnostics
    return text
  }

  /// A text made of some stretches of this one, for a document nested in a fence; findings and edits stay with this one.
  ///
  /// `"> a\n> b\n"` with the stretches after `> ` gives `"a\nb\n"`, each byte mapped to the file.
  package func extract(_ stretches: [Range<Int>]) -> RepairedText {
    var segments = SegmentCopier(map: map, count: bytes.count)
    var text: [UInt8] = []
    for stretch in stretches.map({ $0.clamped(to: 0..<bytes.count) }) {
      segments.copy(stretch)
      text.append(contentsOf: bytes[stretch])
    }
    if segments.result.isEmpty {
      segments.result.append(.init(target: 0, source: map.start(stretches.first?.lowerBound ?? 0)))
    }
    return RepairedText(
      file: file, bytes: text, edits: [], map: PositionMap(segments: segments.result), diskLines: diskLines)
  }

  /// An earlier edit, and where its replacement stands in this text.
  private struct Placed {
    var edit: TextEdit
    var range: Range<Int>
  }

  private var placed: [Placed] {
    var shift = 0
    return edits.map { edit in
      let start = edit.range.lowerBound + shift
      shift += edit.replacement.count - edit.range.count
      return Placed(edit: edit, range: start..<start + edit.replacement.count)
    }
  }

  /// Joins the edits of this text with further ones, in offsets on disk.
  private func onDisk(_ more: [TextEdit]) -> [TextEdit] {
    var result: [TextEdit] = []
    result.reserveCapacity(edits.count + more.count)
    let earlier = placed
    var old = 0
    var new = 0
    while new < more.count {
      let first = more[new]
      while old < earlier.count, earlier[old].range.precedes(first.range) {
        result.append(earlier[old].edit)
        old += 1
      }
      // Everything that overlaps, directly or through another, becomes one edit.
      var range = first.range
      let firstNew = new
      new += 1
      var touched: [Placed] = []
      while true {
        if old < earlier.count, earlier[old].range.overlapsInside(range) {
          range = range.union(earlier[old].range)
          touched.append(earlier[old])
          old += 1
        } else if new < more.count, !touched.isEmpty, more[new].range.overlapsInside(range) {
          range = range.union(more[new].range)
          new += 1
        } else {
          break
        }
      }
      let least = result.last?.range.upperBound ?? 0
      let most = old < earlier.count ? earlier[old].edit.range.lowerBound : file.bytes.count
      let disk = diskRange(range, touched).clamped(to: least..<max(least, most))
      let local = more[firstNew..<new].map { edit in
        TextEdit(
          range: edit.range.lowerBound - range.lowerBound..<edit.range.upperBound - range.lowerBound,
          replacement: edit.replacement, rule: edit.rule)
      }
      result.append(
        TextEdit(range: disk, replacement: Array(local).applied(to: Array(bytes[range])), rule: first.rule))
    }
    result += earlier[old...].map(\.edit)
    return result
  }

  /// The bytes on disk behind a stretch that holds whole replacements.
  private func diskRange(_ range: Range<Int>, _ touched: [Placed]) -> Range<Int> {
    var lower = map.start(range.lowerBound)
    var upper = range.isEmpty ? lower : map.end(range.upperBound)
    if range.isEmpty, range.lowerBound == bytes.count { (lower, upper) = (map.end(bytes.count), map.end(bytes.count)) }
    if let first = touched.first, first.range.lowerBound == range.lowerBound { lower = first.edit.range.lowerBound }
    if let last = touched.last, last.range.upperBound == range.upperBound { upper = last.edit.range.upperBound }
    return lower..<max(lower, upper)
  }
}

extension Range where Bound == Int {
  /// Tells whether this ends where the other begins, or before.
  fileprivate func precedes(_ other: Range<Int>) -> Bool {
    upperBound <= other.lowerBound && !(isEmpty && other.isEmpty && lowerBound == other.lowerBound)
  }

  /// Tells whether two stretches share a byte, or one is an empty place inside the other.
  fileprivate func overlapsInside(_ other: Range<Int>) -> Bool {
    if isEmpty || other.isEmpty {
      return lowerBound == other.lowerBound && upperBound == other.upperBound
        || (lowerBound > other.lowerBound && upperBound < other.upperBound)
        || (other.lowerBound > lowerBound && other.upperBound < upperBound)
    }
    return lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}

/// Builds the segments of a text that is made of another's stretches and of replacements.
private struct SegmentCopier {
  let map: PositionMap
  /// Bytes in the other text.
  let count: Int
  var result: [PositionMap.Segment] = []
  private var target = 0

  init(map: PositionMap, count: Int) {
    self.map = map
    self.count = count
  }

  /// Goes on with a stretch of the other text.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if map.isIdentity {
      append(.init(target: target, source: range.lowerBound))
    } else {
      var index = map.segmentIndex(of: range.lowerBound)
      while index < map.segments.count, map.segments[index].target < range.upperBound {
        let segment = map.segments[index]
        let start = max(segment.target, range.lowerBound)
        append(
          .init(
            target: target + start - range.lowerBound,
            source: segment.replaced == nil ? segment.source + start - segment.target : segment.source,
            replaced: segment.replaced))
        index += 1
      }
    }
    target += range.count
  }

  /// Adds a segment, unless the one before it goes on into it.
  private mutating func append(_ segment: PositionMap.Segment) {
    if let last = result.last, last.replaced == nil, segment.replaced == nil,
      last.source - last.target == segment.source - segment.target
    {
      return
    }
    result.append(segment)
  }

  /// Goes on with new bytes in the place of a stretch of the other text.
  mutating func replace(_ range: Range<Int>, count: Int) {
    guard count > 0 else { return }
    let isAtEnd = range.isEmpty && range.lowerBound == self.count
    let disk = isAtEnd ? map.end(self.count)..<map.end(self.count) : map.range(range)
    result.append(.init(target: target, source: disk.lowerBound, replaced: disk.count))
    target += count
  }
}
