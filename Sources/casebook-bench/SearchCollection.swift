import ArgumentParser
import CasebookSearch

/// A test collection: documents, queries and what is relevant, laid out as BEIR's are.
struct SearchCollection {
  /// A document as the index takes it.
  typealias Fields = [(field: SearchField, text: [UInt8])]

  var ids: [String] = []
  var documents: [Fields] = []
  var queries: [(id: String, text: String)] = []
  /// Query → document → grade.
  var judgements: [String: [String: Int]] = [:]

  /// Reads `corpus.jsonl`, `queries.jsonl` and, where there is one, `qrels.tsv`.
  init(_ folder: String) throws {
    for object in try Self.objects(folder + "/corpus.jsonl") {
      ids.append(Self.text(object["_id"]))
      documents.append([(.title, object["title"] ?? []), (.prose, object["text"] ?? [])])
    }
    for object in try Self.objects(folder + "/queries.jsonl") {
      queries.append((Self.text(object["_id"]), Self.text(object["text"])))
    }
    for line in CorpusFiles.read(folder + "/qrels.tsv").split(separator: 0x0A) {
      let cells = line.split { $0 == 0x09 || $0 == 0x20 }.map { Self.text(Array($0)) }
      guard cells.count == 4, let grade = Int(cells[3]) else {
        throw ValidationError("\(folder)/qrels.tsv: not 'query 0 document grade': \(Self.text(Array(line)))")
      }
      judgements[cells[0], default: [:]][cells[2]] = grade
    }
  }

  /// Whether the queries are documents themselves, of which a run leaves the one that asks out.
  ///
  /// So where every query's id is a document's and whatever is judged for it judges it in turn, as duplicates do; other
  /// collections number queries and documents apart, and an equal id says nothing.
  var queriesAreDocuments: Bool {
    let known = Set(ids)
    return queries.allSatisfy { known.contains($0.id) }
      && judgements.allSatisfy { query, grades in grades.keys.allSatisfy { judgements[$0]?[query] != nil } }
  }

  private static func objects(_ path: String) throws -> [[String: [UInt8]]] {
    let bytes = CorpusFiles.read(path)
    guard !bytes.isEmpty else { throw ValidationError("\(path) is absent or empty") }
    return try bytes.split(separator: 0x0A).enumerated().map { number, line in
      guard let object = JSONStrings.read(line), object["_id"] != nil else {
        throw ValidationError("\(path):\(number + 1): not a JSON object of strings with an _id")
      }
      return object
    }
  }

  private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}
