/// Text without markup, and the way from each of its bytes to the source: `a \& **b**` reads `a & b`.
package struct LocatedText: Sendable, Hashable {
  /// A run of the text: one to one with the source, or standing for a stretch of another length (an escape, a reference).
  package struct Piece: Sendable, Hashable {
    /// Bytes of the text.
    package var text: Range<Int>
    /// Bytes of the source.
    package var source: Range<Int>
    /// Byte by byte the source, but for line breaks that became spaces.
    package var isVerbatim: Bool
  }

  package internal(set) var bytes: [UInt8] = []
  /// Pieces in order, without gaps in `text`.
  package internal(set) var pieces: [Piece] = []

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Stretch of the source from the first byte of a range to its last; what is behind an escape covers the backslash too.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard let last = pieces.last else { return 0..<0 }
    let inside = range.clamped(to: 0..<bytes.count)
    if inside.isEmpty {
      guard inside.lowerBound < bytes.count else { return last.source.upperBound..<last.source.upperBound }
      let start = start(of: inside.lowerBound)
      return start..<start
    }
    let start = start(of: inside.lowerBound)
    return start..<max(start, end(of: inside.upperBound - 1))
  }

  private func start(of place: Int) -> Int {
    let piece = piece(at: place)
    return piece.isVerbatim ? piece.source.lowerBound + place - piece.text.lowerBound : piece.source.lowerBound
  }

  private func end(of place: Int) -> Int {
    let piece = piece(at: place)
    return piece.isVerbatim ? piece.source.lowerBound + place + 1 - piece.text.lowerBound : piece.source.upperBound
  }

  private func piece(at place: Int) -> Piece {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].text.lowerBound <= place { low = middle } else { high = middle }
    }
    return pieces[low]
  }

  /// Adds bytes that stand for a stretch of the source, as one piece with what lies directly before them where both are verbatim.
  mutating func append(_ text: some Collection<UInt8>, from source: Range<Int>, isDecoded: Bool = false) {
    guard !text.isEmpty else { return }
    let start = bytes.count
    let isVerbatim = !isDecoded && text.count == source.count
    bytes.append(contentsOf: text)
    if let last = pieces.last, last.isVerbatim, isVerbatim, last.source.upperBound == source.lowerBound {
      pieces[pieces.count - 1].text = last.text.lowerBound..<bytes.count
      pieces[pieces.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      pieces.append(Piece(text: start..<bytes.count, source: source, isVerbatim: isVerbatim))
    }
  }
}
