import CasebookModel
import CasebookSource
import Foundation
import TestSupport

@testable import CasebookSearch

/// The queries of `golden-queries.yml`, and the two collections that they are asked of.
struct GoldenQueries {
  struct Query: Codable {
    var query: String
    var tier: String
    var first: [String]
  }

  static let path = "Tests/golden-queries.yml"
  static let shipped = GoldenQueries("shipped", index: CaseSearch(shippedLibrary))
  static let made: GoldenQueries = {
    var fixture = SearchFixture(seed: 42)
    return GoldenQueries("made", index: CaseSearch(SearchFixture.index(fixture.documents(500))))
  }()

  let section: String
  let search: CaseSearch
  let queries: [Query]

  init(_ section: String, index: CaseSearch) {
    self.section = section
    search = index
    queries = Self.sections[section] ?? []
  }

  private static var shippedLibrary: CaseLibrary {
    CaseLibrary(
      documents: Repository.files(below: "content", suffix: ".md").map {
        DocumentReader.read(SourceFile(path: $0, bytes: Repository.bytes($0))).model
      })
  }

  /// Each entry is JSON after its dash, so that a line is a query.
  private static let sections: [String: [Query]] = {
    var result: [String: [Query]] = [:]
    var section = ""
    for line in Repository.text(path).split(separator: "\n") {
      if let first = line.first, first.isLetter, line.hasSuffix(":") { section = String(line.dropLast()) }
      guard line.hasPrefix("  - "),
        let query = try? JSONDecoder().decode(Query.self, from: Data(line.dropFirst(4).utf8))
      else { continue }
      result[section, default: []].append(query)
    }
    return result
  }()

  /// The answer as it is written down.
  func expectation(_ query: Query) -> Query {
    let hits = search.find(SearchQuery(query.query)).hits
    return Query(query: query.query, tier: hits.first?.tier.rawValue ?? "none", first: hits.prefix(1).map(\.found.id))
  }

  /// Writes the answers of today into the file.
  static func record() throws {
    var section = ""
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let first = line.first, first.isLetter, line.hasSuffix(":") { section = String(line.dropLast()) }
      guard line.hasPrefix("  - ") else { return String(line) }
      let query = try JSONDecoder().decode(Query.self, from: Data(line.dropFirst(4).utf8))
      let answer = (section == "made" ? made : shipped).expectation(query)
      func json(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }
      let first = try answer.first.map(json).joined(separator: ", ")
      let words = line.dropFirst(4).components(separatedBy: ", \"tier\": ").first ?? ""
      return "  - \(words), \"tier\": \(try json(answer.tier)), \"first\": [\(first)]}"
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: Repository.root + "/" + path))
  }
}
