import CasebookMarkdown
import CasebookSource
import TestSupport
import Testing

@Suite("Places of blocks and inlines, whatever the text")
struct PositionTests {
  @Test(arguments: [1, 2, 3, 6] as [UInt64])
  func randomDocuments(seed: UInt64) {
    for offset in 0..<1_500 as Range<UInt64> {
      let text = RandomMarkdown.document(seed * 1_000_000 + offset)
      let problems = Invariants.problems(of: parse(text))
      #expect(problems.isEmpty, "\(text.debugDescription): \(problems)")
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func randomDocumentsUnderTightLimits(seed: UInt64) {
    var limits = InputLimits()
    (limits.containerDepth, limits.treeDepth, limits.imageOpenersPerParagraph) = (2, 4, 1)
    (limits.tableColumns, limits.tablePaddedCells) = (1, 1)
    for offset in 0..<1_500 as Range<UInt64> {
      let text = RandomMarkdown.document(seed * 1_000_000 + offset)
      let problems = Invariants.problems(of: parse(text, limits: limits))
      #expect(problems.isEmpty, "\(text.debugDescription): \(problems)")
    }
  }

  @Test(.enabled(if: SharedData.exists("data/commonmark"), "SKIPPED: the shared specifications are absent"))
  func specificationExamples() {
    for file in SpecExample.files {
      for example in SpecExample.load(file) {
        let problems = Invariants.problems(of: parse(example.markdown))
        #expect(problems.isEmpty, "\(example): \(problems)")
      }
    }
  }
}
