import CasebookMarkdown
import CasebookSource
import Foundation
import TestSupport

/// One example of a specification: Markdown and the HTML that it must become.
struct SpecExample: Decodable, CustomStringConvertible, Sendable {
  var markdown: String
  var html: String
  var example: Int
  var section: String

  var description: String { "\(section) \(example)" }

  /// Examples of a file below `commonmark/` of the shared data; none where it is absent.
  static func load(_ name: String) -> [SpecExample] {
    let bytes = SharedData.bytes("data/commonmark/" + name)
    return (try? JSONDecoder().decode([SpecExample].self, from: Data(bytes))) ?? []
  }

  static let files = [
    "commonmark-0.30.json", "gfm-tables.json", "gfm-tasklists.json", "gfm-extensions-tables.json",
    "gfm-extensions-tasklists.json",
  ]
}

func parse(_ markdown: String, limits: InputLimits = .standard) -> Document {
  MarkdownParser.parseBody(RepairedText(SourceFile(path: "test.md", text: markdown)), limits: limits)
}
