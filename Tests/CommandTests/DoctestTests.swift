import Foundation
import TestSupport
import Testing

@testable import casebook

/// The folder of the Swift compiler on this machine, for tests that need a real one.
private let compiler = ProgramSearch.find("swiftc", path: ProgramSearch.path)
private let compilerFolder = compiler.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ""

/// A knowledge base with one document.
private struct Notes {
  let sandbox: Sandbox
  let path: String

  init(_ text: String) throws {
    sandbox = try Sandbox()
    path = sandbox.folder + "/notes"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data("title: Notes\n".utf8).write(to: URL(fileURLWithPath: path + "/casebook.yml"))
    try write(text)
  }

  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/a.md")) }

  /// Runs a command with the compiler on the path, or with another folder in front of it.
  func run(_ line: String, path: String = compilerFolder) throws -> (output: String, status: Int32) {
    let search = "\(sandbox.tools):\(path):/usr/local/bin:/usr/bin:/bin"
    return try sandbox.run("cd notes && " + line, environment: ["PATH": search])
  }

  /// What `casebook check` says line by line, and its exit code.
  func check(_ arguments: String = "") throws -> (lines: [String], status: Int32) {
    let (output, status) = try run("casebook check \(arguments)")
    return (output.split(separator: "\n").map(String.init), status)
  }
}

private func block(_ marks: String, _ code: String) -> String { "```swift {.doctest\(marks)}\n\(code)\n```\n\n" }

@Suite(
  "Doctests are compiled and run by check alone", .enabled(if: compiler != nil, "SKIPPED: needs swiftc"), .serialized)
struct DoctestTests {
  @Test("what holds passes, and costs nothing the next time") func passes() throws {
    let notes = try Notes(
      "# Notes\n\n"
        + block(" group=sum", "import Foundation\nlet numbers = [1, 2]")
        + block(" group=sum", "numbers.reduce(0, +) // → 3\nlet s = \"a\" + \"b\" // → \"ab\"\nprint(s) // → ab")
        + block(" should-trap", "print([1, 2][5])")
        + block(" compile-fail=\"cannot find 'y'\"", "let x = y")
        + block(
          " no-run",
          "import Foundation\ntry \"\".write(toFile: \"\(NSTemporaryDirectory())never\", atomically: true, encoding: .utf8)"
        )
        + block("", "func f() async throws -> Int { 4 }\ntry await f() // → 4"))
    let first = try notes.check()
    #expect(first.status == 0, "\(first.lines)")
    #expect(first.lines.last == "5 doctests run, 5 passed")
    #expect(first.lines.first?.hasPrefix("passed            a.md:8   doctest group sum") == true, "\(first.lines)")
    let second = try notes.check()
    #expect(second.status == 0 && second.lines.last == "0 doctests run; 5 unchanged", "\(second.lines)")
    #expect(try notes.check("--all").lines.last == "5 doctests run, 5 passed")
    #expect(!FileManager.default.fileExists(atPath: NSTemporaryDirectory() + "never"))
    // Another compiler has proved nothing yet.
    let cache = notes.path + "/.casebook/doctests"
    let text = try String(contentsOfFile: cache, encoding: .utf8)
    try Data(text.replacing("casebook.doctests/1 ", with: "casebook.doctests/1 0").utf8).write(
      to: URL(fileURLWithPath: cache))
    #expect(try notes.check().lines.last == "5 doctests run, 5 passed")
  }

