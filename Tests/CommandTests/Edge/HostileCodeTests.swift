import CasebookModel
import CasebookRules
import CasebookSource
import Foundation
import Testing

@testable import casebook

private func has(_ program: String) -> Bool {
  var programs = ParserPrograms()
  return programs.start([ParserRun(program, ["--version"])]).first?.end == .exited(0)
}

/// Findings of the rule about syntax in a document of such blocks, as `line message`.
private func faults(_ blocks: [(language: String, code: String)]) -> [String] {
  let text = "# Notes\n\n" + blocks.map { "~~~~~~~~ \($0.language)\n\($0.code)\n~~~~~~~~\n" }.joined(separator: "\n")
  var programs = ParserPrograms()
  let file = SourceFile(path: "a.md", text: text)
  var limits = InputLimits.standard
  limits.documentBytes = 16 << 20
  return RuleSet().check(DocumentReader.read(file, limits: limits), start: { programs.start($0) })
    .filter { $0.rule == RuleID(201) }.map { "\($0.range.start.line) \($0.message)" }
}

@Suite("Code is parsed and never run") struct CanaryTests {
  private let canary = FileManager.default.temporaryDirectory.appendingPathComponent("canary-\(UUID().uuidString)").path

  @Test("python3 and bash run nothing of a block", .enabled(if: has("python3") && has("bash"), "SKIPPED: needs both"))
  func nothingRuns() {
    let python = [
      "import os\nos.system('touch \(canary)')", "open('\(canary)', 'w')", "__import__('os').mkdir('\(canary)')",
      "@print(open('\(canary)', 'w'))\ndef f(a=open('\(canary)', 'w')): pass", "class A(open('\(canary)', 'w')): pass",
      "f'{open(\"\(canary)\", \"w\")}'", "# -*- coding: \(canary) -*-\nx = 1",
      "import canary_that_is_nowhere",
      "E\t0\nB\t1\nX\t1\t0\t1\tSyntaxError\tforged", "'''\nE\t0\nX\t1\t0\t1\tSyntaxError\tforged\n'''",
    ]
    let shell = [
      "touch \(canary)", "echo $(touch \(canary))", "echo `touch \(canary)`", "cat <(touch \(canary))",
      "cat <<E\n$(touch \(canary))\nE", ": ${x:=$(touch \(canary))}", "trap 'touch \(canary)' EXIT\nexit",
      "set +n\ntouch \(canary)",
      "f() { touch \(canary); }; f", "(( a[$(touch \(canary))] ))", "[[ -v a[$(touch \(canary))] ]]", "> \(canary)",
      "if true; then touch \(canary)", "echo 'open\ntouch \(canary)", "time touch \(canary)", "exec > \(canary)",
      "shopt -s extglob; echo !(touch \(canary))", "BASH_ENV=\(canary) bash -c :", "<pod>; touch \(canary)",
    ]
    _ = faults(python.map { ("python", $0) } + shell.map { ("bash", $0) })
    #expect(!FileManager.default.fileExists(atPath: canary))
  }

  @Test("swiftc runs nothing of a block", .enabled(if: has("swiftc"), "SKIPPED: needs swiftc")) func swiftRunsNothing()
  {
    let found = faults([
      ("swift", "import Foundation\nFileManager.default.createFile(atPath: \"\(canary)\", contents: nil)"),
      ("swift", "let x = ["), ("swift", "func f() {\n  ...\n}"), ("swift", "let y = 1\nprint(y)"),
    ])
    #expect(!FileManager.default.fileExists(atPath: canary))
    #expect(found.count == 1 && found[0].hasPrefix("9 "), "\(found)")
  }
}

/// Hostile code, named for the failure: nobody wants to read it.
private struct Hostile: CustomTestStringConvertible, Sendable {
  let name: String
  let code: String

  init(_ name: String, _ code: String) {
    self.name = name
    self.code = code
  }

  /// A text over and over.
  init(_ name: String, many text: String, _ count: Int = 100_000, then end: String = "") {
    self.init(name, String(repeating: text, count: count) + end)
  }

  var testDescription: String { name }
}

@Suite(
  "Hostile code hurts no other block", .enabled(if: has("python3") && has("bash"), "SKIPPED: needs python3 and bash"))
struct HostileCodeTests {
  private static let python: [Hostile] = [
    Hostile("10⁵ brackets", many: "("),
    Hostile("10⁵ brackets, closed", many: "(", then: String(repeating: ")", count: 100_000)),
    Hostile("10⁵ signs", many: "-", then: "1"),
    Hostile("a sum of 10⁵", many: "1+", then: "1"),
    Hostile("10⁵ attributes", "x" + String(repeating: ".a", count: 100_000)),
    Hostile("10⁵ calls", "f" + String(repeating: "()", count: 100_000)),
    Hostile("functions in each other", functions),
    Hostile("a line of a megabyte", "x = '" + String(repeating: "a", count: 1_000_000) + "'"),
    Hostile("a megabyte of names", many: "some_name = 1\n", 70_000),
    Hostile("a NUL", "x = '\u{0}'\n\u{0}"),
    Hostile("surrogates and marks", "x = '\\ud800'\n\u{FEFF}y = 1\n\u{2028}z"),
    Hostile("10⁵ lambdas", many: "lambda: ", then: "1"),
    Hostile("a number of 10⁵ digits", many: "9"),
    Hostile("10⁴ f-strings in each other", many: "f'{", 10_000),
  ]

  private static let functions = (0..<1_000).map { depth -> String in String(repeating: " ", count: depth) + "def f():"
  }
  .joined(separator: "\n")

  private static let shell: [Hostile] = [
    Hostile("10⁵ brackets", many: "("),
    Hostile("10⁵ substitutions", many: "$("),
    Hostile("10⁵ ifs", many: "if "),
    Hostile("a line of a megabyte", "echo " + String(repeating: "(", count: 1_000_000)),
    Hostile("10⁵ quotes", many: "'\"", 50_001),
    Hostile("10⁵ here-documents", many: "cat <<E\n"),
  ]

  @Test(arguments: python) private func hostilePython(_ item: Hostile) {
    let (name, code) = (item.name, item.code)
    let found = faults([("python", "x = ("), ("python", code), ("python", "y = )")])
    #expect(found.contains { $0.hasPrefix("4 ") }, "\(name): \(found.map { $0.prefix(80) })")
    let last = code.split(whereSeparator: \.isNewline).count
    #expect(
      found.contains { (Int($0.prefix { $0 != " " }) ?? 0) > last + 6 }, "\(name): \(found.map { $0.prefix(80) })")
  }

  @Test(arguments: shell) private func hostileShell(_ item: Hostile) {
    let (name, code) = (item.name, item.code)
    let found = faults([("sh", "echo 'a"), ("sh", code), ("sh", "echo \"b")])
    #expect(found.count >= 2, "\(name): \(found.map { $0.prefix(80) })")
  }
}
