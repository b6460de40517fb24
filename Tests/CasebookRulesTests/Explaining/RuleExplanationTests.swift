import CasebookRules
import CasebookSource
import Testing

@Suite struct RuleExplanationTests {
  @Test func aPageShowsWhatWhyExamplesAndSilence() throws {
    let rule = try #require(RuleCatalog.find("missing-language")).description
    let page = RuleExplanation.text(rule, width: 70)
    #expect(
      page.hasPrefix(
        """
        CB202 missing-language
        info; `casebook fix --write --style` mends it

        A fenced block does not say what it holds.

        Why
        Without a language nothing is highlighted, no checker looks at the
        block
        """))
    #expect(
      page.contains(
        """
        Found

          output without a language:
            | ```
            | ^^^
            | Rate: 100MB/hour
            | ```

        """))
    #expect(page.contains("    <!-- casebook-ignore CB202: why it is meant so -->\n"))
  }

  @Test("pages fit the width, hold no control byte and end with one line break", arguments: [40, 80, 100])
  func everyPageFits(width: Int) {
    for rule in RuleCatalog.all {
      let page = RuleExplanation.text(rule.description, width: width)
      #expect(page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
      for line in page.split(separator: "\n", omittingEmptySubsequences: false) where !line.contains("casebook-ignore")
      {
        #expect(DisplayWidth.cells(line.unicodeScalars) <= width, "\(rule.id): \(line)")
        #expect(line.utf8.allSatisfy { $0 >= 0x20 })
      }
    }
  }

  @Test func colourOnlyAddsEscapes() {
    for rule in RuleCatalog.all {
      let plain = RuleExplanation.text(rule.description)
      var colored = RuleExplanation.text(rule.description, isColored: true)
      for code in ["\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[0m"] { colored = colored.replacing(code, with: "") }
      #expect(colored == plain)
    }
  }

  @Test func theListNamesEveryRuleOnce() {
    let lines = RuleExplanation.list(RuleCatalog.all).split(separator: "\n")
    #expect(lines.count == RuleCatalog.all.count)
    #expect(lines.first?.split(separator: " ") == ["CB001", "error", "nested-fence", "safe", "fix"])
  }
}
