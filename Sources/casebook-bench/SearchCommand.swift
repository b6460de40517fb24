import ArgumentParser
import CasebookSearch
import Glibc

/// Indexes a collection in memory, asks its queries, and prints quality and latency.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Measure ranking and latency on a collection with judgements.")

  @Argument(help: "A folder with corpus.jsonl, queries.jsonl and qrels.tsv.") var folder: String
  @Option(name: .customLong("run"), help: "Write a TREC run file, for other evaluators.") var runFile: String?
  @Option(help: "How often the queries are timed; the best of each counts.") var passes = 3

  func run() throws {
    let collection = try SearchCollection(folder)
    let start = CPUClock.now()
    var builder = IndexBuilder()
    for document in collection.documents { builder.add(document) }
    let index = builder.finish()
    let build = CPUClock.now() - start
    print("documents=\(index.documentCount) build=\(rounded(build.cpu)) MB=\(rounded(Double(index.bytes) / 1e6))")

    try rank(collection, index)
    let latency = latencies(collection, index)
    print(
      "queries=\(latency.count) p50=\(percentile(latency, 50)) p99=\(percentile(latency, 99)) (ms of CPU, ten best)")
  }

  private func rank(_ collection: SearchCollection, _ index: SearchIndex) throws {
    let dropsOwn = collection.queriesAreDocuments
    var quality = RankingQuality()
    var lines = ""
    for query in collection.queries {
      let hits = index.any(query.text, limit: 1_000).map { (id: collection.ids[$0.document], score: $0.score) }
        .filter { !dropsOwn || $0.id != query.id }
      quality.add(hits.map(\.id), collection.judgements[query.id] ?? [:])
      guard runFile != nil else { continue }
      for (rank, hit) in hits.enumerated() {
        // The fraction keeps the order of equal scores for evaluators that sort by score.
        let fraction = String(1_999 - rank).dropFirst()
        lines += "\(query.id) Q0 \(hit.id) \(rank + 1) \(hit.score).\(fraction) casebook\n"
      }
    }
    print(
      "judged=\(quality.queries) nDCG@10=\(rounded(quality.nDCG10)) MAP=\(rounded(quality.map))"
        + " MRR=\(rounded(quality.mrr))")
    if let runFile { try write(lines, to: runFile) }
  }

  /// Milliseconds of each query, ascending.
  private func latencies(_ collection: SearchCollection, _ index: SearchIndex) -> [Double] {
    var best = [Double](repeating: .infinity, count: collection.queries.count)
    for _ in 0..<max(passes, 1) {
      for (number, query) in collection.queries.enumerated() {
        let start = CPUClock.threadMilliseconds()
        let hits = index.any(query.text, limit: 10)
        let spent = CPUClock.threadMilliseconds() - start
        best[number] = min(best[number], hits.count > 10 ? .infinity : spent)
      }
    }
    return best.sorted()
  }

  private func percentile(_ sorted: [Double], _ percent: Int) -> Double {
    sorted.isEmpty ? 0 : rounded(sorted[min(sorted.count * percent / 100, sorted.count - 1)])
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw ValidationError("cannot write \(path)") }
    let written = fputs(text, file)
    guard fclose(file) == 0, written >= 0 else { throw ValidationError("cannot write \(path)") }
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
