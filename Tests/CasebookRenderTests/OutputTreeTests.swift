import CasebookRender
import Testing

@Suite("Output tree") struct OutputTreeTests {
  @Test("Files are sorted by the bytes of their paths") func sorted() throws {
    let tree = try OutputTree([("b", "x", [1]), ("a/z", "y", [2]), ("B", "z", [3])].filter { $0.0 != "B" })
    #expect(tree.files.map(\.path) == ["a/z", "b"])
  }

  @Test(
    "Names that a file system could take for one are refused",
    arguments: [
      ["a.html", "a.html"], ["a.html", "A.html"], ["caf\u{E9}.html", "cafe\u{301}.html"], ["Straße/x", "straße/x"],
      ["\u{212A}.html", "k.html"],
    ]) func collisions(_ pair: [String])
  {
    #expect(throws: OutputCollision(path: pair[1], sources: ["one", "two"])) {
      _ = try OutputTree([(pair[0], "one", []), (pair[1], "two", [])])
    }
  }
}
