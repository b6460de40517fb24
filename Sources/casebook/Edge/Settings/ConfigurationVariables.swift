import CasebookSource

/// Reads the `CASEBOOK_*` variables; an unknown one is a mistake, since a silent one would mislead.
enum ConfigurationVariables {
  /// Variables that stand for no key.
  private static let others = ["CASEBOOK_PAGER"]
  /// Variables of the package manifest and the tests, which the executable does not read.
  private static let development = ["CASEBOOK_SHARED", "CASEBOOK_FUZZ", "CASEBOOK_PYTHON"]

  static func read(into configuration: inout Configuration) throws(CommandFailure) {
    var keys: [String: ConfigurationKey] = [:]
    for key in ConfigurationKey.allCases { if let variable = key.variable { keys[variable] = key } }
    for (name, value) in Environment.variables(prefix: "CASEBOOK_") {
      if others.contains(name) || development.contains(name) { continue }
      guard let key = keys[name] else {
        throw CommandFailure(
          "\(name): unknown variable\(DidYouMean.hint(for: name, among: (keys.keys + others).sorted()))")
      }
      if !value.isEmpty { try configuration.set(key, text: value, origin: name) }
    }
  }
}
