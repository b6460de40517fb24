import CasebookMarkdown
package import CasebookSource

/// Reads a file of tools, field by field, with the place of every mistake.
///
/// ```
/// strace:                  → the tool of that id, its other fields as they were
///   caution: ask first     → one field of it
/// ```
/// What is wrong is told and left out; the rest counts, so that all mistakes of a file are told at once.
package struct ToolRegistryReader {
  /// Something in the file that is not as it should be.
  package struct Mistake: Hashable, Sendable {
    package var position: Position
    /// A sentence without a final stop: "unknown key 'sumary'; did you mean 'summary'?".
    package var message: String
  }

  /// What a file gives.
  package struct Result: Sendable {
    package var registry: ToolRegistry
    package var mistakes: [Mistake]
  }

  /// Fields of an entry, as the file names them.
  enum Field: String, CaseIterable {
    case name, aliases, summary
    case issueTypes = "issue-types"
    case languages, effects, live, caution, status, successor, install, executable, version, module, first, output
    case onlyInCode = "only-in-code"
  }

  /// Reads a file over what is known already.
  package static func read(_ bytes: [UInt8], path: String, over known: ToolRegistry) -> Result {
    var reader = ToolRegistryReader(
      text: RepairedText(SourceFile(path: path, bytes: bytes)), registry: known)
    reader.read()
    return Result(registry: reader.registry, mistakes: reader.mistakes)
  }

  private let text: RepairedText
  private var registry: ToolRegistry
  private var mistakes: [Mistake] = []

  private init(text: RepairedText, registry: ToolRegistry) {
    self.text = text
    self.registry = registry
  }

  /// Room for some thousand tools.
  private static let limits: InputLimits = {
    var limits = InputLimits.standard
    limits.frontMatterBytes = 1 << 20
    limits.frontMatterEvents = 200_000
    return limits
  }()

  private mutating func read() {
    let isEmpty = text.bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 > 0x20 }
      return first == nil || first == UInt8(ascii: "#")
    }
    if isEmpty { return }
    let result = YAMLReader.read(text.bytes[...], limits: Self.limits)
    for problem in result.problems where problem.isFatal { mistake(problem.range, problem.message) }
    for entry in result.value?.entries ?? [] { read(entry) }
  }

  private mutating func read(_ entry: YAMLEntry) {
    guard Self.isID(entry.key) else {
      let slug = Slug.make(entry.key)
      let hint = slug.isEmpty ? "" : "; write '\(slug)' and give the name by 'name'"
      return mistake(entry.keyRange, "the id of a tool must consist of small letters, digits, '-' and '_'\(hint)")
    }
    guard let fields = entry.value.entries else {
      return mistake(entry.value.range, "'\(entry.key)' must be a map from field to value")
    }
    let known = registry[id: entry.key]
    var tool = known ?? Tool(id: entry.key)
    for field in fields { read(field, into: &tool) }
    if known == nil, tool.summary.isEmpty {
      let near = DidYouMean.suggestions(for: entry.key, among: registry.tools.map(\.id))
      let hint = near.isEmpty ? "" : "; did you mean to change '\(near[0])'?"
      return mistake(entry.keyRange, "the new tool '\(entry.key)' must have a 'summary'\(hint)")
    }
    registry.set(tool)
  }

  private static func isID(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 64
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private mutating func read(_ entry: YAMLEntry, into tool: inout Tool) {
    guard let field = Field(rawValue: entry.key) else {
      let names = Field.allCases.map(\.rawValue)
      let hint = DidYouMean.hint(for: entry.key, among: names)
      return mistake(entry.keyRange, "unknown key '\(entry.key)'\(hint.isEmpty ? Self.keys : hint)")
    }
    let value = entry.value
    switch field {
    case .name: if let text = line(field, value) { tool.name = text }
    case .summary: if let text = line(field, value) { tool.summary = text }
    case .caution: tool.caution = optionalLine(field, value, tool.caution)
    case .successor: tool.successor = optionalLine(field, value, tool.successor)
    case .module: tool.module = optionalLine(field, value, tool.module)
    case .aliases: if let texts = texts(field, value) { tool.aliases = texts }
    case .executable: readExecutables(value, &tool)
    case .version: readVersion(value, &tool)
    case .first: if let texts = texts(field, value) { tool.firstCommands = texts }
    case .languages: readLanguages(value, &tool)
    case .issueTypes: readIssueTypes(value, &tool)
    case .effects: tool.effects = choices(field, value) ?? tool.effects
    case .status: tool.status = (choices(field, value) as [Tool.Status]?)?.first ?? tool.status
    case .live: if let isLive = truth(field, value) { tool.isLive = isLive }
    case .onlyInCode: if let isOnly = truth(field, value) { tool.isOnlyInCode = isOnly }
    case .install: readInstall(value, &tool)
    case .output: readOutput(value, &tool)
    }
  }

  private static let keys = "; the keys are " + Field.allCases.map(\.rawValue).joined(separator: ", ")
}

// MARK: Fields with a form of their own

extension ToolRegistryReader {
  /// A name that is looked up below the folders of PATH; never a path, so that no file says what is run.
  private mutating func readExecutables(_ value: YAMLValue, _ tool: inout Tool) {
    guard let texts = texts(.executable, value) else { return }
    if let path = texts.first(where: { $0.utf8.contains(UInt8(ascii: "/")) || $0.utf8.first == UInt8(ascii: "-") }) {
      return mistake(value.range, "'executable' must be a name that PATH finds; '\(path)' is none")
    }
    tool.executables = texts
  }

