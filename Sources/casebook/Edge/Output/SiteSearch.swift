import CasebookSearch

/// The search data of a site: the index of its cases as scripts, from the index file where that is fresh.
struct SiteSearch {
  /// Path → bytes, sorted by path; none where there is no case.
  let files: [(path: String, bytes: [UInt8])]

  /// Whether a file of a site belongs to its search data.
  static func holds(_ path: String) -> Bool { path.utf8.starts(with: SearchShards.folder.utf8) }

  /// `pages` are those of the cases: path of the document, place among its cases, path of the page.
  init(
    _ base: KnowledgeBase, started: Int64, pages: [(document: String, caseIndex: Int, path: String)]
  ) throws(CommandFailure) {
    guard !pages.isEmpty else {
      files = []
      return
    }
    let search = try SearchSource.search(base, started: started)
    var addresses: [String: [String]] = [:]
    for page in pages.sorted(by: { $0.caseIndex < $1.caseIndex }) {
      addresses[page.document, default: []].append(page.path)
    }
    // Cases of a document come in the order of their lines.
    var lines: [String: [Int]] = [:]
    for number in 0..<search.caseCount {
      let item = search.item(number)
      lines[item.path, default: []].append(item.line)
    }
    for path in lines.keys { lines[path]?.sort() }
    files = SearchShards(search) { item in
      guard let place = lines[item.path]?.firstIndex(of: item.line), let own = addresses[item.path],
        own.indices.contains(place)
      else { return nil }
      return own[place]
    }.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
