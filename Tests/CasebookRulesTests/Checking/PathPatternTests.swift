import CasebookRules
import Testing

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.md", "a/b.md", true), ("*.md", "a/b.txt", false), ("content/*.md", "content/a.md", true),
    ("content/*.md", "content/x/a.md", false), ("content/**/*.md", "content/x/y/a.md", true),
    ("content/**/*.md", "content/a.md", true), ("content/", "content/x/a.md", true), ("content", "content/a.md", true),
    ("**", "anything/at/all.md", true), ("./content/a.md", "content/a.md", true), ("a?.md", "x/ab.md", true),
    ("a?.md", "a/.md", false), ("content/old", "content/older/a.md", false), ("", "a.md", false),
    ("/old/*", "content/old/a.md", false),
  ]) func matching(pattern: String, path: String, expected: Bool) {
    #expect(PathPattern(pattern).matches(path) == expected, "\(pattern) on \(path)")
  }
}
