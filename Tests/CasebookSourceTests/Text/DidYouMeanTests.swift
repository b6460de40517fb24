import CasebookSource
import Testing

@Suite struct DidYouMeanTests {
  @Test(arguments: [
    ("memry", "memory", 1), ("teh", "the", 1), ("", "ab", 2), ("same", "same", 0), ("Case", "case", 0),
    ("ca", "abc", 3),
  ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(EditDistance.between(a, b, limit: 5) == expected)
    #expect(EditDistance.between(b, a, limit: 5) == expected)
  }

  @Test func stopsAtTheLimit() {
    #expect(EditDistance.between("kitten", "sitting", limit: 2) == nil)
    #expect(EditDistance.between("kitten", "sitting", limit: 3) == 3)
  }

  @Test func nearestFirstTiesByName() {
    let names = ["validate", "build", "list", "lint"]
    #expect(DidYouMean.suggestions(for: "lits", among: names) == ["list"])
    #expect(DidYouMean.suggestions(for: "lin", among: ["link", "lint", "list"]) == ["link", "lint"])
    #expect(DidYouMean.suggestions(for: "zzzz", among: names).isEmpty)
  }

  @Test func hintListsASmallSetWhereNothingIsNear() {
    #expect(DidYouMean.hint(for: "xml", among: ["json", "text"]) == "; one of json, text")
    #expect(DidYouMean.hint(for: "jsno", among: ["json", "text"]) == "; did you mean 'json'?")
    #expect(DidYouMean.hint(for: "x", among: []) == "")
  }
}
