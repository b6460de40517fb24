import Foundation
import TestSupport
import Testing

@testable import CasebookSearch

/// Texts and their terms, which both halves of the search must give: `analyzer-vectors.json`.
enum AnalyzerVectors {
  struct Vector: Codable {
    var text: String
    var terms: Browser.Answer.Terms
  }

  static let path = "Tests/analyzer-vectors.json"

  static func read() throws -> [Vector] {
    try JSONDecoder().decode([Vector].self, from: Data(Repository.bytes(path)))
  }

  static func terms(of text: String) -> Browser.Answer.Terms {
    var analyzer = Analyzer()
    let found = analyzer.terms(of: Array(text.utf8))
    func texts(_ terms: [[UInt8]]) -> [String] { terms.map { String(decoding: $0, as: UTF8.self) } }
    return Browser.Answer.Terms(sequence: texts(found.sequence), extra: texts(found.extra))
  }

  /// One vector a line.
  static func record() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    let lines = try read().map { vector in
      String(decoding: try encoder.encode(Vector(text: vector.text, terms: terms(of: vector.text))), as: UTF8.self)
    }
    let text = "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: Repository.root + "/" + path))
  }
}

@Suite struct AnalyzerVectorTests {
  @Test func termsAreAsWrittenDown() throws {
    if ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] != nil {
      try AnalyzerVectors.record()
      Issue.record("vectors were written anew")
      return
    }
    let vectors = try AnalyzerVectors.read()
    #expect(vectors.count >= 250)
    for vector in vectors { #expect(AnalyzerVectors.terms(of: vector.text) == vector.terms, "\(vector.text)") }
  }
}
