import ArgumentParser
import CasebookModel
import CasebookSearch
import CasebookSource

/// Pastes texts of a collection into `match`: is what it answers right, and is it silent where the case is not there.
///
/// Twice: the collection's own queries, right where the answer is judged relevant; and the beginning of each document's
/// text, its title left out, right where the answer is that document. A text becomes a misfit by taking out the document
/// and all that is judged relevant with it.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Measure precision and abstention of match on a collection.")

  @Argument(help: "A folder with corpus.jsonl, queries.jsonl and qrels.tsv.") var folder: String
  @Option(help: "How much the best score must be of the second, in hundredths.") var lead: Int?
  @Option(help: "Share of a text's weight that a case must hold, in hundredths.") var share: Int?
  @Option(help: "Bytes of a document that are pasted.") var bytes = 400

  func run() throws {
    let collection = try SearchCollection(folder)
    let search = CaseSearch(CaseLibrary(documents: collection.ids.indices.map { Self.document($0, collection) }))
    guard search.caseCount == collection.ids.count else {
      throw ValidationError("\(search.caseCount) cases of \(collection.ids.count) documents")
    }
    var thresholds = CaseMatcher.Thresholds()
    if let lead { thresholds.lead = lead }
    if let share { thresholds.share = share }
    let matcher = CaseMatcher(search, thresholds: thresholds)
    // Cases stand in the order of their ids, which are the documents' numbers with leading zeros.
    let numbers = Dictionary(uniqueKeysWithValues: collection.ids.enumerated().map { ($1, $0) })
    func relevant(_ query: String) -> Set<Int> {
      Set((collection.judgements[query] ?? [:]).filter { $0.value > 0 }.compactMap { numbers[$0.key] })
    }
    let dropsOwn = collection.queriesAreDocuments
    var own = Tally()
    for query in collection.queries {
      let fitting = relevant(query.id)
      guard !fitting.isEmpty else { continue }
      let asking = dropsOwn ? numbers[query.id] : nil
      own.add(Array(query.text.utf8), fitting, without: asking, matcher, collection.ids.count)
    }
    print("queries \(own)")
    var hidden = Tally()
    for (number, fields) in collection.documents.enumerated() {
      let text = Array((fields.last?.text ?? []).prefix(bytes))
      // Some have a title alone.
      guard text.count >= bytes / 2 else { continue }
      var fitting: Set<Int> = [number]
      for (query, grades) in collection.judgements where (grades[collection.ids[number]] ?? 0) > 0 {
        fitting.formUnion(relevant(query))
      }
      hidden.add(text, fitting, without: nil, matcher, collection.ids.count)
    }
    print("texts without title \(hidden)")
  }

  /// Counts of what was answered.
  private struct Tally: CustomStringConvertible {
    var texts = 0
    var answered = 0
    var right = 0
    var abstained = 0

    /// Asks with and without the cases that fit; a text that is a document itself never sees that.
    mutating func add(
      _ text: [UInt8], _ fitting: Set<Int>, without own: Int?, _ matcher: CaseMatcher, _ count: Int
    ) {
      texts += 1
      let all = (0..<count).map { $0 != own }
      if let found = matcher.match(text, among: all).matches.first, let number = Int(found.found.id.dropFirst()) {
        answered += 1
        if fitting.contains(number) { right += 1 }
      }
      let others = (0..<count).map { $0 != own && !fitting.contains($0) }
      if matcher.match(text, among: others).matches.isEmpty { abstained += 1 }
    }

    private func percent(_ part: Int, _ whole: Int) -> Int { whole == 0 ? 0 : part * 100 / whole }

    var description: String {
      "texts=\(texts) answered=\(answered) right=\(right) (\(percent(right, answered)) %)"
        + " misfits abstained=\(abstained) (\(percent(abstained, texts)) %)"
    }
  }

  /// A document of a collection as a case; its headings become text, so that it stays one.
  private static func document(_ number: Int, _ collection: SearchCollection) -> CaseDocument {
    let digits = String(number)
    let id = "d" + String(repeating: "0", count: 7 - min(digits.utf8.count, 7)) + digits
    func line(_ bytes: [UInt8]) -> String {
      String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
    let fields = collection.documents[number]
    let text = """
      ---
      id: \(id)
      ---

      # Case \(line(fields.first?.text ?? []))

      **Problem**: Text

      ## Investigation

      ### 1. Look

      \(line(fields.last?.text ?? []))
      """
    return DocumentReader.read(SourceFile(path: id + ".md", bytes: Array(text.utf8))).model
  }
}
