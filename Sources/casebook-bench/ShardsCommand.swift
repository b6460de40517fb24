import ArgumentParser
import CasebookModel
import CasebookSearch
import CasebookSource
import Glibc

/// Writes a folder of Markdown as the index of a browser, and what the queries of a file find, for comparison.
struct ShardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shards", abstract: "Write the browser's index of a folder of Markdown.")

  @Argument(help: "A folder of Markdown.") var folder: String
  @Argument(help: "An empty folder to write to.") var output: String
  @Option(help: "A file with one query a line; what each finds is printed.") var queries: String?

  func run() throws {
    let paths = CorpusFiles.list(folder)
    guard !paths.isEmpty else { throw ValidationError("no Markdown below \(folder)") }
    let documents = paths.map { path in
      DocumentReader.read(SourceFile(path: path, bytes: CorpusFiles.read(path))).model
    }
    let search = CaseSearch(CaseLibrary(documents: documents))
    let start = CPUClock.now()
    let shards = SearchShards(search)
    let spent = (CPUClock.now() - start).cpu
    for file in shards.files { try write(file.bytes, to: output + "/" + file.path) }
    let bytes = shards.files.reduce(0) { $0 + $1.bytes.count }
    let rounded = (spent * 1_000).rounded() / 1_000
    print("cases=\(search.caseCount) files=\(shards.files.count) bytes=\(bytes) cpu=\(rounded)")
    guard let queries else { return }
    for line in CorpusFiles.read(queries).split(separator: 0x0A) {
      let query = String(decoding: line, as: UTF8.self)
      let hits = search.find(SearchQuery(query)).hits.map { "\($0.found.id) \($0.score)" }
      print(query + "\t" + hits.joined(separator: ","))
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o777)
    }
    guard let file = fopen(path, "w") else { throw ValidationError("cannot write \(path)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw ValidationError("cannot write \(path)") }
  }
}
