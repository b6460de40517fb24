import Glibc

/// How well ranked lists agree with judgements, averaged over the judged queries; as trec_eval computes it.
struct RankingQuality {
  private var gain = 0.0
  private var precision = 0.0
  private var reciprocal = 0.0
  private(set) var queries = 0

  /// Takes the ranked documents of a query and the grades of those that are relevant.
  mutating func add(_ ranked: [String], _ grades: [String: Int]) {
    let relevant = grades.values.filter { $0 > 0 }
    guard !relevant.isEmpty else { return }
    queries += 1
    let ideal = Self.discounted(relevant.sorted(by: >))
    gain += Self.discounted(ranked.map { max(grades[$0] ?? 0, 0) }) / ideal
    var found = 0
    var sum = 0.0
    for (rank, document) in ranked.enumerated() where grades[document] ?? 0 > 0 {
      found += 1
      sum += Double(found) / Double(rank + 1)
      if found == 1 { reciprocal += 1 / Double(rank + 1) }
    }
    precision += sum / Double(relevant.count)
  }

  var nDCG10: Double { gain / Double(max(queries, 1)) }
  var map: Double { precision / Double(max(queries, 1)) }
  var mrr: Double { reciprocal / Double(max(queries, 1)) }

  private static func discounted(_ grades: [Int]) -> Double {
    grades.prefix(10).enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
  }
}
