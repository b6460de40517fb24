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
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBytes { text in
      var i = 0
      while i < text.count {
        // Most words hold no line break: two tests for eight bytes.
        if i + 8 <= text.count {
          let word = text.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
          let breaks = Self.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
          guard breaks != 0 else {
            i += 8
            continue
          }
          i += breaks.trailingZeroBitCount / 8
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
    }
    self.starts = starts
    self.count = bytes.count
  }

  /// Sets the top bit of each byte that is zero; only the lowest one set is exact.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
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
