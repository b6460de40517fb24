import CasebookModel
import CasebookRules
import CasebookSource
import TestSupport
import Testing

/// Real documents by others, in which an error would be a false alarm unless somebody looked at it.
@Suite("Documents that are well hold no errors") struct FalsePositiveTests {
  /// Errors that were looked at and are true: what a document does wrong, by its own standards too.
  private static let trueErrors: Set<String> = []

  private static func errors(in folder: String) -> [String] {
    let rules = RuleSet()
    return SharedData.files(in: folder, suffix: ".md").flatMap { name in
      let document = DocumentReader.read(SourceFile(path: name, bytes: SharedData.bytes("\(folder)/\(name)")))
      return rules.check(document).filter { $0.severity == .error }
        .map { "\($0.path):\($0.range.start) \($0.rule) \($0.message)" }
    }
  }

  @Test(
    .enabled(if: SharedData.exists("data/fences/noop"), "needs ../shared/data/fences"),
    arguments: ["data/fences/noop", "data/mojibake/negative"])
  func noErrors(folder: String) {
    #expect(!SharedData.files(in: folder, suffix: ".md").isEmpty)
    let found = Self.errors(in: folder).filter { error in !Self.trueErrors.contains { error.hasPrefix($0) } }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
