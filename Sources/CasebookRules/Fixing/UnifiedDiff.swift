import CasebookSource

/// Writes the change of a file as `git apply` and `patch` take it.
package enum UnifiedDiff {
  /// Lines of context round a change.
  private static let context = 3

  /// Patch from `old` to `new` with three lines of context; empty where they are equal.
  package static func make(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
    guard old != new else { return [] }
    let before = lines(old)
    let after = lines(new)
    var output: [UInt8] = []
    output += Array("--- ".utf8) + header("a/" + path) + Array("\n+++ ".utf8) + header("b/" + path) + [0x0A]
    for hunk in hunks(LineDiff.changes(before, after), before: before.count, after: after.count) {
      write(hunk, before: before, after: after, into: &output)
    }
    return output
  }

  /// Changes that stand so near to each other that their context would meet.
  private struct Hunk {
    var changes: [LineDiff.Change]
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func hunks(_ changes: [LineDiff.Change], before: Int, after: Int) -> [Hunk] {
    var result: [Hunk] = []
    for change in changes {
      let lead = min(context, change.old.lowerBound)
      let trail = min(context, before - change.old.upperBound)
      let old = change.old.lowerBound - lead..<change.old.upperBound + trail
      let new = change.new.lowerBound - lead..<change.new.upperBound + min(trail, after - change.new.upperBound)
      if let last = result.indices.last, old.lowerBound <= result[last].old.upperBound {
        result[last].changes.append(change)
        result[last].old = result[last].old.lowerBound..<old.upperBound
        result[last].new = result[last].new.lowerBound..<new.upperBound
      } else {
        result.append(Hunk(changes: [change], old: old, new: new))
      }
    }
    return result
  }

  private static func write(
    _ hunk: Hunk, before: [ArraySlice<UInt8>], after: [ArraySlice<UInt8>], into output: inout [UInt8]
  ) {
    output += Array("@@ -\(span(hunk.old)) +\(span(hunk.new)) @@\n".utf8)
    var cursor = hunk.old.lowerBound
    for change in hunk.changes {
      for line in before[cursor..<change.old.lowerBound] { write(line, " ", into: &output) }
      for line in before[change.old] { write(line, "-", into: &output) }
      for line in after[change.new] { write(line, "+", into: &output) }
      cursor = change.old.upperBound
    }
    for line in before[cursor..<hunk.old.upperBound] { write(line, " ", into: &output) }
  }

  /// `12,7`; an empty range names the line before it.
  private static func span(_ range: Range<Int>) -> String {
    if range.isEmpty { return "\(range.lowerBound),0" }
    return range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
  }

  private static func write(_ line: ArraySlice<UInt8>, _ mark: Unicode.Scalar, into output: inout [UInt8]) {
    output.append(UInt8(ascii: mark))
    output += line
    if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Lines with their line breaks; only LF ends one, as in git.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      result.append(text[start...index])
      start = index + 1
    }
    if start < text.count { result.append(text[start...]) }
    return result
  }

  /// A file name as git writes it: in quotes with escapes where it holds special bytes, a tab behind it for a space.
  private static func header(_ path: String) -> [UInt8] {
    let bytes = Array(path.utf8)
    let isSpecial = bytes.contains { $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    guard isSpecial else { return bytes.contains(0x20) ? bytes + [0x09] : bytes }
    var result = [UInt8(ascii: "\"")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x20..<0x7F: result.append(byte)
      default:
        let digits = [byte >> 6, (byte >> 3) & 7, byte & 7].map { $0 + UInt8(ascii: "0") }
        result += [UInt8(ascii: "\\")] + digits
      }
    }
    return result + [UInt8(ascii: "\"")]
  }
}
