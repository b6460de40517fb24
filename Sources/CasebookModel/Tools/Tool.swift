/// A tool that people debug with: what it shows, what it costs, and how to begin.
package struct Tool: Hashable, Sendable {
  /// What a tool does to the thing it looks at, beside looking.
  package enum Effect: String, Hashable, Sendable, CaseIterable {
    /// Runs what it is asked about, with all that this does: EXPLAIN ANALYZE, a load test.
    case executes
    /// Halts the process while it looks: a debugger, a heap dump.
    case stops
    /// Makes what it looks at several times slower: strace, a sanitizer.
    case slows
  }

  /// Whether people still work on it.
  package enum Status: String, Hashable, Sendable, CaseIterable { case maintained, deprecated }

  /// One way to get it.
  package struct Install: Hashable, Sendable {
    /// Who brings it; the order is that of preference.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case apt, pip, npm, go
      case goModule = "go-module"
      case cargo, crate, web, builtin
    }

    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }

    /// What to type, or to read: `apt install strace`, `part of Python`.
    package var text: String {
      switch kind {
      case .apt: "apt install \(name)"
      case .pip: "pip install \(name)"
      case .npm: "npm install -g \(name)"
      case .go: "go install \(name)@latest"
      case .goModule: "go get \(name)"
      case .cargo: "cargo install \(name)"
      case .crate: "cargo add --dev \(name)"
      case .web: name
      case .builtin: "part of \(name)"
      }
    }
  }

  /// How its output is told from other texts.
  package struct Output: Hashable, Sendable {
    /// A line of it, to show.
    package var form: String
    /// Parts that it always has.
    package var has: [String]
    /// Words, in any case, by which a text says that it is this output.
    package var claims: [String]

    package init(form: String, has: [String], claims: [String]) {
      self.form = form
      self.has = has
      self.claims = claims
    }
  }

  /// Unchanging, in small letters; its page's address.
  package var id: String
  /// As it is written.
  package var name: String
  /// Other spellings that are right.
  package var aliases: [String] = []
  /// What it shows, in one sentence.
  package var summary = ""
  /// Issue types that it serves.
  package var issueTypes: [String] = []
  /// Languages that it sees; empty for any.
  package var languages: [String] = []
  package var effects: [Effect] = []
  /// Whether it is turned on a running service, rather than on a test or a copy.
  package var isLive = false
  /// What it costs, in words.
  package var caution: String?
  package var status = Status.maintained
  /// What took its place.
  package var successor: String?
  package var install: [Install] = []
  /// Its program, by the names it has; the first that is there counts.
  package var executables: [String] = []
  /// What makes the program print its version; empty where none does.
  package var versionArguments: [String] = []
  /// A package of Python that must be there, beside Python.
  package var module: String?
  package var firstCommands: [String] = []
  package var output: Output?
  /// Whether its name is a common word, so that a mention counts in code alone.
  package var isOnlyInCode = false

  package init(id: String) {
    self.id = id
    name = id
  }

  /// Its name and its aliases: every spelling that is right.
  package var spellings: [String] { [name] + aliases }

  /// Whether it sees code of a language, named as the registry names it.
  package func sees(_ language: String) -> Bool { languages.isEmpty || languages.contains(language) }

  /// Whether it serves an issue type of a knowledge base, by its id or by the kind of problem that it is.
  package func serves(_ issueType: String) -> Bool {
    if issueTypes.contains(issueType) { return true }
    guard let kind = IssueKind.of(issueType) else { return false }
    return issueTypes.contains { IssueKind.of($0) == kind }
  }
}

extension Tool {
  /// The registry's name of a block's language: `py` → `python`, `kotlin` → `jvm`; `nil` for what no program is written in.
  package static func language(of block: String) -> String? { languageNames[block] }

  private static let languageNames: [String: String] = [
    "py": "python", "python": "python", "python3": "python", "pycon": "python",
    "java": "jvm", "kotlin": "jvm", "kt": "jvm", "scala": "jvm", "groovy": "jvm", "clojure": "jvm",
    "go": "go", "golang": "go",
    "js": "javascript", "javascript": "javascript", "ts": "javascript", "typescript": "javascript",
    "jsx": "javascript", "tsx": "javascript", "node": "javascript",
    "c": "c", "cpp": "cpp", "c++": "cpp", "cc": "cpp", "cxx": "cpp",
    "rust": "rust", "rs": "rust", "swift": "swift", "sql": "sql",
    "ruby": "ruby", "rb": "ruby", "php": "php", "csharp": "dotnet", "cs": "dotnet", "c#": "dotnet",
  ]

  /// How a language is written for people: `jvm` → `Java`.
  package static func title(ofLanguage language: String) -> String { languageTitles[language] ?? language }

  private static let languageTitles: [String: String] = [
    "python": "Python", "jvm": "the JVM", "go": "Go", "javascript": "JavaScript", "c": "C", "cpp": "C++",
    "rust": "Rust", "swift": "Swift", "sql": "SQL", "ruby": "Ruby", "php": "PHP", "dotnet": ".NET",
  ]
}

extension RawCase {
  /// Languages of its blocks in which programs are written, as the registry of tools names them, in order.
  package var programLanguages: [String] {
    var seen: Set<String> = []
    return codeBlocks.lazy.filter { !$0.isIllustration }.compactMap { $0.language.flatMap(Tool.language) }
      .filter { seen.insert($0).inserted }
  }
}
