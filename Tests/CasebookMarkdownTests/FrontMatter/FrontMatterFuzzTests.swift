import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport
import Testing

/// Random damage to front matter of every kind: the reader ends, its places lie in the text, its findings are whole.
@Suite("No front matter breaks the reader") struct FrontMatterFuzzTests {
  private static let seeds: [String] = [
    "---\nid: lost-update\nissueType: race-conditions\nversion: \"1.0.0\"\ntags: [a, \"b\"]\nauthor: Ann\n---\n# T\n",
    "---\ntitle: é → 𝄞\nlist:\n  - a: 1\n    b: @x\n  - \"c\n---\nB\n",
    "---\na: |\n  x\n  y\nb: >-\n  z\nc: {d: [e, {f: g}]}\n...\nB",
    "---\r\na: 'it's'\r\nb: *c\r\nd: &e f\r\n---\r\nB", "---\n? a\n: b\n? [c]\n: d\n---\n",
    "---\n{\"a\": {\"b\": [1, 2]}}\n---\n",
    "---\na: b: c: d\nglobs: **/*\nhint: [a] [b]\n\tt: {{ x }}\n---\n", "+++\na = 1\n+++\n", "---\n\nprose\n\n---\n",
    "---\na: 1\nb\n",
  ]
  private static let pieces: [String] = [
    ":", ": ", "\n", "\r", "\n---\n", "\n...\n", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "\\", "#", " #", "&a ",
    "*a", "!x ", "|",
    ">", "@", "`", "%", "\t", "  ", "\0", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}", "é", "a: b\n", "a:\n", "\u{1B}",
    "%YAML 1.2\n",
  ]

  @Test func randomDamage() {
    let runs = ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_RUNS"].flatMap(Int.init) ?? 5_000
    var generator = Seeded(3)
    for _ in 0..<runs {
      var bytes = Array((Self.seeds.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) { Self.damage(&bytes, &generator) }
      if let fault = Self.fault(bytes) {
        Issue.record("\(fault): \(bytes)")
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ generator: inout Seeded) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...4, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes.replaceSubrange(start..<end, with: [UInt8.random(in: 0...255, using: &generator)])
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
    default: bytes.replaceSubrange(start..<end, with: Array((pieces.randomElement(using: &generator) ?? "").utf8))
    }
  }

  /// What a reading breaks, if anything.
  private static func fault(_ bytes: [UInt8]) -> String? {
    let reading = Reading(bytes)
    let whole = 0..<bytes.count
    guard reading.bodyStart >= 0, reading.bodyStart <= bytes.count else { return "body outside" }
    for finding in reading.diagnostics {
      if finding.message.isEmpty || finding.range.end < finding.range.start {
        return "finding without message or range"
      }
      let lines = reading.text.diskLines
      for fix in finding.fixes where !fix.edits.allSatisfy({ lines.offset(of: $0.range.end) <= bytes.count }) {
        return "edit outside"
      }
    }
    guard let frontMatter = reading.frontMatter else {
      return reading.bodyStart == 0 ? nil : "body without front matter"
    }
    if frontMatter.range.upperBound > reading.bodyStart { return "front matter reaches into the body" }
    var keys: Set<[UInt8]> = []
    for entry in frontMatter.entries {
      if !keys.insert(Array(entry.key.utf8)).inserted { return "a key twice" }
      if !isInside(entry.value, whole) || !whole.contains(entry.keyRange.lowerBound) { return "place outside" }
      if entry.keyRange.isEmpty || entry.value.range.lowerBound < entry.keyRange.upperBound {
        return "value before its key"
      }
    }
    return nil
  }

  private static func isInside(_ value: YAMLValue, _ outer: Range<Int>) -> Bool {
    guard value.range.lowerBound >= outer.lowerBound, value.range.upperBound <= outer.upperBound else { return false }
    switch value.kind {
    case .scalar: return true
    case .sequence(let items): return items.allSatisfy { isInside($0, value.range) }
    case .mapping(let entries):
      return entries.allSatisfy { isInside($0.value, value.range) && value.range.lowerBound <= $0.keyRange.lowerBound }
    }
  }

  /// A document may be cut anywhere, as an editor sees it.
  @Test func everyPrefixIsRead() {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for end in 0...bytes.count { #expect(Self.fault(Array(bytes[..<end])) == nil) }
    }
  }
}
