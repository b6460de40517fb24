import Foundation
import TestSupport
import Testing

/// A knowledge base that is edited and built again and again, and a copy of it that is built from nothing.
private final class Workplace {
  let sandbox: Sandbox
  private var dice: Seeded
  private var number = 0

  init(seed: UInt64) throws {
    sandbox = try Sandbox(allContent: true)
    dice = Seeded(seed)
  }

  func path(_ name: String) -> String { sandbox.folder + "/" + name }

  private func read(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  private func write(_ name: String, _ text: String) throws {
    let folder = URL(fileURLWithPath: path(name)).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  private var cases: [String] {
    let all = FileManager.default.enumerator(atPath: path("content/cases"))?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".md") }.map { "content/cases/" + $0 }.sorted()
  }

  private func edit(_ name: String, _ change: ([String]) -> [String]) throws {
    try write(name, change(read(name).components(separatedBy: "\n")).joined(separator: "\n"))
  }

  /// Makes one edit at random, and says which.
  func edit() throws -> String {
    number += 1
    let word = ["latency", "heap", "lock", "socket"].randomElement(using: &dice) ?? "heap"
    let file = cases.randomElement(using: &dice) ?? "content/cases/new.md"
    switch Int.random(in: 0..<19, using: &dice) {
    case 0:
      try edit(file) { $0 + ["", "A note on \(word), number \(number)."] }
      return "prose of \(file)"
    case 1:
      try edit(file) { $0.map { $0.hasPrefix("# ") ? $0 + " \(word)" : $0 } }
      return "title of \(file)"
    case 2:
      try edit(file) { $0.map { $0.hasPrefix("updated:") ? "updated: 2027-01-0\(1 + number % 9)" : $0 } }
      return "day of \(file)"
    case 3:
      try edit(file) { $0.map { $0.hasPrefix("tags:") ? "tags: [\(word), common]" : $0 } }
      return "tags of \(file)"
    case 4:
      try edit(file) { $0.map { $0.hasPrefix("tags:") ? "issue_type: \(word)-trouble\n" + $0 : $0 } }
      return "issue type of \(file)"
    case 5:
      let other = cases.randomElement(using: &dice).map { "../" + $0.dropFirst("content/".count) } ?? ""
      try write(
        "content/cases/added/new-\(number).md",
        "---\nid: new-\(number)\ntags: [\(word)]\n---\n\n# New \(word) \(number)\n\n**Problem**: P99 is 2s\n\n"
          + "See [that](\(other)) and [gone](nowhere.md).\n\n## Symptoms\n\n- `strace` shows it\n")
      return "a new case"
    case 6:
      try FileManager.default.removeItem(atPath: path(file))
      return "\(file) removed"
    case 7:
      let to = "content/cases/moved-\(number).md"
      try FileManager.default.moveItem(atPath: path(file), toPath: path(to))
      return "\(file) moved"
    case 8:
      try edit("content/tools.md") { $0 + ["", word] }
      return "words below the tools"
    case 9:
      try edit("content/tools.md") { lines in
        lines.map { $0.replacingOccurrences(of: "perf, top", with: "perf, \(word), top") }
      }
      return "a row of the tools"
    case 10:
      let url = "edit-url: https://example.org/\(number)/{path}#L{line}"
      try edit("casebook.yml") { $0.filter { !$0.hasPrefix("edit-url:") } + (number.isMultiple(of: 2) ? [url] : []) }
      return "casebook.yml"
    case 11:
      try edit("content/proof/lock.json") { $0.map { $0.replacingOccurrences(of: "\"sha256:a", with: "\"sha256:b") } }
      return "lock.json"
    case 12:
      try write("templates/footer-extra.mustache", "{{! casebook-template 1 }}\n<p>\(word) \(number)</p>\n")
      return "a template"
    case 13:
      try edit(file) { $0.map { $0.hasPrefix("id:") ? "id: the-same" : $0 } }
      return "id of \(file)"
    case 14:
      try edit(file) { lines in lines.map { $0.hasPrefix("```python") ? $0 + "\n# \(word) \(number)" : $0 } }
      return "code of \(file)"
    case 15:
      try edit(file) { $0 }
      return "nothing of \(file)"
    case 16:
      try edit(file) { ["<!-- casebook-ignore CB101: \(word) -->", ""] + $0 }
      return "a comment atop \(file)"
    case 17: return try damage()
    default:
      try edit(file) { $0.map { $0.hasPrefix("### ") ? $0 + " (\(word))" : $0 } }
      return "headings of \(file)"
    }
  }

