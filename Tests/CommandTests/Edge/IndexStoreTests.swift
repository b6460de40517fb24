import Foundation
import TestSupport
import Testing

@testable import casebook

@Suite("The index of a search is whole and never stale", .serialized) struct IndexStoreTests {
  private let sandbox: Sandbox
  private var index: String { sandbox.folder + "/.casebook/search.index" }

  init() throws {
    try #require(Executable.exists)
    sandbox = try Sandbox()
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/content/\(name)"))
  }

  /// Ids of the cases that a search finds.
  private func found(_ query: String, _ options: String = "") throws -> String {
    try sandbox.run("casebook search \(query) --json \(options) | grep -o '\"case\": \"[^\"]*\"' | tr '\\n' ' '").output
  }

  /// Content and time of the index, to see whether it was built again.
  private func indexTime() throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: index)[.modificationDate] as? Date
  }

  @Test func everyChangeOfTheContentIsSeen() throws {
    #expect(try found("zebra") == "")
    try write("one.md", "---\nid: one\n---\n\n# One zebra\n\n**Problem**: stripes\n")
    #expect(try found("zebra") == "\"case\": \"one\" ")
    // The same size, and the old time set back.
    try write("two.md", "---\nid: one\n---\n\n# One tapir\n\n**Problem**: stripes\n")
    let content = sandbox.folder + "/content"
    _ = try sandbox.run("touch -r content/one.md content/two.md && mv content/two.md content/one.md")
    #expect(try found("zebra") == "")
    #expect(try found("tapir") == "\"case\": \"one\" ")
    try FileManager.default.moveItem(atPath: content + "/one.md", toPath: content + "/moved.md")
    #expect(try sandbox.run("casebook search tapir --json").output.contains("content/moved.md"))
    try FileManager.default.createDirectory(atPath: content + "/deep/er", withIntermediateDirectories: true)
    try write("deep/er/three.md", "---\nid: three\n---\n\n# Three okapi\n\n**Problem**: stripes\n")
    #expect(try found("okapi") == "\"case\": \"three\" ")
    try FileManager.default.removeItem(atPath: content + "/deep")
    try FileManager.default.removeItem(atPath: content + "/moved.md")
    #expect(try found("okapi tapir") == "")
  }

  @Test func anUnchangedContentIsNotReadAgain() throws {
    // Past the clock's coarse step, within which a change could hide.
    usleep(60_000)
    #expect(try found("memory") != "")
    let built = try indexTime()
    #expect(try found("memory") != "")
    // An editor's file that came and went leaves the same documents.
    _ = try sandbox.run("touch content/x.swp && rm content/x.swp")
    #expect(try found("memory") != "")
    #expect(try indexTime() == built)
    _ = try sandbox.run("printf 'title: Other\\n' > casebook.yml")
    #expect(try found("memory") != "")
    #expect(try indexTime() != built)
  }

  @Test("an edit of the lock is seen; of equal cases the verified ones come first") func proofs() throws {
    let shipped = try Sandbox(allContent: true)
    func states(_ query: String) throws -> [String] {
      let line =
        "casebook search \(query) --limit 99 --json | grep -o '\"\\(case\\|proof\\)\": \"[^\"]*\"' | cut -d'\"' -f4"
      let words = try shipped.run(line).output.split(separator: "\n").map(String.init)
      return stride(from: 0, to: words.count - 1, by: 2).map { words[$0] + " " + words[$0 + 1] }
    }
    let before = try states("type:memory-leaks")
    #expect(before.first == "abandoned-channel verified")
    #expect(try states("'type:memory-leaks proof:stale'") == [])
    // Another digest of the block than it has: the check has proved some other text.
    let edit = #"sed -i '/"abandoned-channel.bug"/s/"digest": "sha256:./"digest": "sha256:0/' content/proof/lock.json"#
    #expect(try shipped.run(edit).status == 0)
    #expect(try states("type:memory-leaks --proof stale") == ["abandoned-channel stale"])
    let after = try states("type:memory-leaks")
    let verified = before.dropFirst().filter { $0.hasSuffix(" verified") }
    #expect(Set(after) == Set(before.dropFirst() + ["abandoned-channel stale"]))
    #expect(Array(after.prefix(verified.count)) == verified)
  }

  @Test func noRefreshTakesTheIndexAsItIs() throws {
    #expect(try found("memory") != "")
    try write("one.md", "---\nid: one\n---\n\n# One zebra\n\n**Problem**: stripes\n")
    #expect(try found("zebra", "--no-refresh") == "")
    #expect(try found("zebra") == "\"case\": \"one\" ")
    try FileManager.default.removeItem(atPath: index)
    #expect(try found("zebra", "--no-refresh") == "\"case\": \"one\" ")
  }

  @Test func whereNothingCanBeWrittenASearchStillAnswers() throws {
    let line = "chmod 555 . && unprivileged casebook search memory grows; chmod 755 ."
    let told = try sandbox.run(line)
    #expect(told.output.hasPrefix("memory-leak-detection"))
    #expect(!FileManager.default.fileExists(atPath: index))
  }

  @Test func withoutASettingsFileItLiesInTheUsersCache() throws {
    try FileManager.default.removeItem(atPath: sandbox.folder + "/casebook.yml")
    #expect(try found("memory") != "")
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder + "/.casebook"))
    #expect(try sandbox.run("ls .cache/casebook/*/search.index").status == 0)
    #expect(try sandbox.run("env -u HOME casebook search memory").status == 0)
  }

  @Test func theFolderKeepsItselfOutOfVersionControl() throws {
    #expect(try found("memory") != "")
    #expect(try sandbox.run("cat .casebook/.gitignore").output == "*\n")
  }

  @Test("two hundred damaged files: built anew, never a crash or another answer") func damage() throws {
    let line = "casebook search '\"OOM kill\"' --json"
    let expected = try sandbox.run(line)
    let whole = try Data(contentsOf: URL(fileURLWithPath: index))
    var state: UInt64 = 42
    func number(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
    for round in 0..<200 {
      var bytes = [UInt8](whole)
      switch round % 4 {
      case 0: bytes[number(below: bytes.count)] ^= 1 << UInt8(number(below: 8))
      case 1: bytes.removeLast(1 + number(below: bytes.count))
      case 2:
        let (a, b) = (number(below: bytes.count / 2), number(below: bytes.count / 2))
        for offset in 0..<(bytes.count / 4) { bytes.swapAt(a + offset, b + offset) }
      default: for _ in 0..<20 { bytes[number(below: bytes.count)] = UInt8(number(below: 256)) }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: index))
      let told = try sandbox.run(line)
      #expect(told.output == expected.output && told.status == expected.status, "round \(round)")
    }
  }

  @Test("a hundred kills while the index is built: the old or the new one, whole") func kills() throws {
    for number in 0..<30 { try write("a\(number).md", "# Zebra \(number)\n\n**Problem**: stripes of \(number)\n") }
    _ = try found("zebra")
    var killed = 0
    for round in 0..<100 {
      let word = round.isMultiple(of: 2) ? "tapir" : "zebra"
      for number in 0..<30 { try write("a\(number).md", "# \(word) \(number)\n\n**Problem**: stripes of \(number)\n") }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Executable.path)
      process.arguments = ["search", word]
      process.currentDirectoryURL = URL(fileURLWithPath: sandbox.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(round) * 700)
      if process.isRunning { killed += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // What is there answers with one generation, and no search of it fails.
      let counts = try ["zebra", "tapir"].map { word in
        let output = try sandbox.run("casebook search \(word) --json --no-refresh").output
        return output.split(separator: "\n").first { $0.contains("\"total\"") }.map(String.init) ?? output
      }
      #expect(Set(counts) == [" \"total\": 30,", " \"total\": 0,"], "torn in round \(round): \(counts)")
    }
    #expect(killed > 0)
  }

  @Test func manyAtOnceAgree() throws {
    try write("one.md", "---\nid: one\n---\n\n# One zebra\n\n**Problem**: stripes\n")
    let line = #"seq 8 | xargs -P 8 -I @ sh -c 'casebook search zebra --json > out.@'; cat out.* | grep -c '"one"'"#
    for _ in 0..<5 {
      #expect(try sandbox.run(line).output == "8\n")
      _ = try sandbox.run("rm -rf .casebook out.*")
    }
  }
}