  /// One of few words: a file that somebody else wrote must not make a program do anything but name its version.
  private mutating func readVersion(_ value: YAMLValue, _ tool: inout Tool) {
    guard let texts = texts(.version, value) else { return }
    guard texts.count == 1, let word = texts.first, Self.versionWords.contains(word) else {
      return mistake(value.range, "'version' must be one of \(Self.versionWords.joined(separator: ", "))")
    }
    tool.versionArguments = texts
  }

  private static let versionWords = ["--version", "-V", "-v", "version", "-version"]

  /// `any`, or names; `py` and `java` are read as `python` and `jvm`.
  private mutating func readLanguages(_ value: YAMLValue, _ tool: inout Tool) {
    guard let texts = texts(.languages, value) else { return }
    tool.languages = texts == ["any"] ? [] : texts.map { Tool.language(of: $0) ?? $0 }
  }

  private mutating func readIssueTypes(_ value: YAMLValue, _ tool: inout Tool) {
    guard let texts = texts(.issueTypes, value) else { return }
    for text in texts where Slug.make(text) != text {
      mistake(value.range, "an issue type is named by its id; write '\(Slug.make(text))' for '\(text)'")
    }
    tool.issueTypes = texts.map { Slug.make($0) }.filter { !$0.isEmpty }
  }

  private mutating func readInstall(_ value: YAMLValue, _ tool: inout Tool) {
    guard let entries = value.entries else {
      return mistake(value.range, "'install' must be a map, as in {apt: strace}")
    }
    tool.install = []
    for entry in entries {
      guard let kind = Tool.Install.Kind(rawValue: entry.key) else {
        let names = Tool.Install.Kind.allCases.map(\.rawValue)
        mistake(entry.keyRange, "unknown way to install '\(entry.key)'\(DidYouMean.hint(for: entry.key, among: names))")
        continue
      }
      guard let name = entry.value.text, Self.isLine(name) else {
        mistake(entry.value.range, "'\(entry.key)' must be a text of one line")
        continue
      }
      tool.install.append(Tool.Install(kind, name))
    }
  }

  private mutating func readOutput(_ value: YAMLValue, _ tool: inout Tool) {
    guard let entries = value.entries else {
      return mistake(value.range, "'output' must be a map with 'form', 'has' and 'claims'")
    }
    var output = Tool.Output(form: "", has: [], claims: [])
    for entry in entries {
      switch entry.key {
      case "form":
        guard let text = entry.value.text, Self.isLine(text) else {
          mistake(entry.value.range, "'form' must be a text of one line")
          continue
        }
        output.form = text
      case "has", "claims":
        guard let texts = entry.value.texts, texts.allSatisfy(Self.isLine) else {
          mistake(entry.value.range, "'\(entry.key)' must be a text or a list of texts")
          continue
        }
        if entry.key == "has" { output.has = texts } else { output.claims = texts }
      default:
        let hint = DidYouMean.hint(for: entry.key, among: ["form", "has", "claims"])
        mistake(entry.keyRange, "unknown key '\(entry.key)'\(hint)")
      }
    }
    guard !output.form.isEmpty, !output.has.isEmpty, !output.claims.isEmpty else {
      return mistake(value.range, "'output' must have 'form', 'has' and 'claims'")
    }
    tool.output = output
  }
}

// MARK: Values

extension ToolRegistryReader {
  /// No longer than a screen, and without control bytes: it is printed and becomes part of pages.
  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 1_000 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private mutating func line(_ field: Field, _ value: YAMLValue) -> String? {
    if let text = value.text, Self.isLine(text) { return text }
    mistake(value.range, "'\(field.rawValue)' must be a text of one line")
    return nil
  }

  /// A text, or nothing for null, which takes an inherited one away.
  private mutating func optionalLine(_ field: Field, _ value: YAMLValue, _ old: String?) -> String? {
    value.isNull ? nil : line(field, value) ?? old
  }

  private mutating func texts(_ field: Field, _ value: YAMLValue) -> [String]? {
    if let texts = value.texts, texts.allSatisfy(Self.isLine), texts.count <= 100 { return texts }
    mistake(value.range, "'\(field.rawValue)' must be a text or a list of texts, each of one line")
    return nil
  }

  private mutating func truth(_ field: Field, _ value: YAMLValue) -> Bool? {
    if let truth = value.bool { return truth }
    mistake(value.range, "'\(field.rawValue)' must be true or false")
    return nil
  }

  /// Values of a closed set; `nil` where one is not of it.
  private mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ field: Field, _ value: YAMLValue
  ) -> [Choice]? where Choice.RawValue == String {
    guard let texts = texts(field, value) else { return nil }
    var choices: [Choice] = []
    for text in texts {
      guard let choice = Choice(rawValue: text) else {
        let names = Choice.allCases.map(\.rawValue)
        mistake(value.range, "'\(field.rawValue)' can't be '\(text)'\(DidYouMean.hint(for: text, among: names))")
        return nil
      }
      choices.append(choice)
    }
    return choices
  }

  private mutating func mistake(_ range: Range<Int>, _ message: String) {
    mistakes.append(Mistake(position: text.position(of: range.lowerBound), message: message))
  }
}
