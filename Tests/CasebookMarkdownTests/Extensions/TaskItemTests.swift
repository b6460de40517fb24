import CasebookMarkdown
import CasebookSource
import Testing

@Suite("Task items")
struct TaskItemTests {
  /// Each item: open, done or none, and its text.
  @Test(arguments: [
    ("- [ ] a\n- [x] b\n- [X]  c\n", ["open: a", "done: b", "done: c"]),
    ("1. [ ] *a* b\n", ["open: a b"]),
    (
      "- [x]\n- [ ]a\n- [y] b\n- \\[x] c\n- a [x] d\n",
      ["none: [x]", "none: [ ]a", "none: [y] b", "none: [x] c", "none: a [x] d"]
    ),
    ("- [x] a\n\n[x]: /u\n", ["none: x a"]),
    ("- a\n\n  [x] b\n", ["none: a[x] b"]),
    ("- [ ] a\n  - [x] b\n", ["open: ab", "done: b"]),
    ("> - [ ] a\n>   b\n", ["open: a b"]),
    ("[ ] a\n", []),
  ])
  func items(markdown: String, expected: [String]) {
    let document = parse(markdown)
    var found: [String] = []
    var cursor: NodeID? = Document.root
    while let id = cursor {
      if document[id].kind == .item {
        let flags = document[id].flags
        let state = flags.contains(.task) ? flags.contains(.checked) ? "done: " : "open: " : "none: "
        found.append(state + document.plainText(of: id))
      }
      cursor = document.successor(of: id, within: Document.root)
    }
    #expect(found == expected)
  }

  @Test func textBeginsBehindTheMarker() {
    let document = parse("- [x]  done\n")
    let paragraph = NodeID(3)
    #expect(document[paragraph].kind == .paragraph)
    #expect(document.contentLines(of: paragraph).map(document.source.string) == ["done"])
  }
}
