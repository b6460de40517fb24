import CasebookRepair
import CasebookSource
import TestSupport
import Testing

/// The original document in `content/`: seventeen lines read as Mac Roman.
@Suite struct OriginalDocumentTests {
  private var text: RepairedText {
    let path = "content/debugging-examples.md"
    return TextRepair.repair(SourceFile(path: path, bytes: Repository.bytes(path)))
  }

  @Test func reportsEveryDamagedLine() {
    let places = text.diagnostics.filter { $0.rule == RuleID(2) }.map(\.range.start.description)
    let expected = [
      "17:30", "112:33", "137:20", "205:41", "208:13", "209:14", "217:29", "218:31", "229:33", "232:46", "260:31",
      "280:4", "282:4", "284:4", "286:4", "288:4", "290:4",
    ]
    #expect(places == expected)
    #expect(text.diagnostics.first?.message == "`\u{F8FF}üêõ` is 🐛 read as Mac Roman")
  }

  @Test func restoresEveryDamagedLine() {
    let text = text
    let meant = [
      17: "## Memory Leak Investigation 🐛", 112: "## Race Condition Investigation 🏃",
      137: "    user.save()  # ← Race here!",
      205: "## Performance Regression Investigation ⚡", 208: "- P50: 50ms → 200ms", 209: "- P99: 200ms → 2s",
      217: "v2.3.0: P50=50ms, P99=200ms ✓", 218: "v2.4.0: P50=200ms, P99=2000ms ✗",
      229: "    send_welcome_email(user)  # ← External API call!",
      232: "    analytics.track('user_created', user)  # ← Database insert!", 260: "After fix: P50=30ms, P99=80ms ✅",
      280: "   ↓", 282: "   ↓", 284: "   ↓", 286: "   ↓", 288: "   ↓", 290: "   ↓",
    ]
    for (line, expected) in meant {
      #expect(text.string(text.lines.content(ofLine: line - 1, in: text.bytes)) == expected)
    }
  }

  /// Only the wrong bytes are replaced: everything else of the file is where it was.
  @Test func replacesNothingElse() {
    let text = text
    let edits = text.edits.filter { $0.rule == RuleID(2) }
    #expect(edits.count == 17)
    #expect(edits.allSatisfy { text.file.bytes[$0.range].allSatisfy { $0 >= 0x80 } })
    #expect(edits.allSatisfy { $0.replacement.allSatisfy { $0 >= 0x80 } })
  }
}
