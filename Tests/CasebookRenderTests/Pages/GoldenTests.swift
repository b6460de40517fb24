import CasebookModel
import CasebookSource
import Foundation
import TestSupport
import Testing

@testable import CasebookRender

/// `Tests/Golden/<case>/content` → pages and terminal text in `Tests/Golden/<case>/expected`; of a page, the main part alone.
///
/// `RECORD_EXPECTATIONS=1` writes what comes out and fails the run, so that no recording passes unseen.
@Suite("Golden folders") struct GoldenTests {
  private static let folder = "Tests/Golden"

  /// The original has no copy here: it is the file in `content/`.
  static let cases = ["original", "one-case", "foreign"]

  private func sources(of name: String) -> [(path: String, bytes: [UInt8])] {
    if name == "original" { return [("debugging-examples.md", Repository.bytes("content/debugging-examples.md"))] }
    let root = "\(Self.folder)/\(name)/content"
    return Repository.files(below: root, suffix: ".md").map {
      (String($0.dropFirst(root.count + 1)), Repository.bytes($0))
    }
  }

  private func outputs(of name: String) throws -> [String: String] {
    let site = try SiteRenderer(configuration: SiteConfiguration(title: "Golden"))
    var bodies: [DocumentBody] = []
    var outputs: [String: String] = [:]
    for (path, bytes) in sources(of: name) {
      let read = DocumentReader.read(SourceFile(path: path, bytes: bytes))
      bodies.append(site.body(of: read, findings: read.diagnostics))
      let types = read.model.toolTable?.issueTypes ?? []
      for item in read.model.cases {
        let text = TextRenderer.render(case: item, of: read, issueTypes: types, findings: read.diagnostics)
        outputs["text/\(item.id).txt"] = String(decoding: text, as: UTF8.self)
      }
      if read.model.cases.isEmpty {
        outputs["text/\(PageAddress.fileName(of: path)).txt"] = String(
          decoding: TextRenderer.render(document: read), as: UTF8.self)
      }
    }
    for file in try site.site(bodies: bodies).files where file.path.hasSuffix(".html") {
      outputs["pages/" + file.path] = mainPart(String(decoding: file.bytes, as: UTF8.self))
    }
    return outputs
  }

  private func mainPart(_ page: String) -> String {
    guard let start = page.firstRange(of: "<main"), let end = page.firstRange(of: "</main>") else { return page }
    return String(page[start.lowerBound..<end.upperBound]) + "\n"
  }

  @Test("Pages and text are as recorded", arguments: cases) func golden(_ name: String) throws {
    let root = "\(Self.folder)/\(name)/expected"
    let outputs = try outputs(of: name)
    #expect(!outputs.isEmpty)
    if ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] == "1" {
      try? FileManager.default.removeItem(atPath: "\(Repository.root)/\(root)")
      for (path, text) in outputs {
        let url = URL(fileURLWithPath: "\(Repository.root)/\(root)/\(path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      Issue.record("recorded \(root); look at the difference, then run again without RECORD_EXPECTATIONS")
      return
    }
    #expect(
      Set(Repository.files(below: root).filter { $0.contains(".") && !isFolder($0) })
        == Set(outputs.keys.map { "\(root)/\($0)" }))
    for (path, text) in outputs {
      let expected = Repository.text("\(root)/\(path)")
      if text != expected { Issue.record("\(root)/\(path)\n\(firstDifference(text, expected))") }
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)", isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func firstDifference(_ text: String, _ expected: String) -> String {
    let (a, b) = (text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let line = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    return
      "line \(line + 1)\n  is       \(line < a.count ? a[line] : "(end)")\n  expected \(line < b.count ? b[line] : "(end)")"
  }
}
