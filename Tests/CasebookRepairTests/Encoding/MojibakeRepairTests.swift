import CasebookRepair
import CasebookSource
import TestSupport
import Testing

private func read(_ text: String) -> RepairedText { TextRepair.repair(SourceFile(path: "a.md", text: text)) }

private func string(_ text: RepairedText) -> String { String(decoding: text.bytes, as: UTF8.self) }

/// UTF-8 read as Latin-1: what a string of bytes shows as.
private func damaged(_ text: String, times: Int = 1) -> String {
  var result = text
  for _ in 0..<times {
    var view = String.UnicodeScalarView()
    for byte in result.utf8 { view.append(Unicode.Scalar(byte)) }
    result = String(view)
  }
  return result
}

@Suite struct MojibakeRepairTests {
  @Test func tellsWhatWasReadAsWhat() throws {
    let finding = try #require(read("a\n- it doesnâ€™t â†’ ok").diagnostics.first)
    #expect(finding.severity == .error)
    #expect(finding.range.description == "2:11-2:29")
    #expect(finding.message == "`â€™` is ’ read as Windows-1252, `â†’` is → read as Windows-1252")
    #expect(finding.fixes.map(\.safety) == [.safe])
    #expect(finding.fixes.first?.description == "write ’, →")
    #expect(finding.fixes.first?.edits.map(\.range.description) == ["2:11-2:19", "2:21-2:29"])
  }

  @Test func namesLatin1AndLayers() {
    #expect(read(damaged("x → y")).diagnostics.first?.message.hasSuffix("is → read as Latin-1") == true)
    #expect(read(damaged("x → y", times: 2)).diagnostics.first?.message.hasSuffix("read as Latin-1 twice") == true)
    #expect(read(damaged("x → y", times: 3)).diagnostics.first?.message.hasSuffix("read as Latin-1 3 times") == true)
  }

