/// How the blocks of a text nest: the depth of its containers, the images of its paragraphs, the fences and their roles.
///
/// One pass over the lines, linear whatever they hold. It stands in front of cmark, which has three superlinear inputs and
/// can't be interrupted, and it tells the repair which lines are fences at all. It reads text behind the front matter.
///
///     > - a          depth 2, by markers in one line
///     - a
///       - b          depth 2, by indentation
package struct ContainerScan: Sendable {
  /// The most block quotes and list items that are open at once.
  package private(set) var maximumDepth = 0
  /// The most `![` in one paragraph or heading.
  package private(set) var maximumImageOpeners = 0
  /// Lines that look like fences, in order, each with its role.
  package private(set) var fences: [FenceLine] = []
  /// Whether the last fence is still open at the end of the text.
  package private(set) var endsInFence = false
}

extension ContainerScan {
  /// Scans a text from one of its lines on; the line table must be the text's own.
  package init(_ bytes: [UInt8], lines: LineTable, fromLine first: Int = 0) {
    var pass = ContainerPass(bytes, lines: lines, fromLine: first)
    while pass.next(in: bytes.span, lines: lines) {}
    maximumDepth = pass.scanner.maximumDepth
    maximumImageOpeners = pass.maximumImageOpeners
    fences = pass.scanner.fences
    if case .fence = pass.scanner.leaf { endsInFence = true }
  }

  package init(_ bytes: [UInt8]) { self.init(bytes, lines: LineTable(bytes)) }

  /// Scans a repaired text.
  package init(_ text: RepairedText, fromLine first: Int = 0) {
    self.init(text.bytes, lines: text.lines, fromLine: first)
  }
}

/// One line as its containers leave it.
package struct ContainerLine: Hashable, Sendable {
  /// First byte behind the prefixes of all block quotes and list items that the line continues or opens.
  package var contentStart: Int
  /// Block quotes and list items open behind the line.
  package var depth: Int
  /// Whether the line is text of a paragraph or a heading.
  package var isInlineText: Bool
  /// Whether that paragraph or heading starts with the line.
  package var startsInlineText: Bool
}

extension ContainerScan {
  /// Tells of each line where its content starts, from one line on: `"> - a"` → offset 4, depth 2.
  package static func contentLines(of bytes: [UInt8], lines: LineTable, fromLine first: Int = 0) -> [ContainerLine] {
    var pass = ContainerPass(bytes, lines: lines, fromLine: first)
    var result: [ContainerLine] = []
    result.reserveCapacity(max(lines.lineCount - first, 0))
    while pass.next(in: bytes.span, lines: lines) {
      result.append(
        ContainerLine(
          contentStart: pass.scanner.contentStart, depth: pass.scanner.containers.depth,
          isInlineText: pass.scanner.isInlineText, startsInlineText: pass.scanner.startsInlineText))
    }
    return result
  }
}
