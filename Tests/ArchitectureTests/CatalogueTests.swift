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

  @Test("every check of the scenarios is in their catalogue") func everyCheckIsNamed() {
    let catalogue = Repository.text("Sources/CasebookScenarios/ScenarioCatalog.swift").split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
    let lines = Repository.files(below: "Sources/CasebookScenarios", suffix: ".swift").flatMap {
      Repository.text($0).split(separator: "\n")
    }
    let names = lines.filter { $0.hasPrefix("let ") && $0.hasSuffix(" = Check(") }.map {
      String($0.dropFirst("let ".count).prefix { $0 != " " })
    }
    #expect(names.count == 21)
    for name in names { #expect(catalogue.contains(name), "ScenarioCatalog does not name \(name)") }
  }
}
