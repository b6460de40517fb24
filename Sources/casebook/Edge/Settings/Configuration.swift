import CasebookModel
import CasebookRules
import CasebookSource

/// A value and where it comes from, for messages: `casebook.yml:3:1`, `CASEBOOK_OUTPUT`, `--output`.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: String
}

/// All settings of a knowledge base: option before variable before `casebook.yml` before default.
///
/// There is no file of the user or the system: two people get the same from one commit.
struct Configuration: Sendable {
  var title: Setting<String>?
  var content: Setting<String>?
  var templates: Setting<String>?
  var output: Setting<String>?
  var baseline: Setting<String>?
  var baseURL: Setting<String>?
  var editURL: Setting<String>?
  /// Whether parsers of other languages are started.
  var parsers: Setting<Bool>?
  var profiles: Setting<[RuleConfiguration.ProfileEntry]>?
  var severities: [RuleID: RuleLevel] = [:]
  /// Files that extend the registry of tools, in their order.
  var tools: [Setting<String>] = []
  /// Files that extend the table of synonyms, in their order.
  var synonyms: [Setting<String>] = []
  var limits = InputLimits.standard
  /// The command that speaks `casebook-checks/1`.
  var checks: CatalogueCommand?
  /// Blocks of documents that may not be touched, with their checks.
  var links: [ProofRecords.Link] = []
  /// Days after which a blessing has to be renewed.
  var staleAfter: Int?
  /// Every value that is no default, for `--verbose`.
  private(set) var origins: [(name: String, value: String, origin: String)] = []

  /// Reads what there is; all mistakes of the file are told at once.
  static func read(root: String, options: KnowledgeBase.Options) throws(CommandFailure) -> Configuration {
    var configuration = Configuration()
    try ConfigurationFile.read(root: root, into: &configuration)
    try ConfigurationVariables.read(into: &configuration)
    for key in ConfigurationKey.allCases {
      guard let value = options.overrides[key] else { continue }
      try configuration.set(key, text: value, origin: "--\(key.rawValue)", base: .working)
    }
    return configuration
  }

  /// What a relative path in a setting is relative to.
  enum Base { case root, working }

  /// Sets a key whose value is one text.
  mutating func set(_ key: ConfigurationKey, text: String, origin: String, base: Base = .root) throws(CommandFailure) {
    let path = base == .working && !text.hasPrefix("/") ? Paths.join(Paths.working, text) : text
    note(key.rawValue, text, origin)
    switch key {
    case .title: title = Setting(value: text, origin: origin)
    case .content: content = Setting(value: path, origin: origin)
    case .templates: templates = Setting(value: path, origin: origin)
    case .output: output = Setting(value: path, origin: origin)
    case .baseline: baseline = Setting(value: path, origin: origin)
    case .baseURL:
      guard let address = Self.address(text) else {
        throw CommandFailure("\(origin): '\(text)' is no address; write https://host/path/")
      }
      baseURL = Setting(value: address, origin: origin)
    case .profile:
      guard let profile = Profile(rawValue: text) else {
        throw CommandFailure("\(origin): unknown profile '\(text)'\(Self.profileHint(text))")
      }
      profiles = Setting(value: [RuleConfiguration.ProfileEntry("**", profile)], origin: origin)
    case .parsers:
      guard let isOn = Self.switches[text] else {
        throw CommandFailure("\(origin): 'parsers' is 'on' or 'off'; found '\(text)'")
      }
      parsers = Setting(value: isOn, origin: origin)
    case .editURL:
      guard Self.address(String(text.split(separator: "{").first ?? "")) != nil else {
        throw CommandFailure("\(origin): '\(text)' is no address; write https://host/path/{path}#L{line}")
      }
      editURL = Setting(value: text, origin: origin)
    case .rules, .checks, .links, .tools, .synonyms, .staleAfter, .limits: break
    }
  }

  /// Remembers a value that is no default.
  mutating func note(_ name: String, _ value: String, _ origin: String) {
    origins.removeAll { $0.name == name }
    origins.append((name, value, origin))
  }

  private static let switches = ["on": true, "true": true, "yes": true, "off": false, "false": false, "no": false]

  static func profileHint(_ text: String) -> String {
    DidYouMean.hint(for: text, among: Profile.allCases.map(\.rawValue))
  }

  /// An absolute web address with a slash at its end; `nil` for anything else.
  static func address(_ text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard let first = rest.utf8.first, first != UInt8(ascii: "/") else { return nil }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !Array("\"<>\\^`{|}?#".utf8).contains($0) }) else {
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
