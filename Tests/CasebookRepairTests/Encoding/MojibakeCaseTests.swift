import CasebookRepair
import CasebookSource
import TestSupport
import Testing

private func read(_ text: String) -> RepairedText { TextRepair.repair(SourceFile(path: "a.md", text: text)) }

/// Compares scalars: two spellings of one character are not the same text on disk.
private func same(_ text: RepairedText, _ string: String) -> Bool { text.bytes == Array(string.utf8) }

@Suite struct MojibakeCaseTests {
  @Test(
    "every file of cases is read whole",
    arguments: [("in-the-wild", 9), ("synthetic", 37), ("negative", 42), ("known-failures", 6)])
  func readsCases(file: String, count: Int) { #expect(MojibakeCase.all(in: file).count == count) }

  @Test(arguments: MojibakeCase.all(in: "in-the-wild") + MojibakeCase.all(in: "synthetic"))
  func restores(_ sample: MojibakeCase) {
    let text = read(sample.damaged)
    #expect(same(text, sample.meant), "\(String(decoding: text.bytes, as: UTF8.self).debugDescription)")
    #expect(text.diagnostics.map(\.rule) == [RuleID(2)])
  }

  @Test(arguments: MojibakeCase.all(in: "negative"))
  func leavesAlone(_ sample: MojibakeCase) {
    let text = read(sample.damaged)
    #expect(same(text, sample.damaged), "\(String(decoding: text.bytes, as: UTF8.self).debugDescription)")
    #expect(text.diagnostics.isEmpty, "\(text.diagnostics.map(\.message))")
  }

  /// All negatives in one document support one another no more than alone.
  @Test func leavesThemAloneTogether() {
    let document = MojibakeCase.all(in: "negative").map(\.damaged).joined(separator: "\n\n")
    #expect(same(read(document), document))
  }

  @Test(arguments: MojibakeCase.all(in: "known-failures"))
  func doesNotYetRestore(_ sample: MojibakeCase) {
    #expect(!same(read(sample.damaged), sample.meant), "mended: move the case")
  }

  /// The fix written to disk gives what reading gives, and nothing is left to find.
  @Test(arguments: MojibakeCase.all(in: "in-the-wild") + MojibakeCase.all(in: "synthetic"))
  func theFixOnDiskIsWhatIsRead(_ sample: MojibakeCase) {
    let text = read(sample.damaged)
    let edits = text.diagnostics.flatMap(\.fixes).flatMap(\.edits).map { edit in
      TextEdit(
        range: text.diskLines.offset(of: edit.range.start)..<text.diskLines.offset(of: edit.range.end),
        replacement: Array(edit.replacement.utf8), rule: RuleID(2))
    }
    let fixed = edits.applied(to: text.file.bytes)
    #expect(fixed == text.bytes)
    let again = TextRepair.repair(SourceFile(path: "a.md", bytes: fixed))
    #expect(again.bytes == fixed && again.diagnostics.isEmpty)
  }
}
