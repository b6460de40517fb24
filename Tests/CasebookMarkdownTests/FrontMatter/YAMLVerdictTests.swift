import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport
import Testing

/// Inputs that kill, stall or silently mislead readers of YAML, each with the verdict it must get.
@Suite("Hostile YAML gets its verdict") struct YAMLVerdictTests {
  @Test(arguments: [
    ("duplicate", "a: 1\na: 2"), ("duplicate", "{a: 1, a: 2}"), ("duplicate", "1: a\n\"1\": b"),
    ("duplicate", "x:\n  b: 1\n  b: 2"), ("duplicate", "x: [{b: 1, 'b': 2}]"),
    ("key", "? [1]\n: 3"), ("key", "? {a: 1}\n: 3"), ("key", "\"\": x"), ("key", "{[1]: a}"), ("key", "t: {{ x }}"),
    ("alias", "a: *b"), ("alias", "*b : a"), ("anchor", "a: &b 1"), ("anchor", "&k a: b"), ("anchor", "a: &b [*b]"),
    ("tag", "a: !!python/object/apply:os.system [ls]"), ("tag", "a: !x b"), ("tag", "!!str a: b"), ("tag", "a: ! b"),
    ("directive", "%YAML 1.1\n---\na: b"), ("directive", "%TAG ! tag:x,2000:\n---\na: b"),
    ("document", "a: b\n---\nc: d"), ("syntax", "a: b\n...\nc: d"),
    ("root", "- a"), ("root", "text"), ("root", "[a]"), ("root", "\"a\""),
    ("empty", ""), ("empty", "# c\n"), ("empty", "\n\n"), ("empty", "---\n"),
    ("syntax", "a: b: c"), ("syntax", "a: @b"), ("syntax", "\ta: b"), ("syntax", "a: \"b"), ("syntax", "a: x\u{FFFE}"),
    ("syntax", "a: b\0c"), ("control", "a: \"\\0\""), ("control", "a: \"\\e[31m\""), ("control", "a: '\u{202E}b'"),
    ("control", "a: b\u{2066}c"), ("value", "a: b\u{85}c: d"), ("value", "\u{FEFF}a: b"), ("value", "<<: {a: 1}\nb: 2"),
  ])
  func verdict(_ expected: String, _ text: String) {
    #expect(YAMLReader.read(Array(text.utf8)[...]).verdict == expected)
  }

  @Test(
    "bytes that are not UTF-8 are named with their offset",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], 0, "UTF-16 (little-endian)"), ([0xFE, 0xFF, 0, 0x61], 0, "UTF-16 (big-endian)"),
      ([0x61, 0x3A, 0x20, 0xE9], 3, "Latin-1"), ([0x61, 0x3A, 0x20, 0x93, 0x62], 3, "Windows-1252"),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 3, "surrogate"), ([0x61, 0x3A, 0x20, 0xC0, 0xAF], 3, ""),
      ([0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], 3, ""), ([0x61, 0x3A, 0x20, 0xE2, 0x82], 3, ""),
      ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0x20, 0xFF], 6, ""),
    ] as [([UInt8], Int, String)])
  func encoding(_ bytes: [UInt8], _ offset: Int, _ name: String) {
    let result = YAMLReader.read(bytes[...])
    #expect(result.verdict == "encoding")
    #expect(result.problems.first?.range.lowerBound == offset)
    #expect(result.problems.first?.message.contains("offset \(offset)") == true)
    if !name.isEmpty { #expect(result.problems.first?.message.contains(name) == true) }
  }

  @Test("what grows ends at a limit, or is read", arguments: GrowingYAML.allCases)
  func growing(_ bomb: GrowingYAML) {
    var limits = InputLimits.standard
    limits.frontMatterBytes = 1 << 20
    let text = Array(bomb.text(6_000).utf8)
    #expect(YAMLReader.read(text[...], limits: limits).verdict == bomb.verdict)
    // The whole way, where what cannot be read is looked into line by line.
    let reading = Reading(Array("---\n".utf8) + text + Array("\n---\nB".utf8), limits: limits)
    #expect(reading.frontMatter == nil ? reading.bodyStart == 0 : reading.body == "B")
    #expect(reading.diagnostics.isEmpty == ["value", "empty"].contains(bomb.verdict))
  }

  @Test func overTheByteLimitNothingIsRead() {
    let text = "---\na: " + String(repeating: "x", count: 70_000) + "\n---\nB"
    let reading = Reading(text)
    #expect(reading.diagnostics.map { $0.message.contains("65536 bytes") } == [true])
    #expect(reading.body == "B")
    #expect(reading.frontMatter?.entries == [])
  }

  @Test(
    "all cases of the hostile collection get their verdict",
    .enabled(if: SharedData.exists("pathological/yaml_cases.py"), "../shared/pathological is absent"))
  func collection() throws {
    let script = try #require(SharedData.path("pathological/yaml_cases.py"))
    let lines = try output(
      "import runpy; m = runpy.run_path('\(script)'); print('\\n'.join(v + ' ' + m['data'](t).hex() for v, t in m['C']))"
    )
    #expect(lines.count == 129)
    for line in lines {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      let bytes = unhex(parts.count > 1 ? parts[1] : "")
      #expect(YAMLReader.read(bytes[...]).verdict == parts[0], "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(
    "all bombs of the hostile collection end",
    .enabled(if: SharedData.exists("pathological/yaml_cases.py"), "../shared/pathological is absent"))
  func bombs() throws {
    let script = try #require(SharedData.path("pathological/yaml_cases.py"))
    let lines = try output(
      "import runpy; m = runpy.run_path('\(script)'); print('\\n'.join(n + ' ' + f(k).encode()[:65000].hex() "
        + "for n, f in m['BOMBS'].items() for k in (3, 40, 4000 if 'maps' not in n and 'block-m' not in n else 300)))")
    #expect(lines.count == 60)
    for line in lines {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      let bytes = unhex(parts.count > 1 ? parts[1] : "")
      let reading = Reading(Array("---\n".utf8) + bytes + Array("\n---\nB".utf8))
      #expect(reading.body.hasSuffix("B"), "\(parts[0])")
    }
  }
}

/// Lines that a Python script prints.
private func output(_ script: String) throws -> [Substring] {
  let python = Process()
  python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  python.arguments = ["python3", "-I", "-c", script]
  let pipe = Pipe()
  python.standardOutput = pipe
  try python.run()
  let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  python.waitUntilExit()
  return text.split(separator: "\n")
}

private func unhex(_ text: Substring) -> [UInt8] {
  var bytes: [UInt8] = []
  var high: UInt8?
  for digit in text.utf8 {
    let value = digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
    if let first = high {
      bytes.append(first << 4 | value)
      high = nil
    } else {
      high = value
    }
  }
  return bytes
}
