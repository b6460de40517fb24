import CasebookModel
import CasebookRender
import CasebookSource
import Foundation
import TestSupport
import Testing

@Suite("JSON of documents") struct DocumentJSONTests {
  private let original = DocumentReader.read(
    SourceFile(path: "content/debugging-examples.md", bytes: Repository.bytes("content/debugging-examples.md")))

  @Test("The original is its recorded model, byte for byte") func golden() throws {
    let path = "Tests/Expectations/debugging-examples.model.json"
    let json = DocumentJSON.render(original.model)
    if ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] != nil {
      try Data(json).write(to: URL(fileURLWithPath: Repository.root + "/" + path))
      Issue.record("recorded \(path); run again without RECORD_EXPECTATIONS")
    }
    #expect(String(decoding: json, as: UTF8.self) == Repository.text(path))
  }

  @Test(
    "The original is the design's golden model",
    .enabled(
      if: SharedData.exists("design/reference/seed.model.json"), "SKIPPED: ../shared/design is absent"))
  func design() throws {
    let expected = try JSONSerialization.jsonObject(with: Data(SharedData.bytes("design/reference/seed.model.json")))
    let found = try JSONSerialization.jsonObject(with: Data(DocumentJSON.render(original.model)))
    #expect(differences(expected, found, at: "$") == [])
  }

  @Test func schemaIsTheDesigns() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(DocumentSchema.text.utf8)) as? [String: Any]
    #expect(schema?["$id"] as? String == "urn:casebook:document:1")
    guard SharedData.exists("design/reference/document.schema.json") else { return }
    let design = try JSONSerialization.jsonObject(with: Data(SharedData.bytes("design/reference/document.schema.json")))
    #expect(differences(design, schema as Any, at: "$") == [])
  }

  @Test func everyTextIsJSON() throws {
    let texts = [
      "", "# \u{0}\n\n**Problem**: \"quoted\\\" \u{7F}\u{2028}\n",
      "---\na: {b: [1, ~, \"x\"]}\n---\n\n## Symptoms\n- 5% → 0%\n",
    ]
    for text in texts {
      let library = CaseLibrary(documents: [DocumentReader.read(SourceFile(path: "a.md", text: text)).model])
      let json = try JSONSerialization.jsonObject(with: Data(LibraryJSON.render(library))) as? [String: Any]
      #expect(json?["schema"] as? String == "casebook.library/1")
      #expect((json?["documents"] as? [Any])?.count == 1)
    }
  }

  /// Paths at which two values differ; numbers may differ by rounding.
  private func differences(_ a: Any, _ b: Any, at path: String) -> [String] {
    switch (a, b) {
    case let (a as [String: Any], b as [String: Any]):
      return Set(a.keys).union(b.keys).sorted().flatMap { key in
        guard let x = a[key], let y = b[key] else { return ["\(path).\(key) is only in one"] }
        return differences(x, y, at: "\(path).\(key)")
      }
    case let (a as [Any], b as [Any]):
      guard a.count == b.count else { return ["\(path) has \(a.count) and \(b.count)"] }
      return zip(a, b).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)[\($0)]") }
    case let (a as NSNumber, b as NSNumber):
      let (x, y) = (a.doubleValue, b.doubleValue)
      return abs(x - y) <= 1e-9 * max(abs(x), abs(y)) ? [] : ["\(path) is \(x) and \(y)"]
    case let (a as NSObject, b as NSObject): return a == b ? [] : ["\(path) is \(a) and \(b)"]
    default: return ["\(path) differs in type"]
    }
  }
}
