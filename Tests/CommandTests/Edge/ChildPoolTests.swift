import Foundation
import Testing

@testable import casebook

/// A folder of scripts that stand for programs, removed at the end.
private final class Scripts {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func add(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}

@Suite("Children are bounded and leave nothing behind") struct ChildPoolTests {
  private func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 }

  private func child(_ program: String, seconds: Int = 10, output: Int = 1 << 20, input: String = "") -> ChildProcess {
    var child = ChildProcess(program: program, environment: ["PATH=/usr/bin:/bin"], input: Array(input.utf8))
    child.limits.seconds = seconds
    child.limits.output = output
    return child
  }

  @Test func givesOutputErrorsAndStatus() throws {
    let scripts = try Scripts()
    let program = try scripts.add("p", "cat; echo wrong >&2; exit 3")
    let outcome = ChildPool.run([child(program, input: "given")])[0]
    #expect(outcome.end == .exited(3))
    #expect(outcome.output == Array("given".utf8))
    #expect(outcome.errors == Array("wrong\n".utf8))
  }

  @Test func keepsTheOrderOfMany() throws {
    let scripts = try Scripts()
    let cat = try scripts.add("p", "cat")
    let outcomes = ChildPool.run((0..<40).map { child(cat, input: "\($0)") }, atOnce: 7)
    #expect(outcomes.map { String(decoding: $0.output, as: UTF8.self) } == (0..<40).map(String.init))
  }

  @Test func whatIsNotThereIsTold() {
    #expect(ChildPool.run([child("/nowhere/p")])[0].end == .notStarted(ENOENT))
  }

  @Test("one that hangs is killed with what it started, also where that holds its streams open") func noSurvivors()
    throws
  {
    let scripts = try Scripts()
    let hangs = try scripts.add("hangs", "sleep 1000 & echo $!; sleep 1000")
    let leaves = try scripts.add("leaves", "sleep 1000 & echo $!")
    let outcomes = ChildPool.run([child(hangs, seconds: 1), child(leaves, seconds: 5)])
    #expect(outcomes[0].end == .timedOut)
    #expect(outcomes[1].end == .exited(0))
    for outcome in outcomes {
      let process = try #require(Int32(String(decoding: outcome.output, as: UTF8.self).filter { $0 != "\n" }))
      // It is a zombie until its new parent looks.
      for _ in 0..<100 where isAlive(process) { usleep(10_000) }
      let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      #expect(!isAlive(process) || state.contains(") Z "))
    }
  }

  @Test func whatPrintsWithoutEndIsKilled() throws {
    let scripts = try Scripts()
    let program = try scripts.add("p", "yes")
    let outcome = ChildPool.run([child(program, output: 100_000)])[0]
    #expect(outcome.end == .printedTooMuch)
    #expect(outcome.output.count < 400_000)
  }

  @Test("one that goes on printing is waited for, but not for ever") func talkersHaveLonger() throws {
    let scripts = try Scripts()
    var talks = child(try scripts.add("talks", "for i in 1 2 3 4; do sleep 1.5; echo $i; done"), seconds: 4)
    talks.limits.restartsWhenItPrints = true
    #expect(ChildPool.run([talks])[0].end == .exited(0))
    var endless = child(try scripts.add("endless", "while :; do sleep 0.1; echo; done"), seconds: 1)
    endless.limits.restartsWhenItPrints = true
    #expect(ChildPool.run([endless])[0].end == .timedOut)
  }

  @Test func aCrashIsASignal() throws {
    let scripts = try Scripts()
    #expect(ChildPool.run([child(try scripts.add("p", "kill -SEGV $$"))])[0].end == .signalled(SIGSEGV))
  }

  @Test func nothingOfThisProcessReachesIt() throws {
    let scripts = try Scripts()
    setenv("CASEBOOK_SECRET", "1", 1)
    defer { unsetenv("CASEBOOK_SECRET") }
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    let program = try scripts.add("p", "env; ls /proc/self/fd | wc -w; pwd; echo x > file && echo written")
    let outcome = ChildPool.run([child(program)])[0]
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(!lines.contains { $0.hasPrefix("CASEBOOK_SECRET") })
    // 0 to 2, and the one that `ls` opened.
    #expect(lines.contains("4"))
    #expect(lines.contains("/"))
    #expect(!lines.contains("written"))
  }
}