  /// Marks and code of a block, the place of the finding, lines counted from the fence, and a part of the message.
  private static let failing: [(marks: String, code: String, line: Int, column: Int, message: String)] = [
    ("", "let a = 1\nlet y = foo(a)", 2, 9, "cannot find 'foo' in scope"),
    ("", "[1, 2].count // → 3", 1, 1, "the value must be 3; it is 2"),
    ("", "let xs = [1]\nif xs.isEmpty {\n  xs.count // → 1\n}", 3, 3, "ended before this value was reached"),
    ("", "print(\"before\")\nfatalError(\"no user\")", 2, 1, "it was stopped: Fatal error: no user"),
    (" should-trap", "print(1)", 0, 1, "must be stopped by a trap; it ended with exit code 0"),
    (" compile-fail=\"find 'z'\"", "let x = y", 1, 9, "cannot find 'y' in scope"),
    (" compile-fail=\"find 'z'\"", "let x = 1", 0, 1, "it compiles"),
    (" timeout=200ms", "while true {}", 0, 1, "must end within 0.2 s"),
    ("", "import Foundation\nexit(3)", 0, 1, "its exit code is 3"),
    ("", "while true { print(String(repeating: \"x\", count: 4096)) }", 0, 1, "printed more than may be"),
    (" no-rum", "while true {}", 0, 20, "no mark 'no-rum'; did you mean 'no-run'?"),
  ]

  @Test("what does not hold fails at its place") func fails() throws {
    let notes = try Notes("# Notes\n\n" + Self.failing.map { block($0.marks, $0.code) }.joined())
    let (lines, status) = try notes.check()
    #expect(status == 1 && lines.last == "11 doctests run, 11 failed")
    var fence = 3
    for (marks, code, line, column, message) in Self.failing {
      let place = "--> a.md:\(fence + line):\(column)"
      let found = lines.indices.dropLast().contains { index in
        lines[index].hasPrefix("error[CB409]: ") && lines[index].contains(message) && lines[index + 1].hasSuffix(place)
      }
      #expect(found, "\(place) \(message): \(lines.filter { $0.hasPrefix("error") || $0.contains("-->") })")
      fence += block(marks, code).split(separator: "\n", omittingEmptySubsequences: false).count - 1
    }
    #expect(lines.contains("  before"), "what a program printed is shown")
    // What failed is never known as passed.
    #expect(try notes.check().lines.last == lines.last)
  }

  @Test("places are those of the file: a list, a quotation, letters of several bytes") func places() throws {
    let notes = try Notes("# Ü\n\n- ü\n\n  > ```swift {.doctest}\n  > let é = 1\n  >   foo(é)\n  > ```\n")
    #expect(try notes.check().lines.contains { $0.hasSuffix("--> a.md:7:7") })
    let json = try notes.run("casebook check --json").output
    #expect(json.contains("\"line\": 7,") && json.contains("\"column\": 7,") && json.contains("\"endColumn\": 10,"))
  }

