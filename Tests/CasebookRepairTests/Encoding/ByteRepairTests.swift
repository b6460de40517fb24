import CasebookRepair
import CasebookSource
import Testing

private func read(_ bytes: [UInt8]) -> RepairedText { TextRepair.repair(SourceFile(path: "a.md", bytes: bytes)) }

private func string(_ text: RepairedText) -> String { String(decoding: text.bytes, as: UTF8.self) }

@Suite struct ByteRepairTests {
  @Test func readsOverAByteOrderMark() throws {
    let text = read([0xEF, 0xBB, 0xBF] + Array("---\nid: a\n".utf8))
    #expect(string(text) == "---\nid: a\n")
    let finding = try #require(text.diagnostics.first)
    #expect(finding.rule == RuleID(8) && finding.severity == .info && finding.range.description == "1:1-1:4")
    #expect(text.position(of: 0) == Position(line: 1, column: 4))
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n", "found CR LF at the end of 2 lines"), ("a\rb", "a\nb", "found CR at the end of one line"),
    ("a\r\n\rb\r\r\n", "a\n\nb\n\n", "found CR LF and CR at the end of 4 lines"),
  ])
  func readsOtherLineEndsAsLF(bytes: String, expected: String, message: String) throws {
    let text = read(Array(bytes.utf8))
    #expect(text.bytes == Array(expected.utf8))
    #expect(text.diagnostics.count == 1)
    #expect(try #require(text.diagnostics.first).message.hasSuffix(message))
    for (offset, byte) in text.bytes.enumerated() where byte != 0x0A {
      #expect(text.file.bytes[text.map.start(offset)] == byte)
      #expect(text.lines.position(of: offset) == text.position(of: offset))
    }
    let fix = try #require(text.diagnostics.first?.fixes.first)
    let edits = fix.edits.map { edit in
      TextEdit(
        range: text.diskLines.offset(of: edit.range.start)..<text.diskLines.offset(of: edit.range.end),
        replacement: Array(edit.replacement.utf8), rule: RuleID(8))
    }
    #expect(edits.applied(to: text.file.bytes) == text.bytes)
  }

  /// Table 3-8 of the Unicode Standard and its neighbours: maximal subparts, a replacement each.
  @Test(
    arguments: [
      ([0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62], "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
      ([0xC0, 0xAF, 0xE0, 0x80, 0xBF], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}\u{FFFD}\u{FFFD}a"),
      ([0xF4, 0x91, 0x92, 0x93], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE2, 0x86], "\u{FFFD}"), ([0xF0, 0x9F, 0x90, 0x9B, 0xF0, 0x9F, 0x90], "🐛\u{FFFD}"), ([0x80], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func readsIllFormedSequencesAsReplacements(bytes: [UInt8], expected: String) {
    let text = read(bytes)
    #expect(string(text) == expected)
    #expect(string(text) == String(decoding: bytes, as: UTF8.self), "Swift's decoder follows the same practice")
    #expect(text.diagnostics.map(\.severity) == [.error])
  }

  /// Any bytes give UTF-8, and well-formed ones give themselves.
  @Test(arguments: 0..<256) func anyBytesGiveUTF8(seed: Int) {
    var state = UInt64(seed) &+ 3
    let bytes = (0..<64).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33) | (state >> 60 == 0 ? 0x80 : 0)
    }
    let text = read(bytes)
    #expect(Array(string(text).utf8) == text.bytes)
    #expect(read(text.bytes).bytes == text.bytes)
  }

  @Test(arguments: [
    ("caf\u{E9} \u{E0} la carte", "Latin-1"), ("\u{DC}ber Gr\u{F6}\u{DF}e", "Latin-1"),
    ("it\u{92}s \u{93}on\u{94} \u{96}", "Windows-1252"),
    ("caf\u{8E} \u{D2}\u{8E}t\u{8E}\u{D3} r\u{8E}el", "Mac Roman"),
  ])
  func namesTheEncodingOfASingleByteFile(latin: String, name: String) throws {
    let text = read(latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    let finding = try #require(text.diagnostics.first)
    #expect(text.diagnostics.count == 1)
    #expect(finding.message.hasSuffix("the file reads well as \(name)"))
    #expect(finding.fixes.map(\.safety) == [.unsafe])
  }

  @Test func tellsTheFirstByteAndHowManyMore() throws {
    let finding = try #require(read(Array("ok\n→ ".utf8) + [0xFF, 0x20, 0xC3]).diagnostics.first)
    #expect(finding.message == "a document is UTF-8; FF at byte 7 is not, nor is what stands at 1 more places")
    #expect(finding.range.description == "2:5-2:6")
    #expect(finding.fixes.isEmpty)
  }

  @Test func readsNullAsAReplacement() throws {
    let text = read(Array("a\0b and more text\0".utf8))
    #expect(string(text) == "a\u{FFFD}b and more text\u{FFFD}")
    let finding = try #require(text.diagnostics.first)
    #expect(finding.message == "text holds no NUL bytes; found 2, the first at byte 1")
    #expect(finding.severity == .warning)
  }

  // MARK: Not read

  private static func wide(_ text: String, bytes: Int, littleEndian: Bool, mark: Bool) -> [UInt8] {
    (mark ? [UInt32(0xFEFF)] : []).appending(text.unicodeScalars.map(\.value)).flatMap { unit in
      let order = (0..<bytes).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
      return littleEndian ? order : order.reversed()
    }
  }

  @Test(
    arguments: [(2, true, "UTF-16LE"), (2, false, "UTF-16BE"), (4, true, "UTF-32LE"), (4, false, "UTF-32BE")],
    [true, false])
  func refusesWideEncodings(form: (Int, Bool, String), mark: Bool) throws {
    let text = read(Self.wide("# Title\n\nText é\n", bytes: form.0, littleEndian: form.1, mark: mark))
    #expect(!text.isReadable && text.bytes.isEmpty && text.edits.isEmpty)
    let finding = try #require(text.diagnostics.first)
    #expect(text.diagnostics.count == 1 && finding.severity == .error)
    #expect(finding.message.contains("this one is \(form.2)"))
    #expect(finding.explanation?.contains("iconv -f \(form.2) -t UTF-8") == true)
  }

  @Test func refusesAFileOverTheLimit() throws {
    var limits = InputLimits()
    limits.documentBytes = 8
    let text = TextRepair.repair(SourceFile(path: "a.md", text: "123456789"), limits: limits)
    #expect(!text.isReadable && text.bytes.isEmpty)
    #expect(text.diagnostics.map(\.message) == ["a document has at most 8 bytes; this one has 9"])
    #expect(TextRepair.repair(SourceFile(path: "a.md", text: "12345678"), limits: limits).isReadable)
  }

  /// Mojibake behind a mark and CR LF: all rounds lead to the file.
  @Test func roundsLeadToTheFile() throws {
    let text = read([0xEF, 0xBB, 0xBF] + Array("a\r\nâ€™b â†’\r\n".utf8))
    #expect(string(text) == "a\n’b →\n")
    let finding = try #require(text.diagnostics.first { $0.rule == RuleID(2) })
    #expect(finding.range.description == "2:1-2:19")
    #expect(text.edits.applied(to: text.file.bytes) == text.bytes)
  }
}

extension Array {
  fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}
