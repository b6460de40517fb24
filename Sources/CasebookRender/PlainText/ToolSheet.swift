package import CasebookModel
import CasebookSource

/// The tools for a kind of problem as text: what each shows, the commands to begin with, what it costs.
package struct ToolSheet {
  /// A tool as the table writes it, with what the registry knows of it.
  package struct Entry {
    package var written: String
    package var tool: Tool?

    package init(_ written: String, _ tool: Tool?) {
      self.written = written
      self.tool = tool
    }
  }

  package var title: String
  package var entries: [Entry]
  /// Ids of the cases of this kind.
  package var cases: [String]

  package init(title: String, entries: [Entry], cases: [String]) {
    self.title = title
    self.entries = entries
    self.cases = cases
  }

  /// Writes the sheet; prose is wrapped, commands never.
  package func text(width: Int, mode: TextMode) -> [UInt8] {
    var canvas = TextCanvas(width: width, mode: mode)
    canvas.wrap([TextRun(title, .bold)])
    for entry in entries {
      canvas.blank()
      canvas.push(first: "  ", rest: "  ")
      Self.write(entry, to: &canvas)
      canvas.pop()
    }
    if !cases.isEmpty {
      canvas.blank()
      canvas.push(first: "  cases: ", rest: "         ", style: .faint)
      canvas.wrap([TextRun(cases.joined(separator: ", "))])
      canvas.pop()
    }
    return canvas.bytes
  }

  private static func write(_ entry: Entry, to canvas: inout TextCanvas) {
    guard let tool = entry.tool else { return canvas.wrap([TextRun(entry.written, .bold)]) }
    canvas.wrap([TextRun(entry.written, .bold)])
    canvas.push(first: "  ", rest: "  ")
    canvas.wrap([TextRun(tool.summary)])
    if let successor = tool.successor {
      canvas.wrap([TextRun("Given up; use ", .yellow), TextRun(successor, [.bold, .yellow]), TextRun(".", .yellow)])
    }
    for command in tool.firstCommands { canvas.line([TextRun("  " + command, .cyan)]) }
    if let caution = tool.caution { canvas.wrap([TextRun("Careful: ", [.bold, .yellow]), TextRun(caution)]) }
    canvas.pop()
  }
}