  @Test func decodesManyLayersAtOnce() {
    for times in 1...5 { #expect(string(read(damaged("né → 🐛", times: times))) == "né → 🐛") }
  }

  /// `MAÇÃ…` is a word; in a document that is damaged throughout it is not.
  @Test func supportComesFromTheWholeDocument() {
    #expect(string(read("SÃ… 1")) == "SÃ… 1")
    #expect(string(read("SÃ… 1\n\nx â†’ y\n")) == "SÅ 1\n\nx → y\n")
    #expect(string(read("SÃ… 1\n\nx â†’ y\n\nMaçã — café\n")) == "SÃ… 1\n\nx → y\n\nMaçã — café\n")
  }

  @Test func repairsCodeAsProse() {
    #expect(string(read("```\nuser.save()  # â†\u{90} race\n```\n")) == "```\nuser.save()  # ← race\n```\n")
  }

  // MARK: Text about mojibake

  @Test(arguments: [
    "# Fixing mojibake in exports\n\nAn arrow shows as â†’ there.\n",
    "---\ntitle: UTF-8 in our exports\n---\n\nAn arrow shows as â†’ there.\n",
    "Readers see `â†’` in the page.\n",
    "Readers see â†’ instead of → in the page.\n",
    "Two â€” dashes\n\nWrong encoding shows `â†’` for it.\n",
    // A list of both forms; the last line shows one alone.
    "- â€™ is ’\n- â€” is —\n- â†’ too\n",
    // Node's manual shows what a wrong decoding prints.
    "```js\nlog(bytes.toString('latin1'));\n// Prints: â†’\n```\n",
  ])
  func leavesTextAboutMojibakeAlone(text: String) {
    let read = read(text)
    #expect(string(read).contains("â†’"))
    let doubts = read.diagnostics.filter { $0.rule == RuleID(9) }
    #expect(!doubts.isEmpty && doubts.allSatisfy { $0.severity == .warning && $0.fixes.isEmpty })
    #expect(doubts.last?.message.hasPrefix("`â†’` may be → read as Windows-1252") == true)
  }

  /// A word that may be meant as it is: reported, not changed.
  @Test func doubtIsADiagnostic() throws {
    let alone = read("e di pi√π ancora")
    #expect(string(alone) == "e di pi√π ancora")
    let finding = try #require(alone.diagnostics.first)
    #expect(finding.rule == RuleID(9))
    #expect(finding.message == "`√π` may be ù read as Mac Roman; left alone, since it may be meant as it is")
    #expect(string(read("e di pi√π ancora, cio√® √® vero")) == "e di più ancora, cioè è vero")
  }

  @Test func namesWhatNobodyCanSee() throws {
    let finding = try #require(read("at 5\u{C2}\u{A0}ms").diagnostics.first)
    #expect(finding.message == "`\u{C2}\u{A0}` is U+00A0 read as Windows-1252")
  }

  /// Where prose is damaged too, so are the code spans.
  @Test func repairsCodeSpansOfADamagedDocument() {
    #expect(string(read("Press `â†’` â€” then wait\n")) == "Press `→` — then wait\n")
  }

  /// What was lost comes back as U+FFFD, and writing that is no safe fix.
  @Test func lostBytesMakeTheFixUnsafe() throws {
    let text = read("Ã©tÃ© Ñ\u{FFFD}Ñ€Ð¸Ð²ÐµÑ‚ ðŸ“\u{FFFD}")
    #expect(string(text) == "été \u{FFFD}ривет \u{FFFD}")
    #expect(try #require(text.diagnostics.first).fixes.map(\.safety) == [.unsafe])
  }

  /// Of a picture whose first surrogate is lost there may be two; the commoner one is read, and writing it is no safe fix.
  @Test func aGuessedPictureMakesTheFixUnsafe() throws {
    let text = read("Ì¥ß tools")
    #expect(string(text) == "🔧 tools")
    let finding = try #require(text.diagnostics.first)
    #expect(finding.message == "`Ì¥ß` is 🔧 or 🤧 read as Mac Roman")
    #expect(finding.fixes.map(\.safety) == [.unsafe])
  }

  // MARK: Properties

  static let scripts = [
    "Le cœur a ses raisons — « naïveté », été, où, ça, Ÿ", "Über die Brücke; „süß“, Größe, ‚ja‘", "¿Qué pasó? «Ñandú»",
    "São João, à mão, ação, Ã, Õ", "Żółć, gęś, łódź, „ś”", "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Şişli, ığdır, çağ, İÖ",
    "Ελληνικά: άλφα, βήτα", "Русский: ёж, щука — «да»", "Українська: їжак, ґанок", "עברית: שלום", "العربية: مرحبا",
    "हिन्दी: नमस्ते", "ไทย: สวัสดี", "中文：你好，世界。", "日本語：「こんにちは」", "한국어: 안녕하세요", "Tiếng Việt: độ trễ, ơ, ư",
    "→ ← ↓ ✓ ✗ ⚡ ✅ ⚠️ 🐛 🏃 👩‍💻 🇪🇺", "∀x∈ℝ: √x² = |x|, ¬p ∨ q, ∑ ∏ ∫ ∞ ≠ ≈ ≤ ≥", "½ ¼ ° ± × ÷ µ § ¶ © ® ™ € £ ¥",
  ]

  @Test(arguments: scripts) func changesNothingThatIsWellFormed(text: String) {
    let read = read(text)
    #expect(read.bytes == Array(text.utf8) && read.diagnostics.isEmpty)
  }

  @Test(arguments: scripts) func restoresWhatWasReadAsLatin1(text: String) {
    for times in 1...3 { #expect(read(damaged(text, times: times)).bytes == Array(text.utf8)) }
  }

  /// Random mixtures of damage and text: twice is once, the text is UTF-8, and every position is on disk.
  @Test(arguments: 0..<400)
  func isIdempotentAndMapped(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 104_729 &+ 7)
    let marks = Array("âÃÂÄÅ€™œ”“‚Üê√©¬´ðŸ\u{90}\u{9D}›»…é \u{A0}\u{FFFD}Ì≥¶ü a.X\n`—ñı°±£ÐÑ€".unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...60, using: &dice) {
      if let mark = marks.randomElement(using: &dice) { scalars.append(mark) }
    }
    let once = read(String(scalars))
    let twice = TextRepair.repair(SourceFile(path: "a.md", bytes: once.bytes))
    #expect(twice.bytes == once.bytes, "\(String(scalars).debugDescription)")
    #expect(once.edits.applied(to: once.file.bytes) == once.bytes)
    #expect(Array(String(decoding: once.bytes, as: UTF8.self).utf8) == once.bytes)
    for offset in once.bytes.indices {
      let disk = once.map.range(offset..<offset + 1)
      #expect(!disk.isEmpty && disk.upperBound <= once.file.bytes.count)
    }
  }
}

/// A generator with a seed, so that a failure can be repeated.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
