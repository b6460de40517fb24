import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport
import Testing

@Suite("CommonMark 0.30 and GFM, all examples")
struct SpecificationTests {
  @Test(.enabled(if: SharedData.exists("data/commonmark"), "SKIPPED: the shared specifications are absent"))
  func allExamplesOfCommonMark() {
    let examples = SpecExample.load("commonmark-0.30.json")
    #expect(examples.count == 652)
    for example in examples { check(example) }
  }

  @Test(
    .enabled(if: SharedData.exists("data/commonmark"), "SKIPPED: the shared specifications are absent"),
    arguments: SpecExample.files.dropFirst())
  func allExamplesOfTablesAndTasks(file: String) {
    let examples = SpecExample.load(file)
    #expect(examples.count >= 2)
    for example in examples { check(example) }
  }

  private func check(_ example: SpecExample) {
    let html = PlainHTML.write(parse(example.markdown))
    #expect(html == canonical(example.html), "\(example): \(example.markdown)")
  }

  /// The GFM specification writes a checkbox in its own way.
  private func canonical(_ html: String) -> String {
    html.replacingOccurrences(
      of: "<input disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" disabled=\"\" />"
    )
    .replacingOccurrences(
      of: "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
      with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />")
  }
}
