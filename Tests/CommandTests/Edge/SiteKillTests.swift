import Foundation
import TestSupport
import Testing

@testable import casebook

@Suite("A killed build leaves the old site or the new one, whole") struct SiteKillTests {
  /// Which build a site is of: the title that all its pages share; `nil` if they are of two builds or some are missing.
  private static func generation(of site: String, pages: Set<String>) -> String? {
    var titles: Set<String> = []
    for page in pages {
      guard let data = FileManager.default.contents(atPath: site + "/" + page) else { return nil }
      let text = String(decoding: data, as: UTF8.self)
      titles.insert(text.contains("Generation A") ? "A" : text.contains("Generation B") ? "B" : "none")
    }
    return titles.count == 1 ? titles.first : nil
  }

  private static func pages(_ site: String) -> Set<String> {
    Set(
      (FileManager.default.enumerator(atPath: site)?.compactMap { $0 as? String } ?? []).filter {
        $0.hasSuffix(".html")
      })
  }

  @Test func killsAtAnyMoment() throws {
    try #require(Executable.exists)
    let sandbox = try Sandbox()
    for index in 0..<120 {
      let text = "---\nid: case-\(index)\n---\n\n# Case \(index)\n\n**Problem**: number \(index)\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(sandbox.folder)/content/case-\(index).md"))
    }
    let site = sandbox.folder + "/site"
    #expect(try sandbox.run("casebook build --title 'Generation A' > /dev/null 2>&1").status <= 1)
    let pages = Self.pages(site)
    #expect(pages.count > 120)
    #expect(Self.generation(of: site, pages: pages) == "A")
    var killed = 0
    for round in 0..<50 {
      let title = round.isMultiple(of: 2) ? "Generation B" : "Generation A"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Executable.path)
      process.arguments = ["build", "--title", title]
      process.currentDirectoryURL = URL(fileURLWithPath: sandbox.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // Spread over the whole of a build, whatever the machine.
      usleep(UInt32(round) * 4_000)
      if process.isRunning { killed += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(Self.generation(of: site, pages: pages) != nil, "torn in round \(round)")
    }
    #expect(killed > 0)
    #expect(try sandbox.run("casebook build --title 'Generation C' > /dev/null 2>&1").status <= 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder).filter { $0.hasPrefix(".site") }
    #expect(left == [])
  }
}
