/// Leads from offsets in a derived text (repaired, or nested in a fence) to offsets in the file on disk.
///
/// Segments in ascending order; a copied one maps byte for byte, a replaced one maps every byte to its start, so that a
/// position in repaired text always names bytes that exist. The identity has no segment at all and costs nothing.
package struct PositionMap: Sendable, Hashable {
  /// A stretch of the derived text that is copied from one place on disk, or stands for one.
  package struct Segment: Sendable, Hashable {
    /// First byte in the derived text.
    package var target: Int
    /// First byte on disk.
    package var source: Int
    /// Bytes on disk that a replaced segment stands for; `nil` where bytes are copied one to one.
    package var replaced: Int?

    package init(target: Int, source: Int, replaced: Int? = nil) {
      self.target = target
      self.source = source
      self.replaced = replaced
    }
  }

  package var segments: [Segment]

  package init(segments: [Segment] = []) { self.segments = segments }

  package var isIdentity: Bool { segments.isEmpty }

  /// Index of the segment that holds an offset.
  func segmentIndex(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].target <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Maps the start of something: the first byte of a replaced run for all bytes of it.
  package func start(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return offset }
    let segment = segments[segmentIndex(of: offset)]
    return segment.replaced == nil ? segment.source + max(offset - segment.target, 0) : segment.source
  }

  /// Maps a half-open end: an end inside a replaced run goes to that run's end on disk.
  ///
  /// The end belongs to the byte before it, since what follows may begin far away on disk.
  package func end(_ offset: Int) -> Int {
    guard !segments.isEmpty, offset > 0 else { return start(offset) }
    let segment = segments[segmentIndex(of: offset - 1)]
    if let replaced = segment.replaced { return segment.source + replaced }
    return segment.source + max(offset - segment.target, 0)
  }

  package func range(_ range: Range<Int>) -> Range<Int> {
    let lower = start(range.lowerBound)
    let upper = range.isEmpty ? lower : end(range.upperBound)
    return lower..<max(lower, upper)
  }

  /// Offset in the derived text of a byte on disk; one inside a replaced run goes to where its replacement begins.
  ///
  /// Segments ascend on disk too, since nothing is moved; a byte that was left out leads to what follows it.
  package func target(ofSource offset: Int) -> Int {
    guard let first = segments.first, offset > first.source else { return segments.first?.target ?? offset }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].source <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return segment.replaced == nil ? segment.target + (offset - segment.source) : segment.target
  }
}
