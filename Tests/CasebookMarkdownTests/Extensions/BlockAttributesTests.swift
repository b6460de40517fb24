import CasebookMarkdown
import CasebookSource
import Testing

@Suite("Info strings and comments")
struct BlockAttributesTests {
  private func read(_ info: String) -> (BlockAttributes, Document) {
    let document = parse("> ``` " + info + "\n> a\n> ```\n")
    return (document.attributes(of: NodeID(2)), document)
  }

  @Test(arguments: [
    ("python", "python"), ("Py {#a}", "python"), ("{#a}", nil), ("golang", "go"), ("zsh,linenos", "zsh,linenos"),
    ("F#", "fsharp"), ("python{.bug}", "python"),
  ])
  func language(info: String, expected: String?) { #expect(read(info).0.languageName == expected) }

  @Test func everyPartWithItsPlace() {
    let (attributes, document) = read("python {#fix .fix .hot check=race/lost title=\"Two } writers\" flag} rest")
    #expect(attributes.language?.text == "python")
    #expect(attributes.id?.text == "fix")
    #expect(attributes.classes.map(\.text) == ["fix", "hot"])
    #expect(attributes["check"] == "race/lost")
    #expect(attributes["title"] == "Two } writers")
    #expect(attributes.leftovers.map(\.text) == ["flag", "rest"])
    let words = [attributes.language, attributes.id] + attributes.classes + attributes.leftovers
    for word in words.compactMap({ $0 }) + attributes.pairs.flatMap({ [$0.key, $0.value] }) {
      #expect(word.source.map(document.source.string) == word.text)
    }
  }

  @Test(arguments: ["{", "}", "{#", "{#}", "{.}", "{=}", "{a=", "a {b='", "{{}}", "{#a #b}", "x y z"])
  func oddInfoStringsLoseNoWord(info: String) {
    let attributes = read(info).0
    let words = [attributes.language, attributes.id] + attributes.classes + attributes.leftovers
    let text = words.compactMap { $0?.text }.joined() + attributes.pairs.map { $0.key.text + $0.value.text }.joined()
    #expect(text.filter(\.isLetter).sorted() == info.filter(\.isLetter).sorted())
  }

  @Test func escapesAreDecodedAndKeepTheirPlace() {
    let (attributes, document) = read("c&#43;&#43; {#a\\_b}")
    #expect(attributes.languageName == "cpp")
    #expect(attributes.language?.source.map(document.source.string) == "c&#43;&#43;")
    #expect(attributes.id?.source.map(document.source.string) == "a\\_b")
  }

  @Test func commentsDeclareAndIgnore() {
    let document = parse(
      """
      <!-- casebook: id=lost-update kind='root cause' -->
      <!-- casebook-ignore CB304, CB305: P99 is meant -->
      <!-- casebooks -->

      """)
    let comments = document.casebookComments(in: NodeID(1)) + document.casebookComments(in: NodeID(2))
    #expect(comments.count == 2)
    guard comments.count == 2, case .declaration(let pairs) = comments[0].meaning,
      case .ignore(let rules, let reason) = comments[1].meaning
    else { return }
    #expect(pairs.map(\.key.text) == ["id", "kind"])
    #expect(pairs.map(\.value.text) == ["lost-update", "root cause"])
    #expect(rules.map(\.text) == ["CB304", "CB305"])
    #expect(reason?.text == "P99 is meant")
    #expect(document.source.string(comments[1].source) == "<!-- casebook-ignore CB304, CB305: P99 is meant -->")
    #expect(rules.first?.source.map(document.source.string) == "CB304")
  }

  @Test(arguments: [
    "<!-- casebook", "<!--casebook:-->", "<!-- casebook-ignore -->", "<!-- casebook-ignore : -->", "<div>\n",
  ])
  func oddCommentsAreRead(text: String) {
    let comments = parse(text).casebookComments(in: NodeID(1))
    #expect(comments.count <= 1)
    for comment in comments { #expect(comment.source.upperBound <= text.utf8.count) }
  }
}
