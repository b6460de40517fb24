import Foundation
import Testing

/// A check that misbehaves, and what its failure says.
private struct EvilCheck: CustomTestStringConvertible, Sendable {
  let id: String
  let says: String

  init(_ id: String, _ says: String) {
    self.id = id
    self.says = says
  }

  var testDescription: String { id }
}

/// Command lines of all processes.
private func processes() -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid in
    guard Int(pid) != nil, let text = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { return nil }
    return String(decoding: text.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
  }
}

@Suite("A check that misbehaves is one failed check", .serialized) struct IsolationTests {
  private static let catalogue = Catalogue("EvilChecks")

  @Test(arguments: [
    EvilCheck("evil/crash", "signal 11"),
    EvilCheck("evil/hang", "still running after 1 s"),
    EvilCheck("evil/spin", "still running after 1 s"),
    EvilCheck("evil/survivor", "behind"),
    EvilCheck("evil/many-survivors", "behind"),
    EvilCheck("evil/survivor-and-crash", "signal 6"),
    EvilCheck("evil/output", "more than 8 MiB of output"),
    EvilCheck("evil/disk", "more than 256 MiB of files"),
    EvilCheck("evil/one-large-file", "the file is too large"),
    EvilCheck("evil/throws", "thrown on purpose"),
    EvilCheck("evil/exit", "exit code 0 without evidence"),
    EvilCheck("evil/memory", "signal"),
    EvilCheck("evil/garbage", "evidence that can't be read"),
    EvilCheck("evil/no-directory", "its directory is gone"),
    EvilCheck("evil/read-only-directory", "its directory is closed"),
  ])
  private func fails(_ check: EvilCheck) throws {
    let answer = try Self.catalogue.run(check.id)
    #expect(answer.verdict == "error")
    #expect(answer.reason.contains(check.says), "\(answer.reason.suffix(300))")
    // The fix beside it ended as it should; survivors have no parent left that would tell whose they are.
    #expect(check.id.contains("survivor") || answer.of("exit").last?["exit"] as? String == "ok")
    if let range = answer.reason.range(of: #"directory=\S+"#, options: .regularExpression) {
      let directory = String(answer.reason[range].dropFirst("directory=".count))
      #expect(!FileManager.default.fileExists(atPath: directory), "\(directory) is left behind")
    }
    #expect(!processes().contains { $0.hasPrefix("sleep 86398") }, "a process is left behind")
  }

  @Test("the others are unharmed, before and after") func others() throws {
    let answer = try Self.catalogue.ask(
      #"{"op":"run","id":"good/plain"}"#, #"{"op":"run","id":"evil/crash"}"#, #"{"op":"run","id":"evil/survivor"}"#,
      #"{"op":"run","id":"good/last"}"#)
    #expect(answer.of("verdict").map { $0["verdict"] as? String } == ["proved", "error", "error", "proved"])
  }

  @Test("what a check prints is in its failure, and is no evidence") func printed() throws {
    let answer = try Self.catalogue.run("evil/throws")
    #expect(answer.reason.contains("directory=/"))
    #expect(answer.of("verdict").count == 1)
  }
}
