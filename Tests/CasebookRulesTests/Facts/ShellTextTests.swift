import Testing

@testable import CasebookRules

@Suite("Plain shell code is known without a shell") struct ShellTextTests {
  @Test(arguments: [
    "ls -la | grep x\n", "A=1 B=2 make\n", "echo \"a $HOME ${B} $(date +%s)\" 'it''s'\n", "a && b || c; d &\n",
    "kubectl get pods \\\n  -n x > out.txt 2>&1\n", "# only a comment (\n", "", "x=$(cat a | wc -l)\necho $x\n",
    "cat <<< word\n", "a |\n  b\n", "echo \"$(a \"$b\")\"\n", "echo a#b {1..3}\n", "echo \\\"\n",
    "echo $?\n",
  ])
  func plain(code: String) { #expect(ShellText.isPlain(Array(code.utf8))) }

  @Test(arguments: [
    "if a; then b; fi\n", "echo 'open\n", "echo \"open\n", "a |\n", "a && \n", "| a\n", "a ;; b\n", "a > \n",
    "f() { a; }\n",
    "(a)\n", "cat <<E\nx\nE\n", "echo $(a\n", "echo $(| a)\n", "foo$(| b)\n", "`a`\n", "a & & b\n", "! a\n", "done\n",
    "[[ a ]]\n",
    "get pod <name>\n", "a;;\n", "x=$(a |)\n", "echo )\n", "{ a; }\n", "a | \\\n", "echo $((1+1))\n", "x=(a b)\n",
    "> a if\n",
  ])
  func leftToBash(code: String) { #expect(!ShellText.isPlain(Array(code.utf8))) }

  @Test("what is plain parses", .enabled(if: Parsers.areThere, "SKIPPED: needs bash")) func bashAgrees() {
    // Words that matter to a shell, in every order that the seed gives.
    let words = [
      "a", " ", "\n", "|", "&", ";", "'", "\"", "$(", ")", "<", ">", "&&", "||", "#", "\\", "$x", "${y}", "=", "{", "}",
      "if", "in",
      " b ", "2>", "<<<", "!", "then", "x=", "$",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var plain: Set<String> = []
    for _ in 0..<60_000 where plain.count < 250 {
      let text = (0..<(2 + next(7))).map { _ in words[next(words.count)] }.joined() + "\n"
      if text.utf8.count > 5, ShellText.isPlain(Array(text.utf8)) { plain.insert(text) }
    }
    #expect(plain.count >= 200)
    let texts = plain.sorted()
    let outcomes = Parsers.start(
      texts.map { ParserRun("bash", ["--norc", "--noprofile", "-n", "/dev/stdin"], input: Array($0.utf8)) })
    for (text, outcome) in zip(texts, outcomes) { #expect(outcome.end == .exited(0), "\(text.debugDescription)") }
  }
}
