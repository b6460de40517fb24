import CasebookSource
import Testing

/// A text with fences, what the repair must make of it, and what it must say.
struct FenceCase: CustomTestStringConvertible, Sendable {
  /// Why the case is here.
  var reason: String
  var before: String
  /// The repaired text; the same as `before` where nothing may change.
  var after: String
  /// `"CB001 1:1"`, one a finding.
  var findings: [String]

  var testDescription: String { reason }

  /// A text that must be changed.
  init(_ reason: String, _ before: String, gives after: String, _ findings: [String]) {
    self.reason = reason
    self.before = before
    self.after = after
    self.findings = findings
  }

  /// A text that must stay as it is.
  init(_ reason: String, stays before: String, _ findings: [String] = []) {
    self.init(reason, before, gives: before, findings)
  }
}

/// A small reader of fences at the left margin, written from the specification alone, to judge what the repair gives.
enum FenceOracle {
  /// Lines on which blocks open and close, from 1; a block that is not closed ends on line 0.
  static func blocks(_ text: String) -> [[Int]] {
    var blocks: [[Int]] = []
    var open: (marker: Character, length: Int, line: Int)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let indentation = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indentation)
      guard indentation < 4, let marker = rest.first, marker == "`" || marker == "~" else { continue }
      let length = rest.prefix { $0 == marker }.count
      let info = rest.dropFirst(length)
      guard length >= 3 else { continue }
      if let opened = open {
        guard marker == opened.marker, length >= opened.length, info.allSatisfy({ $0 == " " }) else { continue }
        blocks.append([opened.line, index + 1])
        open = nil
      } else if marker == "~" || !info.contains("`") {
        open = (marker, length, index + 1)
      }
    }
    if let open { blocks.append([open.line, 0]) }
    return blocks
  }
}
