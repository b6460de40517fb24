import CasebookSource
import Foundation
import TestSupport
import Testing

/// A row of the table in Sources/README.md.
private struct ModuleRow {
  let name: String
  let ours: Set<String>
  let thirdParty: Set<String>

  /// Reads `| \`name\` | … | \`A\`, \`B\` | \`C\` |` lines.
  static func table(_ text: String) -> [ModuleRow] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let name = quoted(cells[1]).first
      else { return nil }
      return ModuleRow(name: name, ours: Set(quoted(cells[3])), thirdParty: Set(quoted(cells[4])))
    }
  }

  private static func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}

/// Modules that a file imports; an indented line belongs to a text in another language.
private func imports(of file: String) -> Set<String> {
  Set(
    Repository.text(file).split(separator: "\n").compactMap { line in
      guard line.first != " " else { return nil }
      var words = line.split(separator: " ").map(String.init)
      if let first = words.first, ["package", "public", "internal", "private", "fileprivate"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      return words.last?.split(separator: ".").first.map(String.init)
    })
}

private let table = ModuleRow.table(Repository.text("Sources/README.md"))
private let standard: Set<String> = ["Glibc", "Foundation", "FoundationEssentials", "Synchronization", "Dispatch"]

@Suite("The module graph is the one in Sources/README.md") struct ModuleGraphTests {
  @Test func everyFolderHasARowAndEveryRowAFolder() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/Sources").filter {
      !$0.hasPrefix(".") && $0 != "README.md"
    }
    #expect(Set(folders) == Set(table.map(\.name)))
    #expect(table.count == Set(table.map(\.name)).count)
  }

  @Test func noFileImportsWhatItsRowDoesNotName() {
    let ours = Set(table.map(\.name))
    for row in table {
      for file in Repository.files(below: "Sources/" + row.name, suffix: ".swift") {
        let allowed = row.ours.union(row.thirdParty).union(standard)
        let found = imports(of: file)
        #expect(found.subtracting(allowed) == [], "\(file) imports what its row in Sources/README.md does not name")
        #expect(!row.name.hasPrefix("Casebook") || !found.contains("Foundation"), "\(file) imports Foundation")
        #expect(found.intersection(ours).isSubset(of: row.ours.union(row.thirdParty)))
      }
    }
  }

  @Test(
    "a third-party module of a library stands in one file",
    arguments: [
      ("CCommonMark", "CasebookMarkdown"), ("CYAML", "CasebookMarkdown"), ("Mustache", "CasebookRender"),
      ("CSQLite", "CasebookScenarios"), ("CSystemCalls", "CasebookScenarios"),
    ])
  func oneDoor(_ module: String, _ owner: String) {
    let files = Repository.files(below: "Sources", suffix: ".swift").filter { imports(of: $0).contains(module) }
    #expect(files.count == 1, "\(module) is imported by \(files)")
    #expect(files.allSatisfy { $0.hasPrefix("Sources/\(owner)/") })
  }

  @Test("the server's framework stands in one folder") func oneFolder() {
    for module in ["Hummingbird", "HummingbirdCore", "NIOCore", "Logging", "HTTPTypes"] {
      let files = Repository.files(below: "Sources", suffix: ".swift").filter { imports(of: $0).contains(module) }
      #expect(!files.isEmpty, "nobody imports \(module)")
      #expect(files.allSatisfy { $0.hasPrefix("Sources/CasebookServe/Preview/") }, "\(module) is imported by \(files)")
    }
  }

  @Test func theTestCanFail() {
    let rows = ModuleRow.table("| `CasebookX` | a → b | `CasebookSource` | – |")
    #expect(rows.first?.ours == ["CasebookSource"])
    #expect(rows.first?.thirdParty == [])
  }
}
