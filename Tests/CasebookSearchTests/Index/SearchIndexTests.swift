import CasebookSearch
import Testing

private func index(_ texts: [String]) -> SearchIndex {
  var builder = IndexBuilder()
  for text in texts { builder.add([(.symptom, Array(text.utf8))]) }
  return builder.finish()
}

/// Words from a small vocabulary, by a generator that gives the same for the same seed.
private struct Words {
  var state: UInt64

  mutating func next(_ count: Int, of vocabulary: Int) -> String {
    var words: [String] = []
    for _ in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Squared, so that some words are frequent and most are rare.
      let share = Double(state >> 33) / Double(UInt32.max / 2)
      words.append("w\(Int(share * share * Double(vocabulary)))")
    }
    return words.joined(separator: " ")
  }
}

@Suite struct SearchIndexTests {
  @Test func theRarerWordAndTheShorterTextWin() {
    let index = index([
      "memory grows", "memory grows and heap grows", "heap of the memory", "disk full", "memory memory disk sockets",
    ])
    #expect(index.any("heap", limit: 5).map(\.document) == [2, 1])
    #expect(index.any("disk full", limit: 5).map(\.document) == [3, 4])
    #expect(index.any("nothing of it", limit: 5).isEmpty)
  }

  @Test func aTitleCountsMoreThanProseAndProseMoreThanCode() {
    var builder = IndexBuilder()
    for field in [SearchField.code, .prose, .fact, .symptom, .title, .identity] {
      builder.add([(field, Array("deadlock".utf8)), (.prose, Array("of the pool".utf8))])
    }
    builder.add([(.prose, Array("something else".utf8))])
    #expect(builder.finish().any("deadlock", limit: 9).map(\.document) == [5, 4, 3, 2, 1, 0])
  }

  @Test func neighboursInOrderCountMore() {
    let index = index(["lock wait seen", "wait lock seen", "lock wait found", "other text", "more text"])
    let scores = Dictionary(
      uniqueKeysWithValues: index.any("lock wait", limit: 5).map { ($0.document, $0.score) })
    #expect((scores[0] ?? 0) > (scores[1] ?? 0))
    #expect(scores[0] == scores[2])
  }

  @Test func ofEqualScoresTheEarlierDocumentIsFirst() {
    let index = index([String](repeating: "same text here", count: 40) + ["another"])
    #expect(index.any("same text", limit: 7).map(\.document) == Array(0..<7))
  }

  @Test("the ten best are the first ten of all") func topEqualsExhaustive() {
    var words = Words(state: 7)
    let index = index((0..<700).map { _ in words.next(30, of: 400) })
    for count in [1, 2, 5, 40] {
      let query = words.next(count, of: 400)
      let all = index.any(query, limit: 1_000)
      #expect(all.map(\.score) == all.map(\.score).sorted(by: >), "\(query)")
      for limit in [1, 3, 10, 100] { #expect(index.any(query, limit: limit) == Array(all.prefix(limit)), "\(query)") }
    }
  }

  @Test("a rare word of many documents is found among blocks of a common one") func manyDocuments() {
    var builder = IndexBuilder()
    for number in 0..<65_600 { builder.add([(.prose, Array((number % 5_000 == 0 ? "rare" : "common").utf8))]) }
    builder.add([(.prose, Array("common rare".utf8))])
    let index = builder.finish()
    #expect(index.documentCount == 65_601)
    #expect(index.any("rare", limit: 100).map(\.document) == (0..<14).map { $0 * 5_000 } + [65_600])
  }

  @Test("a query of a megabyte, of no words, or asking for no results is answered") func hostile() {
    let index = index(["memory grows", "disk full"])
    let long = String(repeating: "memory disk ", count: 90_000)
    #expect(index.any(long, limit: 10).count == 2)
    #expect(index.any("", limit: 10).isEmpty)
    #expect(index.any("the of and", limit: 10).isEmpty)
    #expect(index.any("memory", limit: 0).isEmpty)
    #expect(index.any("memory", limit: -1).isEmpty)
    #expect(index.any("memory", limit: .max).count == 1)
    #expect(IndexBuilder().finish().any("memory", limit: 10).isEmpty)
  }

  @Test func theSameDocumentsGiveTheSameIndex() {
    var words = Words(state: 3)
    let texts = (0..<50).map { _ in words.next(20, of: 60) }
    #expect(index(texts).any("w1 w2 w3", limit: 50) == index(texts).any("w1 w2 w3", limit: 50))
    #expect(index(texts).bytes == index(texts).bytes)
  }
}
