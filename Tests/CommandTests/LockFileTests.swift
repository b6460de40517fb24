import Foundation
import TestSupport
import Testing

@Suite("Only --bless writes what is proved") struct LockFileTests {
  /// A knowledge base with one case, proved by the catalogue of the tests.
  private func shop() throws -> Sandbox {
    let sandbox = try Sandbox()
    let lines = [
      "mkdir -p shop/content shop/Sources/Shop && echo 'let check = 1' > shop/Sources/Shop/Lost.swift",
      "printf 'title: Shop\\nchecks: catalogue\\nbaseline: known.txt\\n' > shop/casebook.yml",
      "printf -- '---\\nid: shop\\n---\\n# Changes vanish\\n\\n**Problem**: 5%% of changes vanish\\n\\n### 1. Root cause\\n\\n```python {.bug}\\nrow = db.get(1)\\n```\\n\\n### 2. Fix\\n\\n```python {.fix check=shop/lost}\\ndb.run(1)\\n```\\n\\n```swift {.doctest}\\n1 + 1 // → 2\\n```\\n' > shop/content/shop.md",
      "cd shop && casebook check --bless --all",
    ]
    for line in lines {
      let (output, status) = try sandbox.run(line)
      try #require(status == 0, "\(output)")
    }
    return sandbox
  }

  /// All files below `proof` with their bytes and times.
  private func records(_ sandbox: Sandbox) throws -> [String: String] {
    let (output, _) = try sandbox.run(
      "cd shop/content/proof && find . -type f -printf '%p %T@ %i ' -exec sha256sum {} ';' && ls -A . shop")
    return ["records": output]
  }

  /// What is called of each command; a command that is not here fails the test.
  private static let calls: [String: [String]] = [
    "validate": [
      "validate", "validate --format json", "validate --write-baseline", "validate content/shop.md --verbose",
    ],
    "fix": ["fix", "fix --diff", "fix --write --style", "fix --write --unsafe"],
    "explain": ["explain", "explain CB402"],
    "tools": ["tools", "tools leak", "tools leak --json"],
    "doctor": ["doctor leak"],
    "search": ["search vanish", "search vanish --json"],
    "match": ["match content/shop.md"],
    "show": ["show shop", "show shop --format json"],
    "list": ["list", "list --json"],
    "render": ["render content/shop.md --format html", "render content/shop.md --format json"],
    "build": ["build", "build --output other", "build"],
    "serve": ["serve --port 0", "serve"],
    "check": [
      "check", "check shop", "check shop/lost", "check --all", "check --all --json", "check --all --junit r.xml",
      "check --list",
      "check --list --json", "check coverage", "check coverage --json", "check --bless", "check nothing",
    ],
    "new": ["new another"],
    "export": ["export json", "export"],
    "schema": ["schema evidence", "schema document"],
    "help": ["help check"],
  ]

  @Test("no other command touches lock or evidence, whatever the documents and checks are like") func everyCommand()
    throws
  {
    let sandbox = try shop()
    let blessed = try records(sandbox)
    let help = try sandbox.run("casebook --help").output
    let rows = help.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "Commands:" }.dropFirst()
      .prefix { !$0.isEmpty }
    let names = rows.compactMap { $0.split(separator: " ").first.map(String.init) }
    try #require(names.count >= 13)
    for name in names {
      let calls = try #require(Self.calls[name], "say how '\(name)' is called")
      for call in calls {
        let seconds = name == "serve" ? 2 : 60
        _ = try sandbox.run("cd shop && timeout \(seconds) casebook \(call) > /dev/null 2>&1")
        #expect(try records(sandbox) == blessed, "casebook \(call)")
      }
    }
    // Checks that fail or die, also where they are to be blessed.
    for mood in [
      "notProved", "notReproduced", "both", "refuted", "skipped", "error", "liar", "crash", "broken", "double",
    ] {
      let line = "cd shop && echo \(mood) > mood && casebook check --all; casebook check --bless shop; rm mood"
      _ = try sandbox.run(line)
      #expect(try records(sandbox) == blessed, "\(mood)")
    }
    // One that finds another figure.
    _ = try sandbox.run("cd shop && echo drift > mood && casebook check --all; rm mood")
    #expect(try records(sandbox) == blessed)
  }

  @Test("a blessing writes what passed, and the next command leaves it so") func blessing() throws {
    let sandbox = try shop()
    let blessed = try records(sandbox)
    _ = try sandbox.run("cd shop && sed -i 's/db.run(1)/db.run(2)/' content/shop.md && casebook check && casebook list")
    #expect(try records(sandbox) == blessed)
    #expect(try sandbox.run("cd shop && casebook check --bless shop").status == 0)
    #expect(try records(sandbox) != blessed)
  }
}
