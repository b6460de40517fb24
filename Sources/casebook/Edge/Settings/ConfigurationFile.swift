import CasebookMarkdown
import CasebookModel
import CasebookRules
import CasebookSource
import Glibc

/// Reads `casebook.yml`, key by key, with the place of every mistake.
struct ConfigurationFile {
  private let text: RepairedText
  private var mistakes: [String] = []

  static func read(root: String, into configuration: inout Configuration) throws(CommandFailure) {
    let path = Paths.join(root, KnowledgeBase.fileName)
    guard case .file = FileKind(at: path) else { return }
    let name = Paths.shown(path)
    let bytes = try contents(path, name: name)
    var file = ConfigurationFile(text: RepairedText(SourceFile(path: name, bytes: bytes)))
    file.read(into: &configuration)
    guard file.mistakes.isEmpty else { throw CommandFailure(file.mistakes) }
  }

  private static func contents(_ path: String, name: String) throws(CommandFailure) -> [UInt8] {
    do throws(SystemError) {
      let root = try Root(Paths.parent(path))
      let descriptor = try root.open([DiskName(text: Paths.name(path))], O_RDONLY)
      defer { close(descriptor) }
      return try SystemCall.readToEnd(descriptor, expected: 4096, limit: InputLimits.standard.frontMatterBytes)
    } catch {
      throw CommandFailure("\(name): \(error.message)")
    }
  }

  private init(text: RepairedText) { self.text = text }

