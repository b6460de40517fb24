import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB506: a tool that nobody maintains any more, where another one took its place.
struct ToolDeprecatedRule: DocumentRule {
  let description = RuleDescription(
    506, "tool-deprecated", .info, fix: .unsafe,
    what: """
      The table of tools names a tool that its makers gave up, or a command in a case begins with it: netstat, \
      memory_profiler. The message names the successor. A command is reported once a document.
      """,
    why: "It is absent from new systems, does not know new versions of what it looks at, and nobody mends it.",
    triggering: [
      RuleExample(
        "in the table", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | memray, ⟦memory_profiler⟧ |\n"),
      RuleExample(
        "in a command, once",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Isolate\n\n```sh\n$ sudo ⟦netstat⟧ -tan\nnetstat -s\n```\n"
      ),
    ],
    accepted: [
      RuleExample("what is maintained", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Network issues | ss, ip |\n"),
      RuleExample(
        "prose, output, a word inside another",
        "# A\n\n**Problem**: netstat shows it\n\n## Investigation\n\n### 1. Isolate\n\n```sh\necho netstat\nnetstat2 -a\n```\n"
      ),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for written in document.model.toolTable?.issueTypes.flatMap(\.tools) ?? [] {
      guard let tool = context.tools.find(written.value), tool.status == .deprecated else { continue }
      findings.append(finding(document.model.path, written.at, tool, replaces: true))
    }
    return findings + inCommands(document, context)
  }

  /// Commands of cases in the languages of shells.
  private func inCommands(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    var blocks: [BlockRef] = []
    for index in document.model.cases.indices {
      document.model.cases[index].forEachCodeBlock { code in if code.isShell { blocks.append(code.block) } }
    }
    guard !blocks.isEmpty else { return [] }
    let names = context.toolNames
    for block in blocks {
      document.withTree(block) { tree in
        for line in tree.contentLines(of: block.node) {
          guard let range = ShellCommand.name(in: tree.source.bytes, line),
            names.mayBeDeprecated(tree.source.bytes[range])
          else { continue }
          let name = String(decoding: tree.source.bytes[range], as: UTF8.self)
          guard let tool = context.tools.find(name), tool.status == .deprecated, seen.insert(tool.id).inserted else {
            continue
          }
          findings.append(finding(document.model.path, tree.source.range(of: range), tool, replaces: false))
        }
      }
    }
    return findings
  }

  private func finding(_ path: String, _ at: SourceRange, _ tool: Tool, replaces: Bool) -> Diagnostic {
    let successor = tool.successor.map { "; \(Words.quoted($0)) took its place" } ?? ""
    var result = finding(
      path, at, "a tool must be maintained; \(Words.quoted(tool.name)) is not\(successor)", explanation: tool.summary)
    if replaces, let name = tool.successor {
      result.fixes = [
        Diagnostic.Fix(.unsafe, "write \(Words.quoted(name))", edits: [.init(range: at, replacement: name)])
      ]
    }
    return result
  }
}
