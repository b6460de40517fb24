import ArgumentParser
import CasebookSearch
import Glibc

extension RankingFeature: ExpressibleByArgument {}

/// Indexes a collection in memory, asks its queries, and prints quality and latency.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Measure ranking and latency on a collection with judgements.")

  @Argument(help: "A folder with corpus.jsonl, queries.jsonl and qrels.tsv, or one of Markdown.") var folder: String
  @Option(help: "For a folder of Markdown: a file with one query a line.") var queries: String?
  @Option(name: .customLong("run"), help: "Write a TREC run file, for other evaluators.") var runFile: String?
  @Option(help: "Leave out a part of the ranking: \(RankingFeature.allCases.map(\.rawValue).joined(separator: ", ")).")
  var without: RankingFeature?
  @Option(help: "How often the queries are timed; the best of each counts.") var passes = 3

  func run() throws {
    if let queries { return try measure(MarkdownCollection(folder), asking: queries) }
    let collection = try SearchCollection(folder)
    let start = CPUClock.now()
    var builder = IndexBuilder(without: without)
    for document in collection.documents { builder.add(document) }
    let index = builder.finish()
    report(index, build: (CPUClock.now() - start).cpu)
    try rank(collection, index)
    time(collection.queries.map(\.text), index)
  }

  /// Indexes Markdown one document after the other, so that a large collection never stands in memory.
  private func measure(_ collection: MarkdownCollection, asking path: String) throws {
    let lines = CorpusFiles.read(path).split(separator: 0x0A)
    guard !lines.isEmpty else { throw ValidationError("\(path) is absent or empty") }
    var builder = IndexBuilder()
    var milliseconds = 0.0
    for number in collection.paths.indices {
      let document = collection.document(number)
      let start = CPUClock.threadMilliseconds()
      builder.add(document)
      milliseconds += CPUClock.threadMilliseconds() - start
    }
    let start = CPUClock.now()
    let index = builder.finish()
    report(index, build: milliseconds / 1_000 + (CPUClock.now() - start).cpu)
    time(lines.map { String(decoding: $0, as: UTF8.self) }, index)
  }

  private func report(_ index: SearchIndex, build: Double) {
    print(
      "documents=\(index.documentCount) build=\(rounded(build)) MB=\(rounded(Double(index.bytes) / 1e6))"
        + " peakMB=\(rounded(CPUClock.peakMegabytes()))")
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

  /// Prints milliseconds of CPU of the ten best, for some and for all of the words.
  private func time(_ queries: [String], _ index: SearchIndex) {
    for (name, demand) in [("any", SearchIndex.Demand.any), ("all", .all)] {
      var best = [Double](repeating: .infinity, count: queries.count)
      for _ in 0..<max(passes, 1) {
        for (number, query) in queries.enumerated() {
          let start = CPUClock.threadMilliseconds()
          let hits = index.ask(query, demand, limit: 10)
          let spent = CPUClock.threadMilliseconds() - start
          best[number] = min(best[number], hits.count > 10 ? .infinity : spent)
        }
      }
      best.sort()
      print("\(name) queries=\(best.count) p50=\(percentile(best, 50)) p99=\(percentile(best, 99)) (ms of CPU)")
    }
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
