import ArgumentParser
import CasebookSearch

/// A folder of Markdown with front matter, read as search engines are given it: title, tags, body.
struct MarkdownCollection {
  let paths: [String]

  init(_ folder: String) throws {
    paths = CorpusFiles.list(folder)
    guard !paths.isEmpty else { throw ValidationError("no Markdown below \(folder)") }
  }

  /// The fields of a document; without front matter all is body.
  func document(_ number: Int) -> SearchCollection.Fields {
    let bytes = CorpusFiles.read(paths[number])
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let fence = Array("---".utf8)
    guard lines.first.map({ $0.elementsEqual(fence) }) == true,
      let end = lines.dropFirst().firstIndex(where: { $0.elementsEqual(fence) })
    else { return [(.prose, bytes)] }
    var title: [UInt8] = []
    var tags: [UInt8] = []
    for line in lines[1..<end] {
      if line.starts(with: "title:".utf8) { title = Array(line.dropFirst(6)) }
      if line.starts(with: "  - ".utf8) { tags += line.dropFirst(4) + [0x20] }
    }
    let body = end + 1 < lines.count ? Array(bytes[lines[end + 1].startIndex...]) : []
    return [(.title, title), (.fact, tags), (.prose, body)]
  }
}
