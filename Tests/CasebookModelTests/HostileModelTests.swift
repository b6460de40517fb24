import CasebookMarkdown
import CasebookModel
import CasebookSource
import Testing

/// Shapes that tempt a reader to look at everything again and again.
enum HostileCases: String, CaseIterable, CustomTestStringConvertible {
  case cases, casesWithComments, commentsOutside, steps, fixes, headings, symptoms, problems, fences, sessions, toolRows
  case oneToolRow, figures, labels, roles, nestedLists, checklists, frameworks, emptyItems

  var testDescription: String { rawValue }

  func text(_ count: Int) -> String {
    func times(_ text: String) -> String { String(repeating: text, count: count) }
    func numbered(_ text: (Int) -> String) -> String { (0..<count).map(text).joined() }
    let open = "# A\n\n**Problem**: x\n\n## Investigation\n\n"
    return switch self {
    case .cases: times("## A\n\n**Problem**: x\n\n")
    case .casesWithComments: times("<!-- casebook: id=a -->\n## A\n\n**Problem**: x\n\n")
    case .commentsOutside: times("## A\n\n**Problem**: x\n\n# B\n\n<!-- casebook: id=a -->\n\n")
    case .steps: open + times("**1. Fix**\n\n")
    case .fixes: open + times("### Fix - it\n\ntext 5ms to 6ms\n\n")
    case .headings: open + times("#### A\n\n### B\n\n")
    case .symptoms: times("## Symptoms\n\n- a\n\n")
    case .problems: times("**Problem**:\n\n")
    case .fences: "# A\n\n**Problem**: x\n\n" + times("**S**:\n```markdown\na\n```\n\n")
    case .sessions: times("## A\n\n**Problem**: x\n\n````md\n## Symptoms\n- a\n````\n\n")
    case .toolRows:
      "| Issue | Tools |\n|-|-|\n" + numbered { "| a \($0) | a\($0), a b\($0) |\n" } + "\n"
        + numbered { "# a \($0)\n\n**Problem**: a b \($0) a\n\n" }
    case .oneToolRow:
      "| Issue | Tools |\n|-|-|\n| a | " + times("a, a a, ") + " |\n\n# a\n\n**Problem**: " + times("a ")
    case .figures: open + "### A\n\n" + times("1,5ms to 2-3s = p99 of 1.2.3.")
    case .labels: open + times("**a** `b\n\n")
    case .roles: open + "### A\n\n" + times("```\n# a\n```\n\n")
    case .nestedLists: "## Symptoms\n\n" + times("- a\n  - b\n    - c\n")
    case .checklists: "# A\n\n**Problem**: x\n\n## Prevention\n\n" + times("- [ ] a\n\n  b\n\n")
    case .frameworks: "# Process\n\n```\n" + numbered { "\($0 + 1). Fix\n|\n" } + "```\n"
    case .emptyItems: "## Symptoms\n\n" + times("-\n")
    }
  }
}

@Suite("Hostile documents") struct HostileModelTests {
  private func seconds(_ shape: HostileCases, _ count: Int) -> Double {
    let document = MarkdownParser.parse(RepairedText(SourceFile(path: "a.md", text: shape.text(count))))
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<2 {
      let time = clock.measure { _ = DocumentReader.read(document) }
      best = min(best, Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
    return best
  }

  /// Four times the text may take ten times as long, no more: a quadratic reader takes sixteen.
  @Test(arguments: HostileCases.allCases) func growsWithTheText(_ shape: HostileCases) {
    let small = seconds(shape, 1_000)
    let large = seconds(shape, 4_000)
    #expect(large < max(10 * small, 0.2), "\(small) s, then \(large) s")
  }

  @Test(arguments: HostileCases.allCases) func losesNothing(_ shape: HostileCases) {
    let coverage = Coverage(read(shape.text(50)))
    #expect(coverage.isComplete, "\(coverage)")
  }
}
