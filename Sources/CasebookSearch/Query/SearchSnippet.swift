/// The piece of a text where most words of a query stand, at most 160 bytes, with the places of the words.
package struct SearchSnippet: Sendable, Hashable {
  package static let longest = 160

  package var text = ""
  /// Byte ranges of the words in `text`.
  package var marks: [Range<Int>] = []
  /// Terms of the query in the whole text.
  var terms: Set<[UInt8]> = []

  init() {}

  /// Cuts a text round the terms of a query; blanks and line ends become one blank.
  init(_ source: String, terms wanted: WantedTerms, analyzer: inout Analyzer) {
    let bytes = Self.oneLine(source)
    var matches: [(range: Range<Int>, terms: Set<[UInt8]>)] = []
    var reader = analyzer
    bytes.withUnsafeBufferPointer { buffer in
      Analyzer.runs(in: buffer) { run in
        let held = reader.terms(wanted, of: UnsafeBufferPointer(rebasing: buffer[run]))
        if !held.isEmpty { matches.append((run, held)) }
      }
    }
    analyzer = reader
    for match in matches { terms.formUnion(match.terms) }
    let window = Self.window(matches, in: bytes)
    text = String(decoding: bytes[window], as: UTF8.self)
    if window.lowerBound > 0 { text = "…" + text }
    let shift = window.lowerBound > 0 ? "…".utf8.count - window.lowerBound : 0
    marks = matches.map(\.range).filter { window.contains($0.lowerBound) && $0.upperBound <= window.upperBound }
      .map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    if window.upperBound < bytes.count { text += "…" }
  }

  /// The wanted terms in a text, without a snippet of it.
  static func terms(_ wanted: WantedTerms, in source: String, analyzer: inout Analyzer) -> Set<[UInt8]> {
    var held: Set<[UInt8]> = []
    var source = source
    var reader = analyzer
    source.withUTF8 { buffer in
      Analyzer.runs(in: buffer) { run in
        held.formUnion(reader.terms(wanted, of: UnsafeBufferPointer(rebasing: buffer[run])))
      }
    }
    analyzer = reader
    return held
  }

  private static func oneLine(_ source: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.utf8.count)
    for byte in source.utf8 {
      if byte > 0x20 { result.append(byte) } else if let last = result.last, last != 0x20 { result.append(0x20) }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The window that begins near the match from which most different terms follow.
  private static func window(
    _ matches: [(range: Range<Int>, terms: Set<[UInt8]>)], in bytes: [UInt8]
  ) -> Range<Int> {
    guard bytes.count > longest else { return 0..<bytes.count }
    // Room for the words before the first match.
    let lead = 40
    var best = 0
    var most = 0
    for first in matches.indices.prefix(200) {
      var held: Set<[UInt8]> = []
      for match in matches[first...] {
        guard match.range.upperBound <= matches[first].range.lowerBound + longest - lead else { break }
        held.formUnion(match.terms)
      }
      if held.count > most { (best, most) = (matches[first].range.lowerBound, held.count) }
    }
    var start = max(best - lead, 0)
    var end = min(start + longest, bytes.count)
    // Whole words where there are any near, whole characters anyway.
    if start > 0 {
      let blank = bytes[start..<max(best, start)].firstIndex(of: 0x20)
      start = blank.map { $0 + 1 } ?? start
      while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    if end < bytes.count {
      if let blank = bytes[(end - lead)..<end].lastIndex(of: 0x20), blank > best { end = blank }
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return start..<end
  }
}
