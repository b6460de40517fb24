import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One finding as every format can tell it.
private struct Told: Hashable, Comparable, CustomStringConvertible {
  var path: String
  var line: Int
  var rule: String

  var description: String { "\(path):\(line) \(rule)" }

  static func < (a: Told, b: Told) -> Bool { a.description < b.description }
}

/// All formats, read back from what the command prints about the same documents.
@Suite(
  "Every format tells the same findings", .enabled(if: Executable.exists, "SKIPPED: the executable is not built"))
struct SameFindingsTests {
  private static let documents = [
    "a.md": "# A\n\n```\nx\n```\n\n```json\n{\"a\": }\n```\n\nTODO: measure\n\n# B\n\n## Same\n\n## Same\n",
    "é ü.md": "---\nid: a\nid: b\n---\n# A “quoted” 🐛 \n\n```sh\ncurl http://api/x  \n```\n",
    "sub/b,c.md": "# 100% a\n\n**Problem**: slow <b>&amp;</b>\n\n- a\n- a\n\n```sh\nopen\n",
  ]

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    _ = try sandbox.run(
      "rm -rf content templates; mkdir -p content/sub; rm -f casebook.yml; git init -q . 2>/dev/null; true")
    for (name, text) in Self.documents {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/content/\(name)"))
    }
    return sandbox
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func allOfThem() throws {
    let sandbox = try sandbox()
    func output(_ format: String) throws -> String {
      try sandbox.run("casebook validate --fail-on never --format \(format) 2>/dev/null").output
    }
    let json = try object(output("json"))
    let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
    let expected = try diagnostics.map { item -> Told in
      let range = try #require(item["range"] as? [String: [String: Int]])
      return Told(
        path: try #require(item["path"] as? String), line: try #require(range["start"]?["line"]),
        rule: try #require(item["rule"] as? String))
    }.sorted()
    #expect(Set(expected.map(\.rule)).count >= 8, "\(expected)")
    #expect(Set(expected.map(\.path)).count == 3)

    func told(_ text: String, _ pattern: Regex<(Substring, path: Substring, line: Substring, rule: Substring)>)
      -> [Told]
    {
      text.matches(of: pattern).compactMap { match in
        Int(match.output.line).map {
          Told(path: String(match.output.path), line: $0, rule: String(match.output.rule))
        }
      }.sorted()
    }
    #expect(told(try output("short"), #/(?<path>[^\n]+):(?<line>\d+):\d+: \w+: [^\n]* \[(?<rule>CB\d+)\]/#) == expected)

    let human = try output("human").matches(
      of: #/(?:error|warning|info)\[(CB\d+)\]: [^\n]*\n *--> ([^\n]+):(\d+):\d+\n/#)
    #expect(
      human.compactMap { match in
        Int(match.output.3).map { Told(path: String(match.output.2), line: $0, rule: String(match.output.1)) }
      }.sorted() == expected)

    let run = try #require((object(output("sarif"))["runs"] as? [[String: Any]])?.first)
    let sarif = try (run["results"] as? [[String: Any]] ?? []).map { result -> Told in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let place = try #require(location["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: String])?["uri"])
      return Told(
        path: try #require(uri.removingPercentEncoding),
        line: try #require((place["region"] as? [String: Int])?["startLine"]),
        rule: try #require(result["ruleId"] as? String))
    }
    #expect(sarif.sorted() == expected)

    let junit = JUnitFindings()
    let parser = XMLParser(data: Data(try output("junit").utf8))
    parser.delegate = junit
    #expect(parser.parse())
    #expect(
      told(junit.text, #/(?<path>[^\n]+):(?<line>\d+):\d+: \w+: [^\n]* \[(?<rule>CB\d+)\]/#) == expected)

    // Annotations are ten of a kind; the summary page has all.
    let summary = try sandbox.run(
      "GITHUB_STEP_SUMMARY=summary casebook validate --fail-on never --format github >annotations; cat summary"
    ).output
    let rows = summary.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("CB") }
    #expect(rows.count == expected.count)
    let annotations = try sandbox.run("cat annotations").output
      .matches(of: #/::\w+ file=(?<path>[^,]+),line=(?<line>\d+),[^\n]*title=(?<rule>CB\d+) /#)
    for match in annotations {
      let path = String(match.output.path).replacing("%2C", with: ",").replacing("%3A", with: ":").replacing(
        "%25", with: "%")
      let item = Told(path: path, line: Int(match.output.line) ?? 0, rule: String(match.output.rule))
      #expect(expected.contains(item), "\(item)")
    }
    #expect(!annotations.isEmpty)

    let statistics = try output("statistics").matches(of: #/(\d+)  (?:error|warning|info) +(CB\d+) /#)
    let counts = Dictionary(grouping: expected, by: \.rule).mapValues(\.count)
    #expect(
      Dictionary(statistics.map { (String($0.output.2), Int($0.output.1) ?? 0) }, uniquingKeysWith: +) == counts)
  }
}

/// Collects the text of failures.
private final class JUnitFindings: NSObject, XMLParserDelegate {
  var text = ""
  private var isInside = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "failure" { isInside = true }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { if isInside { text += string } }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "failure" { text += "\n" }
    isInside = false
  }
}