  private mutating func read(into configuration: inout Configuration) {
    // A file of comments alone is an empty mapping.
    let isEmpty = text.bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 > 0x20 }
      return first == nil || first == UInt8(ascii: "#")
    }
    if isEmpty { return }
    let result = YAMLReader.read(text.bytes[...])
    for problem in result.problems where problem.isFatal { mistake(problem.range, problem.message) }
    for entry in result.value?.entries ?? [] {
      guard let key = ConfigurationKey(rawValue: entry.key) else {
        let names = ConfigurationKey.allCases.map(\.rawValue)
        mistake(entry.keyRange, "unknown key '\(entry.key)'\(Self.hint(entry.key, names))")
        continue
      }
      if !entry.value.isNull { read(key, entry, into: &configuration) }
    }
  }

  private mutating func read(_ key: ConfigurationKey, _ entry: YAMLEntry, into configuration: inout Configuration) {
    let value = entry.value
    let origin = place(value.range)
    switch key.shape {
    case .text, .path, .address:
      guard let text = value.text else { return wrong(key, value, "a text") }
      set(key, text, origin, &configuration)
    case .wholeNumber:
      guard let number = value.int, number >= 0 else { return wrong(key, value, "a whole number") }
      if key == .staleAfter { configuration.staleAfter = number }
      configuration.note(key.rawValue, "\(number)", origin)
    case .texts:
      guard let texts = value.texts else { return wrong(key, value, "a text or a list of texts") }
      if key == .checks {
        guard let command = CatalogueCommand(texts, origin: origin) else { return wrong(key, value, "a command") }
        configuration.checks = command
      }
      configuration.note(key.rawValue, texts.joined(separator: ", "), origin)
      if key == .tools {
        configuration.tools = zip(texts, value.list ?? []).map { Setting(value: $0, origin: place($1.range)) }
      }
      if key == .synonyms { configuration.synonyms = texts.map { Setting(value: $0, origin: origin) } }
    case .profiles: readProfiles(value, origin, into: &configuration)
    case .severities: readSeverities(value, into: &configuration)
    case .limits: readLimits(value, into: &configuration)
    case .links: readLinks(value, into: &configuration)
    }
  }

  private mutating func readProfiles(_ value: YAMLValue, _ origin: String, into configuration: inout Configuration) {
    guard let entries = value.entries else {
      guard let text = value.text else { return wrong(.profile, value, "a profile, or a map from path to profile") }
      return set(.profile, text, origin, &configuration)
    }
    var profiles: [RuleConfiguration.ProfileEntry] = []
    for entry in entries {
      guard let text = entry.value.text, let profile = Profile(rawValue: text) else {
        let text = entry.value.text ?? "a list or map"
        mistake(entry.value.range, "unknown profile '\(text)'\(Configuration.profileHint(text))")
        continue
      }
      profiles.append(RuleConfiguration.ProfileEntry(entry.key, profile))
      configuration.note("profile of \(entry.key)", profile.rawValue, place(entry.value.range))
    }
    configuration.profiles = Setting(value: profiles, origin: origin)
  }

  private mutating func readSeverities(_ value: YAMLValue, into configuration: inout Configuration) {
    guard let entries = value.entries else { return wrong(.rules, value, "a map from rule to severity") }
    for entry in entries {
      guard let rule = RuleCatalog.find(entry.key) else {
        let names = RuleCatalog.all.flatMap { ["\($0.id)", $0.description.name] }
        mistake(entry.keyRange, "unknown rule '\(entry.key)'\(Self.hint(entry.key, names))")
        continue
      }
      guard let text = entry.value.text, let level = RuleLevel(rawValue: text) else {
        let text = entry.value.text ?? "a list or map"
        let levels = RuleLevel.allCases.map(\.rawValue)
        mistake(entry.value.range, "unknown severity '\(text)'\(DidYouMean.hint(for: text, among: levels))")
        continue
      }
      configuration.severities[rule.id] = level
      configuration.note("rule \(rule.id)", text, place(entry.value.range))
    }
  }

  private mutating func readLinks(_ value: YAMLValue, into configuration: inout Configuration) {
    guard let entries = value.entries else { return wrong(.links, value, "a map from block to check") }
    for entry in entries {
      guard let check = entry.value.text, !check.isEmpty else {
        mistake(entry.value.range, "'\(entry.key)' must name one check")
        continue
      }
      configuration.links.append(.init(block: entry.key, check: check, origin: place(entry.keyRange)))
      configuration.note("link of \(entry.key)", check, place(entry.value.range))
    }
  }

  private mutating func readLimits(_ value: YAMLValue, into configuration: inout Configuration) {
    guard let entries = value.entries else { return wrong(.limits, value, "a map from limit to number") }
    for entry in entries {
      guard let key = LimitKey(rawValue: entry.key) else {
        let names = LimitKey.allCases.map(\.rawValue)
        mistake(entry.keyRange, "unknown limit '\(entry.key)'\(DidYouMean.hint(for: entry.key, among: names))")
        continue
      }
      switch key {
      case .document:
        guard let bytes = entry.value.int, bytes > 0, bytes <= LibraryLoader.largestFile else {
          mistake(entry.value.range, "'document' must be a number of bytes up to \(LibraryLoader.largestFile)")
          continue
        }
        configuration.limits.documentBytes = bytes
        configuration.note("limit \(key.rawValue)", "\(bytes)", place(entry.value.range))
      }
    }
  }

  private mutating func set(
    _ key: ConfigurationKey, _ text: String, _ origin: String, _ configuration: inout Configuration
  ) {
    do throws(CommandFailure) {
      try configuration.set(key, text: text, origin: origin)
    } catch {
      mistakes += error.messages
    }
  }

  private mutating func wrong(_ key: ConfigurationKey, _ value: YAMLValue, _ wanted: String) {
    mistake(value.range, "'\(key.rawValue)' must be \(wanted)")
  }

  private mutating func mistake(_ range: Range<Int>, _ message: String) {
    mistakes.append("\(place(range)): \(message)")
  }

  private func place(_ range: Range<Int>) -> String { "\(text.file.path):\(text.position(of: range.lowerBound))" }

  private static func hint(_ word: String, _ names: [String]) -> String {
    let hint = DidYouMean.hint(for: word, among: names)
    return hint.isEmpty ? "; see the README for all keys" : hint
  }
}
