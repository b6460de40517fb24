import CasebookSource

/// The documents of now beside those of the last build, both sorted by path.
struct StoredMatch: @unchecked Sendable {  // Safe: all threads read, from memory that is never written.
  /// For each source its record, if neither path nor stamp has changed.
  private(set) var stored: [StoredDocument?] = []
  /// Sources that are new or have changed.
  private(set) var changed: [Int] = []
  /// For each source its last record, changed or not.
  private var formers: [StoredDocument?] = []
  /// Whether there are the same documents as before.
  private(set) var isOrderKept: Bool

  init(_ sources: [DocumentSource], _ stamps: [FileStamp], _ documents: [StoredDocument]) {
    isOrderKept = sources.count == documents.count
    stored.reserveCapacity(sources.count)
    formers.reserveCapacity(sources.count)
    var next = 0
    for (index, source) in sources.enumerated() {
      var path = source.modelPath
      let former = path.withUTF8 { path -> StoredDocument? in
        while next < documents.count, documents[next].path.lexicographicallyPrecedes(path) { next += 1 }
        guard next < documents.count, documents[next].path.elementsEqual(path) else { return nil }
        return documents[next]
      }
      formers.append(former)
      if former == nil { isOrderKept = false }
      if let former, former.stamp == stamps[index] {
        stored.append(former)
      } else {
        stored.append(nil)
        changed.append(index)
      }
    }
  }

  /// The last record of a source, changed or not.
  func former(_ index: Int) -> StoredDocument? { formers[index] }
}
