import Testing

@testable import CasebookSearch

/// What a search says, to compare two of them.
private func told(_ answer: SearchAnswer) -> [String] {
  answer.hits.map { "\($0.found.id) \($0.score) \($0.tier) \($0.line) \($0.snippet.text)" } + ["\(answer.total)"]
}

private let queries = [
  "memory leak", "case-3", "\"lock wait\"", "pool -cache", "memry", "doSomething tag:heap", "ENOSPC v2.4.0", "zzz",
  "la",
]

@Suite("An index file is whole, or it is none") struct IndexFileTests {
  private let documents: [UInt8]
  private let whole: IndexFile

  init() {
    var fixture = SearchFixture(seed: 11)
    whole = SearchFixture.index(fixture.documents(40))
    documents = whole.withBytes { Array($0) }
  }

  @Test func itReadsBackAsItWasWritten() throws {
    let read = try #require(IndexFile(IndexBytes(documents), build: 7))
    #expect(Array(CaseSearch(read).manifest) == Array("manifest".utf8))
    for query in queries {
      #expect(told(CaseSearch(read).find(SearchQuery(query))) == told(CaseSearch(whole).find(SearchQuery(query))))
    }
  }

  @Test("the same bytes, however the documents are shared out", arguments: [2, 3, 7])
  func builders(_ count: Int) {
    var fixture = SearchFixture(seed: 11)
    let other = SearchFixture.index(fixture.documents(40), builders: count).withBytes { Array($0) }
    #expect(other == documents)
  }

  @Test func anotherBuildOrVersionIsNone() {
    #expect(IndexFile(IndexBytes(documents), build: 8) == nil)
    var other = documents
    other[8] &+= 1
    #expect(IndexFile(IndexBytes(other), build: 7) == nil)
    #expect(IndexFile(IndexBytes([]), build: 7) == nil)
  }

  @Test("damage is noticed: bits, ends, places") func damage() {
    var fixture = SearchFixture(seed: 5)
    let queries = ["memory leak", "\"lock wait\"", "case-3"]
    let expected = queries.map { told(CaseSearch(whole).find(SearchQuery($0))) }
    var unnoticed = 0
    for round in 0..<240 {
      var bytes = documents
      switch round % 4 {
      case 0: bytes[fixture.number(below: bytes.count)] ^= 1 << UInt8(fixture.number(below: 8))
      case 1: bytes.removeLast(1 + fixture.number(below: bytes.count))
      case 2:
        let (a, b) = (fixture.number(below: bytes.count / 8 - 64), fixture.number(below: bytes.count / 8 - 64))
        for offset in 0..<(8 * (1 + fixture.number(below: 64))) { bytes.swapAt(a * 8 + offset, b * 8 + offset) }
      default: for offset in 0..<fixture.number(below: 64) { bytes[fixture.number(below: bytes.count)] = UInt8(offset) }
      }
      guard bytes != documents, let file = IndexFile(IndexBytes(bytes), build: 7) else { continue }
      // Only texts of cases are read later, and then either unhurt or told of.
      let search = CaseSearch(file)
      for (query, wanted) in zip(queries, expected) {
        let answer = search.find(SearchQuery(query))
        if !answer.isDamaged, told(answer) != wanted { unnoticed += 1 }
      }
    }
    #expect(unnoticed == 0)
  }

  @Test("sections of any bytes under right checksums are answered without a trap") func hostileSections() {
    var fixture = SearchFixture(seed: 9)
    for _ in 0..<60 {
      var sections: [IndexFile.Section: ByteWriter] = [:]
      for section in IndexFile.Section.allCases {
        var bytes = Array(whole[section].bytes)
        for _ in 0..<fixture.number(below: 6) where !bytes.isEmpty {
          bytes[fixture.number(below: bytes.count)] = UInt8(truncatingIfNeeded: fixture.number(below: 256))
        }
        if fixture.number(below: 9) == 0 { bytes.removeLast(fixture.number(below: bytes.count + 1)) }
        var writer = ByteWriter()
        writer.append(bytes)
        sections[section] = writer
      }
      let search = CaseSearch(IndexFile(sections, build: 7))
      for query in queries { #expect(search.find(SearchQuery(query)).hits.count <= 10) }
    }
  }
}
