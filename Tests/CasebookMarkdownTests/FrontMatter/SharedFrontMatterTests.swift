import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport
import Testing

/// Front matter that tools stumble over: each file is read, or has one clear finding with its place.
@Suite(.enabled(if: SharedData.exists("data/front-matter/cases.json"), "../shared/data/front-matter is absent"))
struct SharedFrontMatterTests {
  struct Case: Decodable {
    var file: String
    var kind: String
    var note: String
  }

  @Test func everyFileIsAValueOrHasOneFinding() throws {
    let cases = try JSONDecoder().decode([Case].self, from: Data(SharedData.bytes("data/front-matter/cases.json")))
    #expect(cases.count >= 33)
    for example in cases {
      let reading = Reading(SharedData.bytes("data/front-matter/" + example.file))
      let what = Comment(rawValue: "\(example.file): \(example.note)")
      #expect(reading.diagnostics.count <= 1, what)
      switch example.kind {
      case "yes": #expect(reading.frontMatter != nil, what)
      case "no": #expect(reading.frontMatter == nil, what)
      case "error": #expect(reading.diagnostics.count == 1, what)
      default: #expect(reading.frontMatter != nil || reading.diagnostics.count == 1, what)
      }
      if reading.frontMatter == nil { #expect(reading.bodyStart == 0, what) }
    }
  }

  @Test("real documents have front matter without a finding") func realDocuments() {
    var read = 0
    for folder in ["data/fences/noop", "data/fences/annotated"] {
      for file in SharedData.files(in: folder, suffix: ".md") {
        let bytes = SharedData.bytes(folder + "/" + file)
        guard bytes.starts(with: Array("---\n".utf8)) else { continue }
        let reading = Reading(bytes)
        for finding in reading.diagnostics {
          // Whoever reads a failure wants to see what was said.
          #expect(finding.explanation?.isEmpty == false, "\(file): \(finding.range) \(finding.message)")
        }
        if reading.frontMatter?.entries.isEmpty == false { read += 1 }
      }
    }
    #expect(read >= 30, "real documents with front matter: \(read)")
  }
}