  /// Harms what the last build has left.
  private func damage() throws -> String {
    let pages = FileManager.default.enumerator(atPath: path("site/cases"))?.compactMap { $0 as? String }.sorted() ?? []
    let page = "site/cases/" + (pages.randomElement(using: &dice) ?? "none.html")
    switch Int.random(in: 0..<6, using: &dice) {
    case 0:
      let cache = path(".casebook/site.cache")
      guard var bytes = FileManager.default.contents(atPath: cache), !bytes.isEmpty else { return "no cache" }
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^= 1
      try bytes.write(to: URL(fileURLWithPath: cache))
      return "a bit of the cache"
    case 1:
      let cache = path(".casebook/site.cache")
      guard let bytes = FileManager.default.contents(atPath: cache) else { return "no cache" }
      try bytes.prefix(Int.random(in: 0...bytes.count, using: &dice)).write(to: URL(fileURLWithPath: cache))
      return "the end of the cache"
    case 2:
      try? FileManager.default.removeItem(atPath: path(".casebook/site.twin"))
      return "the twin"
    case 3:
      try? FileManager.default.removeItem(atPath: path(page))
      return "a page removed"
    case 4:
      try? FileManager.default.removeItem(atPath: path(".casebook/site.twin/index.html"))
      return "a page of the twin"
    default:
      try Data("<p>edited by hand</p>".utf8).write(to: URL(fileURLWithPath: path(page)))
      return "a page edited"
    }
  }

  /// Builds, and tells the exit code and what was said, but for the counts of files.
  func build() throws -> String {
    let result = try sandbox.run("casebook build 2>&1 >/dev/null")
    return "\(result.output)exit \(result.status)"
  }

  /// Copies everything but what builds have made to a folder of its own, builds there, and compares.
  func compare() throws -> (said: String, differences: String) {
    let script = """
      rm -rf ../clean/site ../clean/content ../clean/templates ../clean/.casebook; mkdir -p ../clean
      cp -R casebook.yml content templates ../clean/
      (cd ../clean && casebook build 2>&1 >/dev/null; echo "exit $?")
      """
    let said = try sandbox.run(script).output
    // A build that fails writes nothing, here and there.
    let differences = try sandbox.run("[ ! -e ../clean/site ] || diff -rq site ../clean/site").output
    return (said.trimmingCharacters(in: .newlines), differences)
  }

  /// For each file of the site: what tells one inode from another, and its bytes.
  func files() -> [String: (place: String, bytes: Data)] {
    var files: [String: (place: String, bytes: Data)] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path("site")) ?? .init() {
      guard let facts = try? FileManager.default.attributesOfItem(atPath: path("site/" + name)),
        facts[.type] as? FileAttributeType == .typeRegular,
        let bytes = FileManager.default.contents(atPath: path("site/" + name))
      else { continue }
      let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      files[name] = ("\(facts[.systemFileNumber] ?? 0) \(time)", bytes)
    }
    return files
  }
}

@Suite("A build after edits gives what a build from nothing gives") struct IncrementalBuildTests {
  private static let rounds = ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_RUNS"].flatMap(Int.init) ?? 40

  @Test("random edits", arguments: [1, 2] as [UInt64]) func randomEdits(seed: UInt64) throws {
    try #require(Executable.exists)
    let place = try Workplace(seed: seed)
    _ = try place.build()
    var history: [String] = []
    for _ in 0..<(Self.rounds / 2) {
      let isWhole = history.last != "a page edited" && history.last != "a page removed"
      let before = isWhole ? place.files() : [:]
      history.append(try place.edit())
      let said = try place.build()
      let clean = try place.compare()
      #expect(said == clean.said, "after \(history.suffix(3))")
      #expect(clean.differences == "", "after \(history.suffix(3))")
      // What has not changed was not touched.
      for (name, file) in place.files() {
        guard let old = before[name], old.bytes == file.bytes else { continue }
        #expect(old.place == file.place, "\(name) was written again after \(history.suffix(3))")
      }
      if said != clean.said || clean.differences != "" { return }
    }
  }

  @Test("files that no build made stay through an exchange") func foreignFiles() throws {
    try #require(Executable.exists)
    let place = try Workplace(seed: 3)
    _ = try place.build()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path("site/CNAME")))
    for round in 0..<3 {
      let file = place.path("content/cases/disk-io/fsync-per-row.md")
      let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      try Data((text + "\nMore, \(round).\n").utf8).write(to: URL(fileURLWithPath: file))
      _ = try place.build()
      #expect(FileManager.default.contents(atPath: place.path("site/CNAME")) == Data("mine".utf8))
      let page = FileManager.default.contents(atPath: place.path("site/cases/fsync-per-row.html")) ?? Data()
      #expect(String(decoding: page, as: UTF8.self).contains("More, \(round)."))
    }
  }

  @Test("only what changed is written") func writesLittle() throws {
    try #require(Executable.exists)
    let place = try Workplace(seed: 4)
    _ = try place.build()
    let file = place.path("content/cases/disk-io/fsync-per-row.md")
    let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    try Data((text + "\nMore.\n").utf8).write(to: URL(fileURLWithPath: file))
    let said = try place.sandbox.run("casebook build 2>/dev/null").output
    #expect(said.contains(", 1 written, ") || said.contains(", 2 written, "), "\(said)")
    #expect(try place.sandbox.run("casebook build 2>/dev/null").output.contains("nothing to write"))
  }
}
