import Foundation
import TestSupport
import Testing

@Suite(
  "JSON against its schema", .enabled(if: Executable.exists, "SKIPPED: the executable is not built"),
  .enabled(if: Python.hasSchema, "SKIPPED: no Python with jsonschema (see CASEBOOK_PYTHON)"))
struct SchemaTests {
  private func check(_ sandbox: Sandbox, _ arguments: String) throws -> (output: String, status: Int32) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let script = Repository.root + "/Tests/Scripts/check_schema.py"
    return try sandbox.run(
      "'\(Python.path)' '\(script)' \(arguments)", environment: ["PATH": "\(sandbox.tools):\(path)"])
  }

  @Test("The original validates") func original() throws {
    let result = try check(Sandbox(), "casebook")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("1 documents, 3 cases, 0 faults\n"), "\(result.output)")
  }

  @Test("Forms, odd names and damage validate") func forms() throws {
    let sandbox = try Sandbox()
    let texts = [
      "# 内存\n\n**Problem**: 5% → 0%\n\n## Investigation\n\n### 0. ![](x)\n\n```py {#a .b c=d c=e}\nx\n```\n",
      "**Problem**: ![](x)\n\n## Symptoms\n\n- ![](y)\n- \n", "##\n\n**Problem**: a\n\n## Prevention\n\n- [x] ![](z)\n",
      "| Issue | Tools |\n|-|-|\n| | a |\n| b | |\n| ` ` | c |\n", "", "\u{FEFF}# \u{0}\r\n\r\n**Problem**: \u{1B}\r\n",
      "---\nx: [1, {a: ~}]\n---\n# \(String(repeating: "long ", count: 60))\n\n**Problem**: a\n",
    ]
    for (index, text) in texts.enumerated() {
      try Data(text.utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/content/form\(index).md"))
    }
    let result = try check(sandbox, "casebook")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("\(texts.count + 1) documents, 8 cases, 0 faults\n"), "\(result.output)")
  }

  @Test("A schema that is not met is seen") func canFail() throws {
    let sandbox = try Sandbox()
    try Data("---\nversion: one\n---\n# A\n".utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/content/a.md"))
    #expect(try check(sandbox, "casebook").status == 1)
  }

  @Test("What commands print validates, and what is wrong does not") func outputs() throws {
    let sandbox = try Sandbox()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let script = Repository.root + "/Tests/Scripts/check_outputs.py"
    let result = try sandbox.run(
      "python3 '\(script)' casebook", environment: ["PATH": "\(sandbox.tools):\(path)"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("11 schemas, 0 faults\n"), "\(result.output)")
  }
}
