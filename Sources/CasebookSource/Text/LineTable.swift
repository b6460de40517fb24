/// Where each line of a text begins; turns byte offsets into positions.
///
/// A line ends at LF, CR LF or a lone CR, as CommonMark has it. `"a\nb"` has two lines, `"a\n"` has two as well: the second
/// is empty, so that the end of the file has a position.
package struct LineTable: Sendable, Hashable {
  /// Byte offset of each line's first byte; never empty, the first is 0.
  package let starts: [Int]
  /// Bytes in the whole text.
  package let count: Int

  package init(_ bytes: [UInt8]) {
    starts = bytes.withUnsafeBytes { text in
      var starts = [0]
      starts.reserveCapacity(text.count / 24 + 1)
      var i = 0
      while i < text.count {
        // Most words hold no line break: two tests for eight bytes.
        if i + 8 <= text.count {
          let word = text.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
          if Self.mayHoldZero(word ^ 0x0D0D_0D0D_0D0D_0D0D) == 0 {
            var feeds = Self.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
            while feeds != 0 {
              starts.append(i + feeds.trailingZeroBitCount / 8 + 1)
              feeds &= feeds &- 1
            }
            i += 8
            continue
          }
        }
        let byte = text[i]
        i += 1
        if byte == 0x0A {
          starts.append(i)
        } else if byte == 0x0D {
          if i < text.count, text[i] == 0x0A { i += 1 }
          starts.append(i)
        }
      }
      return starts
    }
    count = bytes.count
  }

  /// Sets the top bit of each byte that is zero, and no other bit.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    ~(((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// Sets a bit if a byte is zero; cheaper, since it tells not which.
  @inline(__always)
  private static func mayHoldZero(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Number of lines, an empty last one included.
  package var lineCount: Int { starts.count }

  /// Finds the 0-based index of the line that holds a byte; offsets past the end belong to the last line.
  package func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Converts a byte offset: `0` → `1:1`.
  package func position(of offset: Int) -> Position {
    let clamped = min(max(offset, 0), count)
    let line = lineIndex(of: clamped)
    return Position(line: line + 1, column: clamped - starts[line] + 1)
  }

  /// Converts a position back to a byte offset, clamped to the text.
  package func offset(of position: Position) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= starts.count else { return count }
    return min(starts[position.line - 1] + max(position.column - 1, 0), count)
  }

  /// Bytes of a 0-based line, its line break included.
  package func bytes(ofLine index: Int) -> Range<Int> {
    guard index >= 0, index < starts.count else { return count..<count }
    return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : count)
  }
}

extension LineTable {
  /// Bytes of a 0-based line without its line break.
  package func content(ofLine index: Int, in text: [UInt8]) -> Range<Int> {
    let line = bytes(ofLine: index)
    var end = line.upperBound
    if end > line.lowerBound, text[end - 1] == 0x0A { end -= 1 }
    if end > line.lowerBound, text[end - 1] == 0x0D { end -= 1 }
    return line.lowerBound..<end
  }
}
