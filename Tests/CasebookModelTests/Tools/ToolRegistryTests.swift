import CasebookSource
import TestSupport
import Testing

@testable import CasebookModel

@Suite("The built-in registry of tools") struct ToolRegistryTests {
  private let registry = ToolRegistry.builtIn

  @Test("The embedded copy is tools.yml: run `make templates`") func embedded() {
    let isSame = "\(BuiltInTools.text)" == Repository.text("Sources/CasebookModel/Tools/tools.yml")
    #expect(isSame)
  }

  @Test func isReadWithoutAMistake() {
    let bytes = Repository.bytes("Sources/CasebookModel/Tools/tools.yml")
    let result = ToolRegistryReader.read(bytes, path: "tools.yml", over: ToolRegistry())
    #expect(result.mistakes.map { "\($0.position): \($0.message)" } == [])
    #expect(result.registry.tools.count >= 80)
    #expect(result.registry == registry)
  }

  @Test("every entry says what a reader at 3 a.m. needs") func entriesAreWhole() {
    for tool in registry.tools {
      #expect(tool.summary.hasSuffix(".") && tool.summary.utf8.count <= 140, "\(tool.id): \(tool.summary)")
      #expect(!tool.firstCommands.isEmpty, "\(tool.id) has no first command")
      #expect(tool.effects.isEmpty || tool.caution != nil, "\(tool.id) has effects and no caution")
      #expect(tool.caution?.hasSuffix(".") ?? true, "\(tool.id)")
      #expect(!tool.isLive || !tool.effects.isEmpty, "\(tool.id)")
      #expect(!tool.install.isEmpty || tool.status == .deprecated, "\(tool.id) comes from nowhere")
      #expect(tool.issueTypes.allSatisfy { IssueKind(rawValue: $0) != nil }, "\(tool.id): \(tool.issueTypes)")
      #expect(tool.module == nil || tool.executables == ["python3"], "\(tool.id)")
      #expect(tool.languages.allSatisfy { Tool.title(ofLanguage: $0) != $0 }, "\(tool.id): \(tool.languages)")
    }
  }

  @Test("what is deprecated names a successor that is not") func successors() {
    for tool in registry.tools {
      #expect((tool.status == .deprecated) == (tool.successor != nil), "\(tool.id)")
      guard let successor = tool.successor else { continue }
      let next = registry.find(successor)
      #expect(next?.name == successor && next?.status == .maintained, "\(tool.id) → \(successor)")
    }
  }

  @Test("no spelling means two tools") func spellingsAreUnique() {
    var owners: [String: String] = [:]
    for tool in registry.tools {
      for name in Set(([tool.id] + tool.spellings).map(ToolRegistry.fold)) {
        #expect(owners[name] == nil, "\(name): \(owners[name] ?? "") and \(tool.id)")
        owners[name] = tool.id
      }
    }
  }

  @Test("each of the seven kinds of problem has tools for four languages and the system") func kindsAreServed() {
    for kind in IssueKind.allCases {
      #expect(registry.tools(for: kind.rawValue).count >= 8, "\(kind)")
      #expect(IssueKind.of(kind.rawValue) == kind)
    }
    for kind in [IssueKind.memoryLeaks, .highCPU] {
      for language in ["python", "jvm", "go", "javascript", "c", "rust", "swift"] {
        #expect(registry.tools(for: kind.rawValue).contains { $0.sees(language) }, "\(kind) \(language)")
      }
    }
  }

  @Test(arguments: [
    ("wireshark", "wireshark"), ("Wireshark", "wireshark"), ("EXPLAIN ANALYZE", "explain-analyze"),
    ("EXPLAIN ANALYZE (on a replica)", "explain-analyze"), ("EXPLAIN (FORMAT JSON)", "explain"),
    ("pidstat -d", "pidstat"), ("perf trace -p 1", nil), ("memory-profiler", "memory_profiler"),
    (" TSan ", "thread-sanitizer"), ("go test -race", "go-race-detector"), ("Slow Query Log", "slow-query-log"),
    ("", nil), ("()", nil), ("-", nil), ("unheard of", nil),
  ])
  func isFoundAsPeopleWriteIt(_ written: String, _ id: String?) { #expect(registry.find(written)?.id == id) }

  @Test func servesByWhateverNameTheProblemHas() {
    #expect(registry.find("cProfile")?.serves("cpu-profiling") == true)
    #expect(registry.find("cProfile")?.serves("high-cpu") == true)
    #expect(registry.find("lsof")?.serves("disk-io") == false)
    #expect(registry.find("strace")?.serves("disk-i-o") == false)
    #expect(registry.find("iostat")?.serves("unheard-of") == false)
  }
}

@Suite("A knowledge base's own tools") struct ToolRegistryReaderTests {
  private func read(_ text: String) -> (registry: ToolRegistry, mistakes: [String]) {
    let result = ToolRegistryReader.read(Array(text.utf8), path: "t.yml", over: .builtIn)
    return (result.registry, result.mistakes.map { "\($0.position): \($0.message)" })
  }