  @Test("what a program does to the machine ends with it") func isolation() throws {
    let own = FileManager.default.temporaryDirectory.appendingPathComponent("survivor-\(UUID().uuidString)").path
    let spawn = """
      import Foundation
      let child = Process()
      child.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
      child.arguments = ["/bin/sh", "-c", "sleep 3; touch \(own)"]
      try child.run()
      """
    let fill = """
      import Foundation
      let handle = fopen("a", "w")
      let bytes = [UInt8](repeating: 1, count: 1 << 20)
      for _ in 0..<400 { fwrite(bytes, 1, bytes.count, handle) }
      """
    let notes = try Notes("# Notes\n\n" + block("", spawn) + block("", fill) + block("", "1 + 1 // → 2"))
    let (lines, status) = try notes.check()
    #expect(status == 1 && lines.last == "3 doctests run, 1 passed, 2 failed", "\(lines)")
    #expect(lines.contains { $0.contains("must leave nothing behind") }, "\(lines)")
    Thread.sleep(forTimeInterval: 3.5)
    #expect(!FileManager.default.fileExists(atPath: own))
    let left = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm").filter {
      $0.hasPrefix("casebook-doctest-")
    }
    #expect(left.isEmpty)
  }

  @Test("two blocks that export one name are joined each to its own") func sameName() throws {
    let code = "@_cdecl(\"casebook_same\") public func same() -> Int32 { 1 }\nsame() // → 1"
    let notes = try Notes("# Notes\n\n" + block("", code) + block("", code))
    #expect(try notes.check().lines.last == "2 doctests run, 2 passed")
  }

  @Test("a scenario tells the bug from the fix") func scenario() throws {
    func text(fix: String) -> String {
      """
      # Grows

      **Problem**: slow

      ### 1. Root cause

      ```swift {.bug}
      struct Cache {
        var keys: [Int] = []
        mutating func put(_ key: Int) { keys.append(key) }
      }
      ```

      ### 2. Fix

      ```swift {.fix}
      struct Cache {
        var keys: [Int] = []
        mutating func put(_ key: Int) { keys = Array(keys.suffix(\(fix))) + [key] }
      }
      ```

      ### 3. Verification

      ```swift {.scenario of=Cache}
      var cache = Cache()
      for key in 0..<9 { cache.put(key) }
      cache.keys.count // → 2
      ```

      """
    }
    let notes = try Notes(text(fix: "1"))
    #expect(try notes.check().lines.last == "1 doctest run, 1 passed")
    try notes.write(text(fix: "4"))
    #expect(try notes.check().lines.contains("error[CB409]: the value must be 2; it is 5 (with the fix)"))
    try notes.write(text(fix: "1").replacing("keys.append(key)", with: "keys = [1, key]"))
    #expect(try notes.check("grows").lines.contains { $0.contains("must fail with the bug that defines 'Cache'") })
  }

  @Test("results for programs: JSON and JUnit") func reports() throws {
    let notes = try Notes("# Notes\n\n" + block("", "1 + 1 // → 2") + block("", "print(\"so\")\n1 + 1 // → 3"))
    let (json, status) = try notes.run("casebook check --json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let doctests = try #require(object["doctests"] as? [[String: Any]])
    #expect(status == 1 && doctests.map { $0["verdict"] as? String } == ["passed", "failed"])
    #expect(doctests.last?["output"] as? String == "so" && doctests.last?["kind"] as? String == "run")
    let xml = try notes.run("casebook check --junit r.xml > /dev/null; cat r.xml").output
    #expect(xml.contains("<testsuite name=\"doctests\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\""))
    #expect(xml.contains("<failure message=\"a.md:9:1: the value must be 3; it is 2\" type=\"CB409\">"))
  }
}

@Suite("Where doctests do not run") struct DoctestOmissionTests {
  @Test("without a compiler they are skipped, never passed") func noCompiler() throws {
    let notes = try Notes("# Notes\n\n" + block("", "1 // → 1") + block(" no-rum", "1 // → 1"))
    let (output, status) = try notes.run("casebook check", path: "/nowhere")
    try #require(!output.contains("passed") || compilerFolder == "/usr/bin")
    guard compilerFolder != "/usr/bin" else { return }
    #expect(status == 1 && output.contains("skipped           a.md:3  doctest, swiftc not found\n"), "\(output)")
    #expect(output.contains("error[CB409]: a doctest has no mark 'no-rum'; did you mean 'no-run'?"))
    #expect(output.contains("note: swiftc not found: 1 doctest was not run\n"))
    #expect(!FileManager.default.fileExists(atPath: notes.path + "/.casebook/doctests"))
  }

  @Test("no command but check compiles or runs a block") func othersRunNothing() throws {
    let notes = try Notes("# Notes\n\n**Problem**: slow\n\n### 1. Fix\n\n" + block(" #fix .fix", "1 // → 1"))
    let fake = notes.sandbox.folder + "/fake"
    try FileManager.default.createDirectory(atPath: fake, withIntermediateDirectories: true)
    let script = "#!/bin/sh\necho \"$*\" >> '\(notes.sandbox.folder)/calls'\nexit 1\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: fake + "/swiftc"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake + "/swiftc")
    let commands = [
      "validate", "fix", "list", "show notes", "search slow", "match slow", "tools leak", "render a.md", "build",
      "export json", "doctor", "explain CB409", "schema evidence", "check --list", "check coverage",
    ]
    for command in commands { _ = try notes.run("casebook \(command)", path: fake) }
    func calls() -> String { (try? String(contentsOfFile: notes.sandbox.folder + "/calls", encoding: .utf8)) ?? "" }
    #expect(
      !calls().split(separator: "\n").contains { !$0.hasPrefix("-frontend -parse ") && $0 != "--version" }, "\(calls())"
    )
    _ = try notes.run("casebook check", path: fake)
    #expect(calls().contains("-frontend -c "))
  }
}
