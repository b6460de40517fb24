import CasebookMarkdown
import CasebookRender
import TestSupport
import Testing

@Suite("CommonMark 0.30", .enabled(if: SharedData.exists("data/commonmark"), "SKIPPED: ../shared/data is absent"))
struct CommonMarkSpecTests {
  /// Examples that hold raw HTML, which is shown and not passed on.
  static let rawHTML: Set<Int> = Set([21, 31, 191, 201, 308, 309, 344, 490, 493, 499, 523, 535, 642, 643])
    .union(148...190).union(474...476).union(612...616).union([622, 624]).union(627...631)
  /// Examples whose links have a scheme that is not on the list: `irc`, `a+b+c`, `made-up-scheme`, `localhost`.
  static let foreignSchemes: Set<Int> = [595, 597, 598, 600]

  @Test("652 examples come out byte for byte, those with raw HTML or a foreign scheme apart")
  func specification() throws {
    let examples = try SpecExample.load("commonmark-0.30.json")
    #expect(examples.count == 652)
    let different = Set(examples.filter { $0.rendered != $0.html }.map(\.example))
    #expect(different == Self.rawHTML.union(Self.foreignSchemes))
  }

  @Test("The exceptions differ in nothing but the escaping")
  func exceptions() throws {
    let examples = try SpecExample.load("commonmark-0.30.json")
    for example in examples where Self.rawHTML.union(Self.foreignSchemes).contains(example.example) {
      #expect(example.renderedWithoutEscaping == example.html, "\(example)")
    }
  }

  @Test(
    "GFM's tables and task items",
    arguments: [
      ("gfm-tables.json", 8), ("gfm-tasklists.json", 2), ("gfm-extensions-tables.json", 9),
      ("gfm-extensions-tasklists.json", 3),
    ])
  func extensions(file: String, count: Int) throws {
    let examples = try SpecExample.load(file)
    #expect(examples.count == count)
    for example in examples { #expect(example.rendered == example.htmlAsWritten, "\(file), \(example)") }
  }
}
