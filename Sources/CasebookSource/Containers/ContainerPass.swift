/// The scanner on its way through a text, and the images it has passed.
struct ContainerPass {
  var scanner = ContainerScanner()
  private(set) var maximumImageOpeners = 0
  private var line: Int
  private var paragraphImages = 0
  /// Offsets of `![`: hardly any text has one, so they are looked for before the lines are read.
  private var images: [Int]
  private var nextImage = 0

  init(_ bytes: [UInt8], lines: LineTable, fromLine first: Int) {
    line = max(first, 0)
    images = imageOpeners(in: bytes.span, from: lines.bytes(ofLine: line).lowerBound)
  }

  /// Reads the next line; false at the end.
  mutating func next(in text: Span<UInt8>, lines: LineTable) -> Bool {
    guard line < lines.lineCount else { return false }
    let whole = lines.bytes(ofLine: line)
    // Behind the last line break there is a position, but no line.
    guard !whole.isEmpty || line == 0 else { return false }
    var end = min(whole.upperBound, text.count)
    if end > whole.lowerBound, text[end - 1] == 0x0A { end -= 1 }
    if end > whole.lowerBound, text[end - 1] == 0x0D { end -= 1 }
    scanner.read(whole.lowerBound..<end, number: line, of: text)
    if nextImage < images.count { countImages(before: end) }
    line += 1
    return true
  }

  private mutating func countImages(before end: Int) {
    if scanner.startsInlineText || !scanner.isInlineText { paragraphImages = 0 }
    while nextImage < images.count, images[nextImage] < end {
      if scanner.isInlineText { paragraphImages += 1 }
      nextImage += 1
    }
    maximumImageOpeners = max(maximumImageOpeners, paragraphImages)
  }
}

/// Finds every `![`, eight bytes at a time.
private func imageOpeners(in text: Span<UInt8>, from start: Int) -> [Int] {
  var found: [Int] = []
  text.withUnsafeBytes { raw in
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(UInt8(ascii: "!"))
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
      if (word &- ones) & ~word & (ones << 7) != 0 {
        for place in index..<index + 8 where raw[place] == UInt8(ascii: "!") {
          if place + 1 < raw.count, raw[place + 1] == UInt8(ascii: "[") { found.append(place) }
        }
      }
      index += 8
    }
    while index + 1 < raw.count {
      if raw[index] == UInt8(ascii: "!"), raw[index + 1] == UInt8(ascii: "[") { found.append(index) }
      index += 1
    }
  }
  return found
}
