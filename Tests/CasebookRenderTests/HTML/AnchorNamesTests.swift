import Testing

@testable import CasebookRender

@Suite("Names of headings") struct AnchorNamesTests {
  /// Properties of `window` and `document` that an element's id would stand in for.
  static let properties = """
    location name status self top parent opener frames length closed history event document window origin alert
    confirm prompt print focus blur open close stop find fetch navigator screen performance crypto caches
    localStorage sessionStorage customElements getSelection scroll scrollTo body head title cookie domain forms
    images links scripts anchors all children childNodes firstChild attributes constructor prototype __proto__
    toString valueOf hasOwnProperty submit action method elements main contents findings id
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  @Test("No heading takes the name of a property") func properties() {
    #expect(Self.properties.count >= 60)
    var names = AnchorNames()
    for word in Self.properties {
      let name = names.add(word)
      #expect(name.contains("-"), "\(word) → \(name)")
    }
  }

  @Test(
    "Names are readable, unique and stable",
    arguments: [
      ["Symptoms", "symptoms-section"], ["Root cause", "root-cause"], ["1. Fix", "1-fix"], ["a & b", "a--b"],
      ["Ünïcode Wörter", "ünïcode-wörter"], ["中文", "中文-section"], ["Bug 🐛", "bug-section"], ["🐛", "section-0"],
      ["", "section-0"], ["--x--", "x-section"], ["`code` _x_", "code-_x_"],
    ]) func readable(_ pair: [String])
  {
    var names = AnchorNames()
    #expect(names.add(pair[0]) == pair[1])
    #expect(names.add(pair[0]) == pair[1] + "-1")
    #expect(names.add(pair[0]) == pair[1] + "-2")
    #expect(AnchorNames.name(for: pair[0]) == pair[1])
  }

  @Test("A numbered name does not meet a heading that is called so") func numbered() {
    var names = AnchorNames()
    #expect(
      [names.add("Root cause"), names.add("Root cause 1"), names.add("Root cause")]
        == ["root-cause", "root-cause-1", "root-cause-2"])
  }

  @Test("Long titles and runs of marks make short names") func short() {
    #expect(AnchorNames.name(for: String(repeating: "word ", count: 10_000)).utf8.count < 100)
    #expect(AnchorNames.name(for: "a" + String(repeating: "\u{301}", count: 10_000)) == "a-section")
  }

  // Counting from 1 for each of them took minutes for a file of 200 KB.
  @Test func manyEqualHeadingsAreNumberedOn() {
    var names = AnchorNames()
    let all = (0..<40_000).map { _ in names.add("Same words") }
    #expect(Set(all).count == all.count)
    #expect(all.prefix(3) == ["same-words", "same-words-1", "same-words-2"])
    #expect(all.last == "same-words-39999")
  }
}
