import TestSupport
import Testing

/// A folder whose files must all stand in a catalogue, and nothing else.
private struct Catalogue: CustomTestStringConvertible, Sendable {
  let file: String
  let folder: String
  let suffix: String

  var testDescription: String { file }
}

@Suite("A catalogue names what its folder holds") struct CatalogueTests {
  @Test(arguments: [
    Catalogue(
      file: "Sources/CasebookRepair/RepairCatalog.swift", folder: "Sources/CasebookRepair/Repairs",
      suffix: "Repair.swift"),
    Catalogue(
      file: "Sources/CasebookRules/RuleCatalog.swift", folder: "Sources/CasebookRules/Rules", suffix: "Rule.swift"),
    Catalogue(
      file: "Sources/CasebookRender/Reports/ReportCatalog.swift", folder: "Sources/CasebookRender/Reports",
      suffix: "Report.swift"),
    Catalogue(file: "Sources/casebook/Casebook.swift", folder: "Sources/casebook/Commands", suffix: "Command.swift"),
  ])
  private func everyFileIsNamedOnce(_ catalogue: Catalogue) {
    let text = Repository.text(catalogue.file)
    let files = Repository.files(below: catalogue.folder, suffix: catalogue.suffix)
    #expect(!files.isEmpty)
    for file in files {
      let type = file.split(separator: "/").last.map { String($0.dropLast(".swift".count)) } ?? ""
      #expect(text.contains(type), "\(catalogue.file) does not name \(type)")
    }
  }
}
