import Foundation
import TestSupport
import Testing

@Suite("A build that fails or dies leaves the old site or the new one, whole") struct SiteFaultTests {
  /// Everything in a site, as one text.
  private static func contents(_ sandbox: Sandbox) throws -> String {
    try sandbox.run("cd site && find . -type f | LC_ALL=C sort | xargs sha256sum").output
  }

  private static func write(_ sandbox: Sandbox, _ generation: String) throws {
    for index in [3, 50] {
      let text = "---\nid: case-\(index)\n---\n\n# Case \(index) \(generation)\n\n**Problem**: number \(index)\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/content/case-\(index).md"))
    }
  }

  private static func filled() throws -> Sandbox {
    let sandbox = try Sandbox()
    for index in 0..<100 {
      let text = "---\nid: case-\(index)\n---\n\n# Case \(index)\n\n**Problem**: number \(index)\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/content/case-\(index).md"))
    }
    return sandbox
  }

  @Test("killed while it brings an edit into the site") func killsOfUpdates() throws {
    try #require(Executable.exists)
    let sandbox = try Self.filled()
    var sites: [String] = []
    for generation in ["B", "A"] {
      try Self.write(sandbox, generation)
      #expect(try sandbox.run("casebook build > /dev/null 2>&1").status <= 1)
      sites.append(try Self.contents(sandbox))
    }
    #expect(sites[0] != sites[1])
    var reached = 0
    for round in 0..<50 {
      try Self.write(sandbox, round.isMultiple(of: 2) ? "B" : "A")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Executable.path)
      process.arguments = ["build"]
      process.currentDirectoryURL = URL(fileURLWithPath: sandbox.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(round) * 3_000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try Self.contents(sandbox)
      #expect(sites.contains(now), "torn in round \(round)")
      if now == sites[round % 2] { reached += 1 }
    }
    try Self.write(sandbox, "A")
    #expect(try sandbox.run("casebook build > /dev/null 2>&1").status <= 1)
    #expect(try Self.contents(sandbox) == sites[1])
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder).filter { $0.hasPrefix(".site") }
    #expect(left == [])
  }

  @Test("a folder that nobody may write to", arguments: ["site", "."]) func readOnly(folder: String) throws {
    try #require(Executable.exists)
    let sandbox = try Self.filled()
    #expect(try sandbox.run("casebook build > /dev/null 2>&1").status <= 1)
    let old = try Self.contents(sandbox)
    try Self.write(sandbox, "B")
    let said = try sandbox.run(
      """
      rm -rf .casebook; chmod -R a-w \(folder == "." ? ". site" : folder); unprivileged casebook build; status=$?
      chmod -R u+w . site; exit $status
      """)
    let now = try Self.contents(sandbox)
    if folder == "." {
      // Neither the cache nor the next site can be made beside it.
      #expect(said.status == 2)
      #expect(said.output.contains("Permission denied"), "\(said.output)")
      #expect(said.output.split(separator: "\n").count { $0.hasPrefix("error:") } == 1, "\(said.output)")
      #expect(now == old)
    } else {
      #expect(said.status <= 1 ? now != old : now == old, "\(said.output)")
    }
  }

  @Test("a document that nobody may read") func unreadable() throws {
    try #require(Executable.exists)
    let sandbox = try Self.filled()
    #expect(try sandbox.run("casebook build > /dev/null 2>&1").status <= 1)
    let old = try Self.contents(sandbox)
    for _ in 0..<2 {
      let said = try sandbox.run("chmod a-r content/case-7.md; unprivileged casebook build")
      #expect(said.status == 2)
      #expect(said.output.contains("content/case-7.md: cannot be read: Permission denied"), "\(said.output)")
      #expect(said.output.contains("the previous site is as it was"), "\(said.output)")
      #expect(try Self.contents(sandbox) == old)
    }
    #expect(try sandbox.run("chmod u+r content/case-7.md; casebook build").status <= 1)
    // Without a site there is nothing to lose: everything else is built.
    #expect(try sandbox.run("rm -rf site; chmod a-r content/case-7.md; unprivileged casebook build").status == 2)
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder + "/site/cases/case-7.html"))
    #expect(FileManager.default.fileExists(atPath: sandbox.folder + "/site/cases/case-8.html"))
  }

  /// Root may mount a small disk; nobody else can fill one.
  private static let mayMount: Bool = {
    guard getuid() == 0, let sandbox = try? Sandbox() else { return false }
    return (try? sandbox.run("unshare -m sh -c 'mkdir d && mount -t tmpfs -o size=64k tmpfs d'").status) == 0
  }()

  @Test("a full disk", .enabled(if: mayMount, "SKIPPED: no disk can be mounted")) func fullDisk() throws {
    try #require(Executable.exists)
    let sandbox = try Self.filled()
    let said = try sandbox.run(
      """
      unshare -m sh -c '
        mkdir disk && mount -t tmpfs -o size=3m tmpfs disk && cp -R content casebook.yml templates disk/ && cd disk
        casebook build >/dev/null 2>&1
        (cd site && find . -type f | LC_ALL=C sort | xargs sha256sum) > ../before
        dd if=/dev/zero of=filler bs=1k count=4000 2>/dev/null
        for index in 3 50; do
          (cat content/debugging-examples.md; echo; echo "# $index") > ../long; cat ../long > content/case-$index.md
        done 2>/dev/null
        printf "# B\\n\\n**Problem**: b\\n" > content/case-3.md
        casebook build --title Other; echo "status $?"
        casebook build; echo "status $?"
        (cd site && find . -type f | LC_ALL=C sort | xargs sha256sum) > ../after
      '
      cmp before after && echo whole
      """
    ).output
    #expect(said.contains("No space left on device; the previous site is as it was"), "\(said)")
    #expect(said.contains("status 2"), "\(said)")
    #expect(said.contains("whole"), "\(said)")
  }
}
