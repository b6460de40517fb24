import ArgumentParser
import CasebookRender
import CasebookRules

/// The name of a report format that exists: one of `ReportCatalog`.
struct ReportName: ExpressibleByArgument {
  let format: any ReportFormat

  init?(argument: String) {
    guard let format = ReportCatalog.find(argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.name }

  static var allValueStrings: [String] { ReportCatalog.all.map(\.name) }
}

/// From which severity on findings make the command fail.
enum FailOn: String, CaseIterable, ExpressibleByArgument { case error, warning, never }

extension Profile: ExpressibleByArgument {}
