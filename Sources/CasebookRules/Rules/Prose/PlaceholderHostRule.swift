import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB606: a command that calls a host which exists nowhere.
struct PlaceholderHostRule: DocumentRule {
  let description = RuleDescription(
    606, "placeholder-host", .info, basis: .heuristic,
    what: "A block of code calls a host whose name stands for another one: `api`, `host`, `your-server`.",
    why: """
      Who copies the command gets a failing look-up, or another host's answer. `localhost` with a port works on every \
      machine, `example.com` is reserved, and `$HOST` says that something is to be filled in.
      """,
    triggering: [
      RuleExample("a host called api", "```sh\ncurl http://⟦api⟧/users\n```\n"),
      RuleExample("with a port", "```python\nget(\"https://⟦your-server⟧:8080/\")\n```\n"),
    ],
    accepted: [
      RuleExample("this machine", "```sh\ncurl http://localhost:8080/users\n```\n"),
      RuleExample(
        "a reserved name, a variable", "```sh\ncurl https://example.com http://$HOST/ http://api.dev/\n```\n"),
      RuleExample("prose", "See http://api/users.\n"),
    ])

  private static let names: Set<String> = [
    "api", "app", "domain", "domain.com", "host", "hostname", "my-server", "mydomain.com", "myhost", "myserver",
    "server", "service", "site", "url", "website", "your-domain.com", "your-host", "your-server", "yourdomain.com",
    "yourhost", "yourserver", "yoursite.com",
  ]

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for code in context.survey.codeBlocks {
      // What a quoted document holds is looked at by itself.
      guard code.language != "markdown", code.language != "md" else { continue }
      document.withTree(code.block) { tree in
        guard Self.holdsAddress(tree.source.bytes, tree[code.block.node].source.range) else { return }
        for line in tree.contentLines(of: code.block.node) { check(line, tree, &findings) }
      }
    }
    return findings
  }

  /// Whether `://` stands anywhere, which few blocks have.
  private static func holdsAddress(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      let end = min(range.upperBound, text.count) - 2
      var index = range.lowerBound
      while index < end, let colon = ByteSearch.first(of: 0x3A, in: text, index..<end) {
        if text[colon + 1] == 0x2F, text[colon + 2] == 0x2F { return true }
        index = colon + 1
      }
      return false
    }
  }

  private func check(_ line: Range<Int>, _ tree: Document, _ findings: inout [Diagnostic]) {
    let text = tree.source.bytes
    var index = line.lowerBound
    while index + 3 < line.upperBound {
      guard text[index] == 0x3A, text[index + 1] == 0x2F, text[index + 2] == 0x2F else {
        index += 1
        continue
      }
      let start = index + 3
      var end = start
      while end < line.upperBound, Self.isHostByte(text[end]) { end += 1 }
      index = max(end, start)
      // A user, a variable or a template goes on behind the name.
      let next = end < line.upperBound ? text[end] : 0x20
      let isWhole = next <= 0x20 || Array("/:?#\"'`)>;,".utf8).contains(next)
      guard isWhole, end - start <= 20 else { continue }
      let name = String(decoding: text[start..<end], as: UTF8.self)
      guard Self.names.contains(name.lowercased()) else { continue }
      findings.append(
        finding(
          tree.source.file.path, tree.source.range(of: start..<end),
          "a command must call a host that is there; `\(name)` is a placeholder"))
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
