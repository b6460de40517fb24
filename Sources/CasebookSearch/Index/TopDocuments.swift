/// A document and what a query gave it.
package struct ScoredDocument: Sendable, Hashable {
  package var document: Int
  package var score: Int
}

/// The best so many documents, best first; of equal scores the earlier document.
///
/// Documents are offered in ascending order, so that one that only equals the last never enters.
struct TopDocuments {
  /// More would make insertion quadratic.
  static let most = 1_000

  private let limit: Int
  private(set) var documents: [ScoredDocument] = []
  /// What a score must exceed to enter.
  private(set) var threshold: UInt32 = 0

  init(limit: Int) { self.limit = min(max(limit, 0), Self.most) }

  var isClosed: Bool { limit == 0 }

  mutating func offer(_ document: Int, _ score: UInt32) {
    guard score > threshold, limit > 0 else { return }
    if documents.count == limit { documents.removeLast() }
    var place = documents.count
    while place > 0, documents[place - 1].score < Int(score) { place -= 1 }
    documents.insert(ScoredDocument(document: document, score: Int(score)), at: place)
    if documents.count == limit, let last = documents.last { threshold = UInt32(truncatingIfNeeded: last.score) }
  }
}
