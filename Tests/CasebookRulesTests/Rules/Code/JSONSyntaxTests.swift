import CasebookModel
import CasebookRules
import CasebookSource
import Foundation
import Testing

@Suite("JSON is checked to the byte") struct JSONSyntaxTests {
  private func findings(_ code: [UInt8], language: String = "json") -> [Diagnostic] {
    let fence = String(repeating: "`", count: 8)
    let text = Array("\(fence)\(language)\n".utf8) + code + Array("\n\(fence)\n".utf8)
    let document = DocumentReader.read(SourceFile(path: "a.md", bytes: text))
    return RuleSet().check(document).filter { $0.rule == RuleID(201) }
  }

  @Test(arguments: [
    "{}", "[]", "0", "-0", "1e5", "-1.25E+10", "\"\"", "\"\\u00E9\\\"\\\\\\/\"", "true", "null", " [1 , 2 ] ",
    "{\"a\":{\"b\":[{}]}}", "[[[]]]", "\"é🐛\"", "{\"a\":1,\"a\":2}",
  ]) func validIsSilent(code: String) { #expect(findings(Array(code.utf8)).isEmpty) }

  @Test(
    "each fault is named where it stands",
    arguments: [
      ("[1⟦,⟧]", "the last member takes no comma behind it"), ("[⟦,⟧1]", "a value is missing here"),
      ("[1 ⟦2⟧]", "elements must be separated by a comma"), ("{\"a\" ⟦1⟧}", "a key must be followed by a colon"),
      ("{⟦a⟧: 1}", "a JSON key must be in double quotes"), ("[⟦01⟧]", "a JSON number has no leading zero"),
      ("[⟦.5⟧]", "a JSON value is"), ("[⟦1.⟧]", "a number needs a digit behind its point"),
      ("[⟦5ms⟧]", "a JSON number is digits"), ("[⟦None⟧]", "JSON writes `null`"),
      ("[\"⟦\\q⟧\"]", "a backslash in a JSON string"), ("[⟦\"a⟧\n\"]", "a JSON string must end on the line"),
      ("[\"a⟦\t⟧b\"]", "a control character"), ("[1, 2⟦}⟧", "brackets must close in the order"),
      ("{} ⟦{⟧}", "a JSON text is one value"), ("{\"a\": ⟦<id>⟧}", "a placeholder is JSON only in quotes"),
      ("{\"a\": 1 ⟦# one⟧\n}", "JSON has no comments"), ("[⟦…⟧]", "`…` leaves something out"),
      ("{\"a\": ⟦}⟧", "a value must stand before this bracket"), ("[1, [2⟦]⟧", "an array must end with `]`"),
    ]) func faults(marked: String, message: String) throws
  {
    let text = MarkedText(marked)
    let found = findings(text.bytes)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.message.hasPrefix(message), "\(finding.message)")
    let lines = LineTable(text.bytes)
    let expected = text.ranges.map { range in
      let (start, end) = (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
      return "\(start.line + 1):\(start.column)-\(end.line + 1):\(end.column)"
    }
    #expect([finding.range.description] == expected)
  }

  @Test(
    "what real runbooks write into such fences, knowing that it is no JSON, is a warning",
    arguments: [
      "POST /tasks/pods%2Flist\n{\"all\": true}", ">Get-Task | ConvertTo-Json\n{\"a\": 1}", "-----part-----\n\"a\": {}",
      "\\\"type\\\": \\\"a\\\"", ",\n{\"a\": 1}", "(...)\n\"a\": [1]\n(...)", "{\"status\": \"success\" | \"error\"}",
      "2026-01-05T10:00:00Z {\"a\": 1}",
    ])
  func knownToBeNoJSON(code: String) {
    #expect(findings(Array(code.utf8)).map(\.severity) == [.warning])
  }

  @Test(
    "a value in quotes of another language is an error from the first byte on",
    arguments: ["'a'", "{'a': 1}", "[True]"])
  func otherQuotes(code: String) {
    #expect(findings(Array(code.utf8)).map(\.severity) == [.error])
  }

  @Test func depthIsHarmless() {
    for unit in ["[", "{\"a\":"] {
      let found = findings(Array(String(repeating: unit, count: 100_000).utf8))
      #expect(found.count == 1)
      #expect(found.first?.notes.first?.message == "opened here")
    }
  }

  /// Four thousand texts, each a valid one with some bytes changed, judged by another parser as well.
  @Test func agreesWithAnotherParser() {
    let seeds = [
      #"{"a": [1, -2.5e3, "x\u00e9\n", true, null], "b": {"c": false}}"#, #"[{"id": 10, "t": "a\\b"}, [], {}, "", 0]"#,
    ]
    let alphabet = Array(#"{}[],:"\ 01-+.eEtrufalsn/b"#.utf8)
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var rejected = 0
    for round in 0..<4_000 {
      var code = Array(seeds[round % seeds.count].utf8)
      for _ in 0...next(3) {
        let at = next(code.count)
        switch next(3) {
        case 0: code[at] = alphabet[next(alphabet.count)]
        case 1: code.remove(at: at)
        default: code.insert(alphabet[next(alphabet.count)], at: at)
        }
      }
      let isValid = (try? JSONSerialization.jsonObject(with: Data(code), options: .fragmentsAllowed)) != nil
      if !isValid { rejected += 1 }
      let found = findings(code)
      // Foundation lets a comma stand before `]`; RFC 8259 does not.
      if isValid, found.first?.message == "the last member takes no comma behind it" { continue }
      #expect(found.isEmpty == isValid, "\(String(decoding: code, as: UTF8.self))")
    }
    #expect(rejected > 1_000 && rejected < 3_900)
  }
}