  @Test func anEntryChangesSingleFields() {
    let result = read("strace:\n  caution: ask Ann first\n  issue-types: [disk-io]\n")
    let before = ToolRegistry.builtIn[id: "strace"]
    let after = result.registry[id: "strace"]
    #expect(result.mistakes == [])
    #expect(after?.caution == "ask Ann first" && after?.issueTypes == ["disk-io"])
    #expect(after?.summary == before?.summary && after?.firstCommands == before?.firstCommands)
    #expect(result.registry.tools.count == ToolRegistry.builtIn.tools.count)
  }

  @Test func anEntryAddsATool() {
    let result = read(
      """
      # ours
      paytrace:
        name: PayTrace
        summary: Follows a payment.
        issue-types: [payments]
        languages: [java, py]
        effects: slows
        caution: ask first
        install: {apt: paytrace}
        first: paytrace --id ID
      """)
    let tool = result.registry.find("paytrace")
    #expect(result.mistakes == [])
    #expect(tool?.name == "PayTrace" && tool?.languages == ["jvm", "python"] && tool?.effects == [.slows])
    #expect(tool?.serves("payments") == true && tool?.firstCommands == ["paytrace --id ID"])
    #expect(result.registry.tools.last == tool)
  }

  @Test func nullTakesAnInheritedCautionAway() {
    #expect(read("strace: {caution: ~}\n").registry[id: "strace"]?.caution == nil)
  }

  @Test("an empty file, one of comments alone and one with a byte-order mark are read")
  func emptyFiles() {
    for text in ["", "# none\n", "\u{FEFF}# none\n", "\n\n"] { #expect(read(text).mistakes == [], "\(text)") }
    #expect(read("\u{FEFF}strace: {caution: x}\r\n").registry[id: "strace"]?.caution == "x")
  }

  @Test(
    "every mistake has its place and says what was meant",
    arguments: [
      ("strace:\n  sumary: x\n", ["2:3: unknown key 'sumary'; did you mean 'summary'?"]),
      ("strac:\n  caution: x\n", ["1:1: the new tool 'strac' must have a 'summary'; did you mean to change 'strace'?"]),
      ("strace: fast\n", ["1:9: 'strace' must be a map from field to value"]),
      ("strace: {effects: [slow]}\n", ["1:19: 'effects' can't be 'slow'; did you mean 'slows'?"]),
      ("strace: {status: old}\n", ["1:18: 'status' can't be 'old'; one of maintained, deprecated"]),
      ("strace: {live: yes}\n", ["1:16: 'live' must be true or false"]),
      ("strace: {install: {atp: x}}\n", ["1:20: unknown way to install 'atp'; did you mean 'apt'?"]),
      ("strace: {executable: ../x}\n", ["1:22: 'executable' must be a name that PATH finds; '../x' is none"]),
      (
        "My Tool: {summary: x}\n",
        [
          "1:1: the id of a tool must consist of small letters, digits, '-' and '_'; write 'my-tool' and give the name by 'name'"
        ]
      ),
      (
        "strace: {issue-types: [Disk I/O]}\n",
        ["1:23: an issue type is named by its id; write 'disk-io' for 'Disk I/O'"]
      ),
      ("strace: {output: {form: x}}\n", ["1:18: 'output' must have 'form', 'has' and 'claims'"]),
      ("strace: {first: [\"a\\nb\"]}\n", ["1:17: 'first' must be a text or a list of texts, each of one line"]),
      ("strace:\n  caution: a\nlsof:\n  cautoin: b\n", ["4:3: unknown key 'cautoin'; did you mean 'caution'?"]),
    ])
  func mistakes(_ text: String, _ expected: [String]) { #expect(read(text).mistakes == expected) }

  @Test("what is no YAML is told with its place, and nothing is lost of the built-in tools")
  func brokenYAML() {
    for text in ["strace: [\n", "- a\n", "a: &x 1\nb: *x\n", "strace: {}\nstrace: {}\n", "a: \u{FF}\u{0}"] {
      let result = read(text)
      #expect(result.mistakes.count == 1, "\(text): \(result.mistakes)")
      #expect(result.registry == .builtIn)
    }
  }
}
