import Foundation
import TestSupport
import Testing

@testable import CasebookSearch

@Suite("Golden queries") struct GoldenQueriesTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] != nil

  @Test func thereAreEnough() {
    #expect(GoldenQueries.shipped.queries.count >= 200)
    #expect(GoldenQueries.made.queries.count >= 30)
  }

  @Test("expectations hold", arguments: ["shipped", "made"])
  func holds(_ section: String) throws {
    if Self.isRecording {
      try GoldenQueries.record()
      Issue.record("expectations were written anew")
      return
    }
    let golden = section == "made" ? GoldenQueries.made : .shipped
    for query in golden.queries {
      let answer = golden.expectation(query)
      #expect(answer.tier == query.tier, "\(query.query)")
      #expect(answer.first == query.first, "\(query.query)")
    }
  }
}

/// One page, from a disk, under the policy of the site, in which both indexes are asked.
@Suite(
  "In Chromium",
  .enabled(if: Browser.isPresent, "SKIPPED: no chromium, or no Python with playwright (see CASEBOOK_PYTHON)"))
struct BrowserSearchTests {
  private static let facetsOf = ["memory", "tag:python cache", "type:disk-io", "memroy", "-memory"]
  private static let policy = Repository.text("templates/head.mustache").split(separator: "\n")
    .first { $0.contains("Content-Security") }
  private static let asked = Result { try ask() }
  private let answer: Browser.Answer
  private let vectors: [AnalyzerVectors.Vector]

  init() throws {
    vectors = try AnalyzerVectors.read()
    answer = try Self.asked.get()
  }

  /// One run of the browser for all tests.
  private static func ask() throws -> Browser.Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for golden in [GoldenQueries.shipped, .made] {
      for file in SearchShards(golden.search).files {
        let place = folder.appendingPathComponent(golden.section).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    }
    try Data(Repository.bytes("templates/search.js")).write(to: folder.appendingPathComponent("search.js"))
    let page = folder.appendingPathComponent("page.html")
    try Data("<!DOCTYPE html><meta charset=\"utf-8\">\(policy ?? "")<script src=\"search.js\"></script>".utf8)
      .write(to: page)
    let indexes = [GoldenQueries.shipped, .made].map {
      Browser.Question.Index(
        folder: "\($0.section)/\(SearchShards.folder)", queries: $0.queries.map(\.query), facetsOf: facetsOf)
    }
    return try Browser.ask(
      Browser.Question(texts: AnalyzerVectors.read().map(\.text), indexes: indexes), page: page.path)
  }

  @Test func sameAnswersAsOnTheCommandLine() {
    #expect(answer.indexes.count == 2)
    for (golden, found) in zip([GoldenQueries.shipped, .made], answer.indexes) {
      #expect(found.answers.count == golden.queries.count)
      for (query, browser) in zip(golden.queries, found.answers) {
        let own = golden.search.find(SearchQuery(query.query))
        let hits = own.hits.map { Browser.Answer.Hit(id: $0.found.id, score: $0.score, tier: $0.tier.rawValue) }
        #expect(browser.hits == hits, "\(query.query)")
        #expect(browser.total == own.total, "\(query.query)")
        #expect(browser.mode == own.mode.rawValue, "\(query.query)")
      }
      for (query, facets) in zip(Self.facetsOf, found.facets) {
        let own = golden.search.find(SearchQuery(query)).facets
        for filter in SearchQuery.Filter.allCases {
          let values = (own[filter] ?? []).map { Browser.Answer.Value(name: $0.value, count: $0.count) }
          #expect(Set(facets[filter.rawValue] ?? []) == Set(values), "\(query) \(filter)")
        }
      }
    }
  }

  @Test func sameTermsAsOnTheCommandLine() {
    #expect(answer.analyzed.count == vectors.count)
    for (vector, terms) in zip(vectors, answer.analyzed) { #expect(terms == vector.terms, "\(vector.text)") }
  }

  @Test func onlyFilesAreLoadedAndNothingIsRefused() {
    #expect(Self.policy?.contains("default-src 'none'; script-src 'self'") == true)
    #expect(answer.messages == [])
    #expect(answer.requests.allSatisfy { $0.hasPrefix("file://") })
    #expect(answer.requests.contains { $0.hasSuffix("shipped/search/root.js") })
    // The larger index is cut: parts stand in a folder that is named after them.
    #expect(answer.requests.contains { $0.contains("/made/search/") && $0.hasSuffix("/v.js") })
  }
}
