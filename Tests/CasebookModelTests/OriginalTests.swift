import CasebookModel
import CasebookRepair
import CasebookSource
import TestSupport
import Testing

/// The scorecard of the original document, counted by hand.
@Suite("The original document") struct OriginalTests {
  private let cases = original.model.cases

  @Test func casesAndTheirTypes() {
    #expect(cases.map(\.id) == ["memory-leak-detection", "race-condition", "performance-degradation"])
    #expect(cases.map(\.number) == [1, 2, 3])
    #expect(cases.map(\.issueType) == ["memory-leaks", "race-conditions", nil])
    #expect(cases.map(\.issueTypeSource) == [.lexicon, .lexicon, .unknown])
    #expect(cases.map(\.toolsUsed) == [["tracemalloc"], [], []])
  }

  @Test func symptoms() {
    #expect(
      cases.map { $0.session.symptoms.map(\.kind) } == [
        [.growth, .absence, .temporaryRemedy, .ineffectiveRemedy], [.proportion, .absence, .statement, .scope],
        [.change, .change, .scope, .onset],
      ])
  }

  @Test func stepsAndTheirKinds() {
    #expect(
      cases.map { $0.session.steps.map(\.kind) } == [
        [.evidence, .tooling, .finding, .rootCause, .fix, .verification],
        [.reproduce, .finding, .evidence, .rootCause, .fix, .fix, .verification],
        [.evidence, .finding, .evidence, .fix, .verification],
      ])
    #expect(cases.allSatisfy { $0.session.steps.map(\.number) == Array(1...$0.session.steps.count) })
  }

  @Test func fixOptions() {
    #expect(
      cases.flatMap { $0.steps(of: .fix).map(\.fixOption) } == [
        nil, FixOption(index: 1, name: "Optimistic Locking"), FixOption(index: 2, name: "Pessimistic Locking"),
        FixOption(index: 1, name: "Async operations"),
      ])
  }

  @Test func codeBlocks() {
    let languages = cases.flatMap(\.codeBlocks).map { $0.language ?? "bare" }
    #expect(languages.count == 17)
    #expect(languages.count { $0 == "python" } == 9)
    #expect(languages.count { $0 == "bash" } == 1)
    #expect(languages.count { $0 == "bare" } == 7)
    #expect(
      cases.map { $0.codeBlocks.map { String($0.id.split(separator: ".").last ?? "") } } == [
        ["evidence", "tool", "evidence-2", "bug", "fix", "evidence-3"],
        ["repro", "bug", "trace", "fix", "fix-2", "test"],
        ["evidence", "bug", "evidence-2", "fix", "evidence-3"],
      ])
  }

  @Test func checklistFrameworkAndTools() {
    #expect(cases.map(\.prevention.count) == [5, 5, 6])
    #expect(
      original.model.framework?.steps.map(\.name) == [
        "Reproduce", "Isolate", "Hypothesize", "Test", "Fix", "Verify", "Prevent",
      ])
    let types = original.model.toolTable?.issueTypes ?? []
    #expect(
      types.map(\.id) == [
        "memory-leaks", "cpu-profiling", "race-conditions", "network-issues", "database-queries", "disk-io",
      ])
    #expect(types.map(\.tools.count) == [3, 3, 2, 3, 2, 3])
    #expect(original.model.other.map(\.markdown) == ["---", "# Debugging Framework"])
  }

  @Test("24 quantities on 16 lines, three changes") func figures() {
    let quantities = original.model.allQuantities
    #expect(quantities.count == 24)
    #expect(Set(quantities.map(\.at.start.line)).count == 16)
    let texts = cases.flatMap { [$0.problem].compactMap { $0 } + $0.session.symptoms }
    #expect(texts.flatMap(\.changes).map(\.factor) == [40, 4, 10])
  }

  /// Every text of the model is what its place on disk says, after repair.
  @Test func placesLeadToTheBytesOnDisk() {
    let pieces = original.model.locatedTexts
    #expect(pieces.count > 120)
    for piece in pieces {
      let disk = slice(piece.at)
      #expect(TextRepairing.repaired(disk, like: original) == piece.value, "\(piece.at): \(disk)")
    }
  }

  /// Blocks begin where they are said to, fence to fence.
  @Test func blocksEndWhereTheyEnd() {
    for code in cases.flatMap(\.codeBlocks) {
      let disk = slice(code.at)
      #expect(disk.hasPrefix("```") && disk.hasSuffix("\n```"), "\(code.id)")
      #expect(TextRepairing.repaired(disk, like: original).contains(code.code), "\(code.id)")
    }
    for fence in cases.compactMap(\.session.fence) {
      #expect(slice(fence.open) == "```markdown")
      #expect(slice(fence.close) == "```")
    }
  }

  private func slice(_ range: SourceRange) -> String {
    let source = original.source
    let lower = source.diskLines.offset(of: range.start)
    let upper = source.diskLines.offset(of: range.end)
    return String(decoding: source.file.bytes[lower..<upper], as: UTF8.self)
  }
}
