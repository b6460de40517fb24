import CasebookModel
import CasebookSearch
import CasebookSource
import Glibc

/// The index to search in: the file, where it still says what the disk says, else a new one.
struct SearchSource {
  private(set) var search: CaseSearch
  /// The knowledge base, listed only where the index had to be built.
  let base: KnowledgeBase
  private(set) var isIncomplete = false
  private let options: KnowledgeBaseOptions

  /// Opens the index of a knowledge base; without `refreshes` an index that is there is taken as it is.
  init(_ options: KnowledgeBaseOptions, refreshes: Bool) throws(CommandFailure) {
    self.options = options
    base = try options.open(isListed: false)
    let synonyms = try SynonymFiles.read(base)
    let store = IndexStore(base)
    if let file = store?.load() {
      search = CaseSearch(file)
      search.synonyms = synonyms
      var freshness = IndexFreshness(search.manifest)
      if !refreshes || freshness.holds(for: base) { return }
    }
    (search, isIncomplete) = try Self.build(options, store)
    search.synonyms = synonyms
  }

  /// Builds anew what turned out to be damaged.
  mutating func rebuild() throws(CommandFailure) {
    let synonyms = search.synonyms
    (search, isIncomplete) = try Self.build(options, IndexStore(base))
    search.synonyms = synonyms
  }

  /// The search of a knowledge base that was listed after `started`: by the file, where it is fresh, else a new index.
  static func search(_ base: KnowledgeBase, started: Int64) throws(CommandFailure) -> CaseSearch {
    let synonyms = try SynonymFiles.read(base)
    let store = IndexStore(base)
    var search: CaseSearch
    if let file = store?.load() {
      search = CaseSearch(file)
      var freshness = IndexFreshness(search.manifest)
      if !freshness.holds(for: base) { search = build(base, started: started, store).search }
    } else {
      search = build(base, started: started, store).search
    }
    search.synonyms = synonyms
    return search
  }

  private static func build(
    _ options: KnowledgeBaseOptions, _ store: IndexStore?
  ) throws(CommandFailure) -> (CaseSearch, Bool) {
    let started = Clock.nanoseconds
    // Listed before it is read: a change in between is seen by the next search.
    var silent = options
    silent.verbose = false
    let (search, reading) = build(try silent.open(), started: started, store)
    reading.reportFailures()
    return (search, reading.isIncomplete)
  }

  private static func build(
    _ base: KnowledgeBase, started: Int64, _ store: IndexStore?
  ) -> (search: CaseSearch, reading: Reading) {
    let manifest = IndexManifest(base, started: started)
    let reading = Reading(base, withTexts: true)
    let library = reading.library
    let resolution = CaseResolution(library.issueTypes)
    let proofs = base.proofs
    let builders = Threads.mapChunks(of: library.documents.count) { range in
      var builder = CaseIndexBuilder(proofs: proofs)
      for index in range {
        var document = library.documents[index]
        resolution.resolve(&document)
        builder.add(document)
      }
      return builder
    }
    let file = CaseIndex.build(
      builders, issueTypes: library.issueTypes.map(\.name), manifest: manifest.bytes, build: IndexBuild.digest)
    // An index with gaps would hide that there are any.
    if !reading.isIncomplete { store?.save(file) }
    return (CaseSearch(file), reading)
  }
}
