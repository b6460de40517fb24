import CasebookRules
import CasebookSource

/// Rules by the names that the user typed.
enum RuleNames {
  /// `CB001,nested-fence` or several words; `nil` for none, which means all.
  static func find(_ names: [String]) throws(CommandFailure) -> Set<RuleID>? {
    let names = names.flatMap { $0.split(separator: ",").map(String.init) }
    guard !names.isEmpty else { return nil }
    var rules: Set<RuleID> = []
    for name in names { rules.insert(try find(name)) }
    return rules
  }

  /// One rule by id or name.
  static func find(_ name: String) throws(CommandFailure) -> RuleID {
    if let rule = RuleCatalog.find(name) { return rule.id }
    let near = near(name)
    throw CommandFailure(
      "unknown rule '\(name)'\(near.isEmpty ? "" : "; did you mean \(near)?")", help: "casebook explain lists all rules"
    )
  }

  /// Rules whose names are like a word: `'nested-fence', 'CB001'`; empty where none is.
  static func near(_ name: String) -> String {
    let known = RuleCatalog.all.flatMap { ["\($0.id)", $0.description.name] }
    return DidYouMean.suggestions(for: name, among: known).map { "'\($0)'" }.joined(separator: ", ")
  }
}
