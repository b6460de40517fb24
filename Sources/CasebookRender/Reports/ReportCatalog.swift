/// All report formats in the order of the help; the first is the default.
package enum ReportCatalog {
  package static let all: [any ReportFormat] = [
    HumanReport(),
    ShortReport(),
    JSONReport(),
    SARIFReport(),
    GitHubReport(),
    JUnitReport(),
    StatisticsReport(),
  ]

  package static func find(_ name: String) -> (any ReportFormat)? { all.first { $0.name == name } }
}
