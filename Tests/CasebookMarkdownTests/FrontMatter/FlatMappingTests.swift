@testable import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport
import Testing

/// The short way and libyaml must be one reader: what the short way accepts, libyaml accepts and reads alike.
@Suite("Plain front matter is read as libyaml reads it") struct FlatMappingTests {
  private static func flat(_ bytes: [UInt8], limits: InputLimits = .standard) -> YAMLValue? {
    bytes.withUnsafeBufferPointer { text in
      if case .invalid = UTF8Check.check(text) { return nil }
      return FlatMapping.read(text, base: 0, limits: limits)
    }
  }

  private static func scanned(_ bytes: [UInt8], limits: InputLimits = .standard) -> YAMLReader.Outcome {
    bytes.withUnsafeBufferPointer { text in
      var scan = YAMLScan(text, base: 0, isASCII: UTF8Check.check(text) == .ascii, limits: limits)
      return scan.run()
    }
  }

  private static func agree(_ bytes: [UInt8], limits: InputLimits = .standard) -> Bool {
    guard let value = flat(bytes, limits: limits) else { return true }
    let outcome = scanned(bytes, limits: limits)
    return outcome.refusal == nil && outcome.remarks.isEmpty && outcome.value == value
  }

  @Test(
    "takes the usual lines",
    arguments: [
      "a: b\n", "a: b", "title: \"A: b # c\"\nversion: 1.0.0\n", "a: 'b'\nc: [d, \"e f\", 'g']\n",
      "tags:\n  - a\n  - b c\nz: y\n",
      "tags:\n- a\nz:\n", "a: [ ]\nb: x:y\nc: http://x/y?z=1\n", "título: é\n".replacing("í", with: "i"),
      "a: \"é → 𝄞 ’\"\r\nb: c\r\n",
    ])
  func takes(_ text: String) {
    #expect(Self.flat(Array(text.utf8)) != nil)
    #expect(Self.agree(Array(text.utf8)))
  }

  @Test(
    "leaves to libyaml what may mean something else",
    arguments: [
      "", "# c\n", "a: b: c\n", "a: b #c\n", "a: b\n  c\n", "a: |\n  b\n", "a: *b\n", "a: \"\\n\"\n", "a: 'it''s'\n",
      "a:\tb\n",
      "a: [b: c]\n", "a: {b: c}\n", "a: [b\n", "a: b\na: c\n", "  a: b\n", "a: -b\n", "a: b\u{85}c: d\n",
      "a: \u{2028}\n",
      "a: \u{202E}b\n", "a: b\rc: d\n", "a: \"b\" c\n", "a:b\n", "a: b:\n", "a:\n  b: c\n", "a:\n  - b\n   - c\n",
      "- a\n", "a\n",
      "\"a\": b\n", "a: b\u{FEFF}\n", "a: b\u{7F}\n",
    ])
  func leaves(_ text: String) { #expect(Self.flat(Array(text.utf8)) == nil) }

  @Test("limits hold on the short way too") func limits() {
    for count in [4_990, 4_991, 9_988, 9_989, 9_990, 9_991, 9_992, 9_993, 9_994, 9_995] {
      #expect(Self.agree(Array(("a: [" + String(repeating: "b,", count: count) + "]").utf8)))
      #expect(Self.agree(Array(("a:\n" + String(repeating: "- b\n", count: count)).utf8)))
    }
    var narrow = InputLimits.standard
    narrow.frontMatterDepth = 1
    #expect(Self.agree(Array("a: [b]".utf8), limits: narrow))
  }

  /// Pieces that meet at the borders of the short way, put together at random.
  private static let pieces: [String] = [
    "a", "b", "key", "k-1", ":", ": ", " ", "  ", "\n", "\n", "\r\n", "\r", "\t", "- ", "-", "\n- ", "\n  - ", "[", "]",
    ", ", ",",
    "{", "}", "\"", "'", "\"x y\"", "'x'", "#", " # c", "&", "*", "!", "|", ">", "@", "%", "`", "?", "? ", "---", "...",
    "~", "/", "(",
    ")", "$", "é", "→", "’", "𝄞", "\u{85}", "\u{2028}", "\u{A0}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{7F}",
    "\u{FFFD}", "\u{FFFE}",
    "1.0", "010", "http://x", "\\", "\\n", "a: b\n", "c: \"d\"\n", "e: [f, g]\n", "h:\n", "h:\n  - i\n", "j: k\n",
    "l: [m]\n",
    "n:\n- o\n", "p: 'q'\n", "r: s t\n", "u: v\r\n",
  ]

  @Test("agrees with libyaml on random texts") func random() {
    let runs = ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_RUNS"].flatMap(Int.init) ?? 20_000
    var generator = Seeded(1)
    var accepted = 0
    for _ in 0..<runs {
      var text = ""
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      let bytes = Array(text.utf8)
      if Self.flat(bytes) != nil { accepted += 1 }
      if !Self.agree(bytes) { Issue.record("the two differ on \(text.debugDescription)") }
    }
    #expect(accepted > runs / 100, "the generator hardly meets the short way: \(accepted)")
  }

  @Test("agrees with libyaml on usual texts with small changes") func mutated() {
    let runs = ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_RUNS"].flatMap(Int.init) ?? 20_000
    let seed =
      "title: \"Lost update: a\"\nissue_type: race\ntags: [\"a\", b c]\nalso:\n  - x\n  - y z\nversion: 1.0.0\nurl: https://x/y\n"
    var generator = Seeded(2)
    var accepted = 0
    for _ in 0..<runs {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let piece = Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...3, using: &generator))
        bytes.replaceSubrange(start..<end, with: piece)
      }
      if Self.flat(bytes) != nil { accepted += 1 }
      if !Self.agree(bytes) {
        Issue.record("the two differ on \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
    #expect(accepted > runs / 20, "the changes leave nothing to compare: \(accepted)")
  }
}
