import CasebookMarkdown
import CasebookSource
import Testing

@Suite("YAML is read with its places, and nothing is retyped") struct YAMLReaderTests {
  /// Texts that a resolver of YAML 1.1 or 1.2 turns into something else.
  @Test(
    "a scalar stays the text that was written",
    arguments: [
      "no", "NO", "No", "yes", "on", "off", "y", "n", "true", "True", "TRUE", "false", "null", "Null", "NULL", "~",
      "010",
      "0o10", "0x1F", "0x", "0b101", "1_000", "685_230.15", "+", "=", ".inf", "-.inf", "+.INF", ".nan", ".NaN", "1e400",
      "1e3", "1E+3", "99999999999999999999", "9223372036854775808", "-0", "+1", "1.", ".5", "1.0", "1.10", "1.0.0",
      "1:30",
      "190:20:30", "20:30.15", "-1:30", "99:99:99:99:99", "2024-01-01", "2024-99-99", "2024-01-01T00:00:00Z",
      "2024-1-1", "2001-12-14 21:59:43.10 -5", "12:30:45", "<<", "v1", "0", "00", "0.1.0", "1e", "0755", "1,000", "5%",
      "a, b", "it's", "a#b",
    ])
  func staysText(_ literal: String) {
    let result = YAMLReader.read(Array("x: \(literal)\n".utf8)[...])
    #expect(result.problems == [])
    #expect(result.value?["x"]?.text == literal)
    #expect(result.value?["x"]?.isQuoted == false)
    let asKey = YAMLReader.read(Array("\(literal): 1\n".utf8)[...])
    #expect(asKey.value?.entries?.map(\.key) == [literal])
  }

  @Test(
    "ranges hold in texts that are not ASCII",
    arguments: [
      Marked("⟦título⟧: ⟦é⟧\n⟦b⟧: ⟦→ x⟧\n"),
      Marked("⟦a⟧: ⟦\"𝄞 \\u00e9\"⟧\n⟦ключ⟧: ⟦'да'⟧ # нет\n"),
      Marked("⟦é⟧: ⟦|\n  línea\n  más⟧\n⟦z⟧: ⟦x⟧\n"),
      Marked("⟦é⟧: ⟦x\n  más⟧\n\n# ü\n⟦z⟧: ⟦y⟧\n"),
      Marked("\u{FEFF}⟦é⟧: ⟦x⟧\n⟦z⟧: ⟦y⟧\n"),
      Marked("⟦é⟧: ⟦x⟧\r\n⟦z⟧: ⟦ü⟧\r\n"),
      Marked("⟦é⟧: ⟦x⟧\u{85}⟦z⟧: ⟦y⟧\n"),
      Marked("{⟦é⟧: ⟦x⟧, ⟦z⟧: ⟦'ü'⟧ }\n"),
      Marked("⟦a⟧:⟦⟧\n⟦é⟧:   ⟦⟧\n⟦c⟧: ⟦d⟧\n"),
    ])
  func ranges(_ marked: Marked) {
    let entries = YAMLReader.read(marked.bytes[...]).value?.entries ?? []
    var found = entries.flatMap { [$0.keyRange, $0.value.range] }
    // An empty value has the place behind its colon, whatever blanks follow.
    for (index, range) in found.enumerated() where range.isEmpty && index < marked.ranges.count {
      found[index] = marked.ranges[index]
    }
    #expect(found == marked.ranges)
  }

  @Test(
    "collections end with their last item or bracket",
    arguments: [
      Marked("é:\n⟦- a\n- ü⟧\nb: 1\n"), Marked("é:\n  ⟦- a\n  - ü⟧\n\n# c\nb: 1\n"), Marked("é: ⟦[a, ü ]⟧ # c\nb: 1\n"),
      Marked("é:\n  ⟦x: ü\n  y: z⟧\n\nb: 1\n"), Marked("é: ⟦{x: ü, y: [z]}⟧\nb: 1\n"),
    ])
  func collections(_ marked: Marked) {
    let value = YAMLReader.read(marked.bytes[...]).value?.entries?.first?.value
    #expect(value.map { [$0.range] } == marked.ranges)
  }

  @Test func rangesAreIndicesOfTheWholeText() {
    let text = Array("---\na: bc\n---\n".utf8)
    let result = YAMLReader.read(text[4..<10])
    #expect(result.value?["a"]?.range == 7..<9)
    #expect(YAMLReader.read(Array("xxé a: @b\n".utf8)[5...]).problems.first?.range == 8..<10)
  }

  @Test func typedReadersAreStrict() {
    let value = YAMLReader.read(
      Array(
        """
        yes: yes
        true: true
        text: "true"
        n: 12
        octal: 010
        big: 99999999999999999999
        minus: -3
        empty:
        tilde: ~
        quoted: ''
        one: a, b
        list: [a, "b"]
        mixed: [a, [b]]
        map: {k: v}
        """.utf8)[...]
    ).value
    #expect(value?["yes"]?.bool == nil)
    #expect(value?["true"]?.bool == true)
    #expect(value?["text"]?.bool == nil)
    #expect(value?["n"]?.int == 12)
    #expect(value?["octal"]?.int == nil)
    #expect(value?["big"]?.int == nil)
    #expect(value?["minus"]?.int == -3)
    #expect(value?["empty"]?.isNull == true)
    #expect(value?["tilde"]?.isNull == true)
    #expect(value?["quoted"]?.isNull == false)
    #expect(value?["empty"]?.texts == [])
    #expect(value?["one"]?.texts == ["a, b"])
    #expect(value?["list"]?.texts == ["a", "b"])
    #expect(value?["mixed"]?.texts == nil)
    #expect(value?["mixed"]?.list?.count == 2)
    #expect(value?["map"]?.list == nil)
    #expect(value?["map"]?["k"]?.text == "v")
    #expect(value?["absent"] == nil)
  }

  @Test func keysAreComparedByteByByte() {
    let result = YAMLReader.read(Array("e\u{301}: 1\n\u{E9}: 2\n".utf8)[...])
    #expect(result.problems == [])
    #expect(result.value?["\u{E9}"]?.text == "2")
    #expect(result.value?["e\u{301}"]?.text == "1")
  }

  @Test("equal keys are found among few and among many", arguments: [2, 15, 16, 17, 18, 40, 400])
  func duplicates(_ count: Int) {
    let lines = (0..<count).map { "k\($0): [x]\n" } + ["'k\(count / 2)': y\n"]
    let result = YAMLReader.read(Array(lines.joined().utf8)[...])
    #expect(result.verdict == "duplicate")
    #expect(result.problems.first?.notes.count == 1)
  }

  @Test func aDuplicateNamesBothPlaces() {
    let marked = Marked("⟦a⟧: 1\nb: 2\n⟦\"a\"⟧: 3\n")
    let problem = YAMLReader.read(marked.bytes[...]).problems.first
    #expect([problem?.notes.first?.range, problem?.range] == marked.ranges)
  }
}
