import CasebookRepair
import CasebookSource
import Testing

/// Shapes for which a search over readings is tempted to try them all.
enum HostileFences: String, CaseIterable, CustomTestStringConvertible {
  case openers, bareLines, pairsInOneBlock, barePairsInOneBlock, infoOnClosers, growing, nestedBlocks, damagedBlocks,
    indentations, twoMarkers,
    backticks

  var testDescription: String { rawValue }

  func text(_ count: Int) -> String {
    func times(_ text: String) -> String { String(repeating: text, count: count) }
    return switch self {
    case .openers: times("```markdown\n")
    case .bareLines: times("```\n")
    case .pairsInOneBlock: "```markdown\n" + times("```sh\na\n```\n\n") + "```\n"
    case .barePairsInOneBlock: "```markdown\n" + times("\n```\na\n```\n\n") + "```\n"
    case .infoOnClosers: times("```text\na\n```text\n\n")
    case .nestedBlocks: times("```md\n```sh\na\n```\n\nb\n```\n\n")
    case .damagedBlocks: times("```md\n# \u{201A}\u{00DC}\u{00ED}\n```sh\na\n```\n\nb\n```\n\n")
    case .growing:
      (3..<max(4, Int(Double(count).squareRoot()) + 3)).map { String(repeating: "`", count: $0) + "\n" }.joined()
    case .indentations: times("```\na\n ```\nb\n  ```\nc\n   ```\n")
    case .twoMarkers: times("```a\n~~~\n")
    case .backticks: times("`")
    }
  }
}

@Suite struct HostileFenceTests {
  private func seconds(_ shape: HostileFences, _ count: Int) -> Double {
    let file = SourceFile(path: "a.md", text: shape.text(count))
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<2 {
      let time = clock.measure { _ = TextRepair.repair(file) }
      best = min(best, Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
    return best
  }

  /// Four times the text may take ten times as long, no more: a quadratic search takes sixteen.
  @Test(arguments: HostileFences.allCases) func growsWithTheText(_ shape: HostileFences) {
    let small = seconds(shape, 1_000)
    let large = seconds(shape, 4_000)
    #expect(large < max(10 * small, 0.2), "\(small) s, then \(large) s")
  }

  @Test(arguments: HostileFences.allCases) func repairingTwiceIsRepairingOnce(_ shape: HostileFences) {
    let text = RepairedText(SourceFile(path: "a.md", text: shape.text(300)))
    let after = text.applying(NestedFenceRepair().examine(text).edits)
    #expect(NestedFenceRepair().examine(after).edits.isEmpty)
  }

  /// Whatever the text: no crash, edits only lengthen fences, and the second repair finds nothing.
  @Test(arguments: 0..<8) func anyTextIsRepairedOnce(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "```", "```", "```sh", "```markdown", "````", "~~~", "   ```", "    ```", "> ", "- ", "1. ", "a", "## Step 1",
      "## Step 2",
      "\n", "\n", "\n", "\n", "\n\n", "\n\n", "<!--", "-->", "\t", "\r\n", "``", "<div>",
    ]
    for _ in 0..<400 {
      let text = (0..<draw(60)).map { _ in pieces[draw(pieces.count)] }.joined()
      let before = RepairedText(SourceFile(path: "a.md", text: text))
      let outcome = NestedFenceRepair().examine(before)
      let after = before.applying(outcome.edits)
      #expect(NestedFenceRepair().examine(after).edits.isEmpty, "\(text.debugDescription)")
      #expect(after.lines.lineCount == before.lines.lineCount)
    }
  }
}
