import Foundation
import TestSupport
import Testing

@testable import casebook

@Suite("A run that is stopped stops its parsers", .enabled(if: Executable.exists, "needs the built casebook"))
struct InterruptedParserTests {
  /// The parser makes a folder named for its process, and then never answers.
  private static let hangs = "#!/bin/sh\n/bin/mkdir \"%/pid-$$\"\nexec /bin/sleep 1000\n"

  @Test func theSignalReachesBoth() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = folder + "/python3"
    try Data(Self.hangs.replacing("%", with: folder).utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try Data("# Notes\n\n```python\nx = 1\n```\n".utf8).write(to: URL(fileURLWithPath: folder + "/a.md"))
    var child = ChildProcess(program: Executable.path, arguments: ["validate", folder + "/a.md"])
    child.environment = ["PATH=\(folder)"]
    child.limits.seconds = 60
    child.limits.fileSize = 1 << 20
    var running = try RunningChild(child)
    var parser: Int32?
    for _ in 0..<500 where parser == nil {
      usleep(20_000)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      parser = names.first { $0.hasPrefix("pid-") }.flatMap { Int32($0.dropFirst("pid-".count)) }
    }
    kill(running.process, SIGTERM)
    for _ in 0..<500 where !running.hasEnded { usleep(20_000) }
    #expect(running.hasEnded)
    #expect(running.finish().end == .signalled(SIGTERM))
    let started = try #require(parser, "the parser was never started")
    #expect(kill(started, 0) != 0)
  }
}
