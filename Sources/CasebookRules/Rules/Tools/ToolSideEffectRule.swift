import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB507: a tool that runs, stops or slows what it looks at, named without a word about it.
struct ToolSideEffectRule: DocumentRule {
  private static func table(_ tools: String) -> String {
    "# Tools\n\n| Issue | Tools |\n|---|---|\n| Database queries | \(tools) |\n"
  }

  let description = RuleDescription(
    507, "tool-side-effect", .warning,
    what: """
      The table of tools names a tool that executes what it is asked about, stops a running service or makes it several \
      times slower, and neither the table nor a line of the document that names it says so; or a block of SQL has EXPLAIN \
      ANALYZE execute a write outside of a transaction that is rolled back.
      """,
    why: """
      At 3 a.m. the command is copied and run. `EXPLAIN ANALYZE DELETE` deletes. A remark in brackets behind the name is \
      enough: `EXPLAIN ANALYZE (executes the statement)`.
      """,
    triggering: [
      RuleExample("no word about it", Self.table("⟦EXPLAIN ANALYZE⟧, EXPLAIN")),
      RuleExample("a write that is not rolled back", "```sql\n⟦EXPLAIN ANALYZE DELETE⟧ FROM jobs WHERE done;\n```\n"),
      RuleExample(
        "the same with options", "```sql\nBEGIN;\n⟦EXPLAIN (ANALYZE, BUFFERS) UPDATE⟧ t SET a = 1;\nCOMMIT;\n```\n"),
    ],
    accepted: [
      RuleExample("a remark", Self.table("EXPLAIN ANALYZE (executes the statement), EXPLAIN")),
      RuleExample(
        "a line about it",
        Self.table("EXPLAIN ANALYZE") + "\nEXPLAIN ANALYZE really runs the statement; take a replica.\n"),
      RuleExample("it is rolled back", "```sql\nBEGIN;\nEXPLAIN ANALYZE UPDATE t SET a = 1;\nROLLBACK;\n```\n"),
      RuleExample("a query, a plan alone", "```sql\nEXPLAIN ANALYZE SELECT 1;\nEXPLAIN DELETE FROM t;\n```\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    guard let table = document.model.toolTable else { return writes(document, context) }
    var cautions = ToolCautions(document)
    for row in table.issueTypes {
      let isKnown = ToolMismatchRule.isKnown(row.id, context.tools)
      for written in row.tools {
        // What has no place in its row needs no remark there.
        guard let tool = context.tools.find(written.value), !isKnown || tool.serves(row.id) else { continue }
        guard let effect = Self.effect(of: tool), !cautions.stands(by: tool, written, in: row) else { continue }
        findings.append(
          finding(
            document.model.path, written.at,
            "a tool that \(effect) must stand with a caution; \(Words.quoted(tool.name)) has none",
            explanation: tool.caution))
      }
    }
    return findings + writes(document, context)
  }

  /// What is to be warned of; slowness only of what is turned on running services.
  private static func effect(of tool: Tool) -> String? {
    if tool.effects.contains(.executes) { return "executes what it is asked about" }
    if tool.effects.contains(.stops) { return "stops the process it looks at" }
    return tool.effects.contains(.slows) && tool.isLive ? "makes a running service several times slower" : nil
  }

  /// Blocks of SQL in which a plan is asked for by way of a write.
  private func writes(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.survey.codeBlocks.filter { Self.isSQL($0.language) }.flatMap { code -> [Diagnostic] in
      document.withTree(code.block) { tree in
        guard AnalyzedWrite.mayStand(in: tree.source.bytes, tree[code.block.node].source.range) else { return [] }
        let lines = tree.contentLines(of: code.block.node)
        return AnalyzedWrite.find(in: tree.source.bytes, lines).map { range in
          finding(
            document.model.path, tree.source.range(of: range),
            "EXPLAIN ANALYZE executes the statement; a write must stand between BEGIN and ROLLBACK")
        }
      }
    }
  }

  private static func isSQL(_ language: String) -> Bool {
    switch language {
    case "sql", "psql", "pgsql", "postgresql", "postgres", "mysql": true
    default: false
    }
  }
}
