import CasebookRepair
import CasebookSource
import Testing

@Suite struct RepairCatalogTests {
  /// Well-formed text is handed on as it is, byte for byte.
  @Test(arguments: ["", "plain", "# R\u{E9}sum\u{E9}\n\n- \u{1F41B} \u{2192} \u{2713}\n", "```md\n- a\n```\n"])
  func leavesWellFormedTextAlone(text: String) {
    let repaired = TextRepair.repair(SourceFile(path: "a.md", text: text))
    #expect(repaired.bytes == Array(text.utf8))
    #expect(repaired.edits.isEmpty)
    #expect(repaired.diagnostics.isEmpty)
  }
}
