import CasebookRender
import TestSupport
import Testing

/// Code in, marked code out: `k(if)` is a keyword, what stands bare is plain.
@Suite("Highlighting") struct HighlighterTests {
  private func marked(_ code: String, _ language: String) -> String {
    let bytes = Array(code.utf8)
    return Highlighter.tokens(bytes[...], language: Array(language.utf8)[...]).map { token in
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      guard let kind = token.kind else { return text }
      return "\(kind.className.description.dropFirst(2))(\(text))"
    }.joined()
  }

  @Test(arguments: [
    ("bash", "if [ $n = 1 ]; then # why", "k(if) [ v($n) = n(1) ]; k(then) c(# why)"),
    ("sh", "echo \"a $b\" ${HOME}#no $?", "b(echo) s(\"a $b\") v(${HOME})#no v($?)"),
    ("bash", "kubectl get pod -o json", "b(kubectl) get pod -o json"),
    ("console", "$ ls -l\nls\n$ echo \\\n  if", "m($) b(ls) -l\nls\nm($) b(echo) \\\n  k(if)"),
    ("python", "@x\ndef f(n=1_0): return rb'a' # c", "m(@x)\nk(def) f(n=n(1_0)): k(return) s(rb'a') c(# c)"),
    ("py", "\"\"\"a\nb\"\"\" None", "s(\"\"\"a\nb\"\"\") b(None)"),
    ("python", "'a\nb'", "s('a)\ns(b')"),
    (
      "json", "{\"a\": [1, -2.5e3, true], \"b\": \"c\\\"d\"}",
      "{p(\"a\"): [n(1), -n(2.5e3), b(true)], p(\"b\"): s(\"c\\\"d\")}"
    ),
    (
      "yaml", "- a: 1 # c\n  b: |\n    c: d\n  e: 'f: g'",
      "- p(a): n(1) c(# c)\n  p(b): |\n    s(c: d)\n  p(e): s('f: g')"
    ),
    ("SQL", "Select 'it''s' -- c", "k(Select) s('it''s') c(-- c)"),
    ("swift", "#if x\nlet a = \"b\" /* c\n */ d", "m(#if) x\nk(let) a = s(\"b\") c(/* c\n */) d"),
    ("go", "func f() { x := `a\nb` }", "k(func) f() { x := s(`a\nb`) }"),
    ("javascript", "const a = `b ${c}`; // d", "k(const) a = s(`b ${c}`); c(// d)"),
    ("c", "#include <a.h>\nint b = 'c';", "m(#include) <a.h>\nb(int) b = s('c');"),
    ("diff", "@@ -1 +1 @@\n-a\n+b\n c", "m(@@ -1 +1 @@)\nd(-a)\ni(+b)\n c"),
    ("http", "POST /x HTTP/1.1\nHost: a\n\nHost: b", "k(POST) /x HTTP/1.1\np(Host): a\n\nHost: b"),
    ("rust", "let x: &'a str = \"b\";", "k(let) x: &'a b(str) = s(\"b\");"),
    ("java", "@Override int x;", "m(@Override) b(int) x;"),
    ("text", "if 1 # c", "if 1 # c"),
    ("brainfuck", "if 1 # c", "if 1 # c"),
    ("", "if 1 # c", "if 1 # c"),
  ])
  func tokens(_ language: String, _ code: String, _ expected: String) {
    #expect(marked(code, language) == expected)
  }

  private static let languages = [
    "bash", "console", "c", "diff", "go", "http", "java", "javascript", "json", "python", "rust", "sql", "swift",
    "yaml", "x",
  ]

  /// Tokens joined are the code, whatever its bytes are, and no token is empty.
  @Test(arguments: languages) func nothingIsLost(_ language: String) {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("'\"`$@#/*\\\n -:{}=+ab0.|<>".utf8) + [0, 0xC3, 0xFF, 0x80]
    let name = Array(language.utf8)
    for _ in 0..<400 {
      let code = (0..<Int.random(in: 0...120, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      var end = 0
      for token in Highlighter.tokens(code[...], language: name[...]) {
        #expect(token.range.lowerBound == end && (!token.range.isEmpty || code.isEmpty), "\(language): \(code)")
        end = token.range.upperBound
      }
      #expect(end == code.count, "\(language): \(code)")
    }
  }

  @Test("A block out of the middle of a pool keeps its places") func slices() {
    let pool = Array("xx if yy".utf8)
    let tokens = Highlighter.tokens(pool[3..<5], language: Array("bash".utf8)[...])
    #expect(tokens.map(\.range) == [3..<5] && tokens.map(\.kind) == [.keyword])
  }

  /// Every class that a token can have is in the style sheet, and none besides.
  @Test func everyClassHasAColour() {
    let css = Repository.text("templates/casebook.css")
    for kind in TokenKind.allCases { #expect(css.contains(".\(kind.className)"), "\(kind) has no colour") }
  }
}
