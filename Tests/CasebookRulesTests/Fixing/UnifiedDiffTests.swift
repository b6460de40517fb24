import CasebookRules
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.md") -> String {
    String(decoding: UnifiedDiff.make(Array(old.utf8), Array(new.utf8), path: path), as: UTF8.self)
  }

  @Test func equalTextsGiveNothing() { #expect(diff("a\n", "a\n") == "") }

  @Test func aLineIsShownWithItsContext() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
        == "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test func insertionsAndDeletionsAreFoundBetweenEqualLines() {
    #expect(
      diff("a\nb\nc\nd\n", "a\nc\nd\ne\nf\n")
        == "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,5 @@\n a\n-b\n c\n d\n+e\n+f\n")
  }

  @Test func aMissingLastLineBreakIsSaid() {
    #expect(
      diff("a", "a\n") == "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  @Test func anEmptyFileHasNoLines() {
    #expect(diff("", "a\n") == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- a/a.md\n+++ b/a.md\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func namesAreWrittenAsGitReadsThem() {
    #expect(diff("a\n", "b\n", path: "my file.md").hasPrefix("--- a/my file.md\t\n+++ b/my file.md\t\n"))
    #expect(diff("a\n", "b\n", path: "ü.md").hasPrefix("--- \"a/\\303\\274.md\"\n"))
  }

  @Test func farChangesGetHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing(2, with: "x").replacing(25, with: "y")
    let patch = diff(old, new)
    #expect(patch.split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,5 +1,5 @@", "@@ -22,7 +22,7 @@"])
  }
}

extension String {
  /// The text with one of its lines replaced.
  fileprivate func replacing(_ line: Int, with text: String) -> String {
    split(separator: "\n").enumerated().map { $0.offset == line - 1 ? text : String($0.element) }
      .joined(separator: "\n") + "\n"
  }
}
