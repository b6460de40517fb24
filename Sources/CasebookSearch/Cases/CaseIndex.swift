import CasebookModel

/// Joins builders into one index: verified cases first, then by id; the same bytes however they were shared out.
///
/// Of equal scores the earlier case comes first, so the order of the cases is the order among equals.
package enum CaseIndex {
  /// Builds an index; `build` names the program, `manifest` what the index was made from.
  package static func build(
    _ builders: [CaseIndexBuilder], issueTypes: [String], manifest: [UInt8] = [], build: UInt64 = 0
  ) -> IndexFile {
    var order = builders.enumerated().flatMap { chunk, builder in
      builder.cases.indices.map { (chunk: chunk, document: $0) }
    }
    func entry(_ place: (chunk: Int, document: Int)) -> CaseIndexBuilder.Entry {
      builders[place.chunk].cases[place.document]
    }
    order.sort { isBefore(entry($0), entry($1)) }
    var sections = IndexMerge(builders.map(\.index), order: order).sections()
    var names: [(hash: UInt32, tier: SearchTier, number: Int)] = []
    var values: [SearchQuery.Filter: [String: [Int]]] = [:]
    var (records, heads, texts) = (ByteWriter(), ByteWriter(), ByteWriter())
    texts.reserve(builders.reduce(0) { $0 + $1.texts.count })
    for (number, place) in order.enumerated() {
      let item = entry(place)
      names += item.names.map { ($0.hash, $0.tier, number) }
      for (filter, texts) in item.values {
        for text in Set(texts) { values[filter, default: [:]][text, default: []].append(number) }
      }
      let head = heads.count
      heads.append(builders[place.chunk].heads.bytes[item.head])
      let text = texts.count
      texts.append(builders[place.chunk].texts.bytes[item.text])
      CaseStore.write(number, head: head..<heads.count, text: text..<texts.count, texts, to: &records)
    }
    sections[.names] = CaseNames.write(names)
    sections[.facets] = CaseFacets.write(values, issueTypes: issueTypes)
    sections[.caseRecords] = records
    sections[.caseHeads] = heads
    sections[.caseTexts] = texts
    var bytes = ByteWriter()
    bytes.append(manifest)
    sections[.manifest] = bytes
    return IndexFile(sections, build: build)
  }

  private static func isBefore(_ a: CaseIndexBuilder.Entry, _ b: CaseIndexBuilder.Entry) -> Bool {
    if (a.proof == .verified) != (b.proof == .verified) { return a.proof == .verified }
    if a.id != b.id { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return a.line < b.line
  }
}
