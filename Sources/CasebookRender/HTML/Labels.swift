import CasebookModel

/// The words that pages and the terminal use for what the model names.
extension StepKind {
  /// `rootCause` → `Root cause`; nothing for `other`.
  var label: String? {
    switch self {
    case .reproduce: "Reproduce"
    case .isolate: "Isolate"
    case .hypothesis: "Hypothesis"
    case .tooling: "Tool"
    case .evidence: "Evidence"
    case .finding: "Finding"
    case .rootCause: "Root cause"
    case .mitigation: "Mitigation"
    case .fix: "Fix"
    case .verification: "Verification"
    case .other: nil
    }
  }
}

extension CodeRole {
  /// `repro` → `Reproduction`; nothing for `context`.
  var label: String? {
    switch self {
    case .bug: "Bug"
    case .fix: "Fix"
    case .evidence: "Evidence"
    case .trace: "Trace"
    case .tool: "Tool"
    case .repro: "Reproduction"
    case .test: "Test"
    case .context: nil
    }
  }
}

/// The number in the title of a step, which pages print apart.
enum StepNumber {
  /// `4. Root Cause` → `Root Cause`; what has no number stays.
  static func dropped(from title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = title.drop { $0 == 0x20 }.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return title }
    return rest.dropFirst().drop { $0 == 0x20 }
  }

  static func dropped(from title: String) -> String {
    String(decoding: dropped(from: Array(title.utf8)[...]), as: UTF8.self)
  }
}

/// Writes the names of languages as their communities do.
enum LanguageName {
  private static let known: [String: String] = [
    "bash": "Bash", "c": "C", "console": "Console", "cpp": "C++", "css": "CSS", "diff": "Diff", "go": "Go",
    "html": "HTML", "http": "HTTP", "ini": "INI", "java": "Java", "javascript": "JavaScript", "js": "JavaScript",
    "json": "JSON", "kotlin": "Kotlin", "markdown": "Markdown", "md": "Markdown", "php": "PHP", "promql": "PromQL",
    "python": "Python", "py": "Python", "ruby": "Ruby", "rust": "Rust", "sh": "Shell", "shell": "Shell", "sql": "SQL",
    "swift": "Swift", "text": "", "toml": "TOML", "ts": "TypeScript", "typescript": "TypeScript", "xml": "XML",
    "yaml": "YAML", "yml": "YAML",
  ]

  /// `sql` → `SQL`, `text` → nothing, what is unknown as it is.
  static func display(_ language: ArraySlice<UInt8>) -> String {
    let word = String(decoding: language.prefix(40), as: UTF8.self)
    return known[word.lowercased()] ?? word
  }
}

extension String {
  /// Compares bytes: `==` composes both first, which takes seconds on a long run of combining marks.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Orders by bytes, for the same reason.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension Collection<UInt8> {
  /// Whether ASCII letters of a word occur in any case.
  func containsIgnoringCase(_ word: some Collection<UInt8>) -> Bool {
    let folded = map(Self.fold)
    let needle = word.map(Self.fold)
    guard needle.count <= folded.count else { return false }
    return (0...(folded.count - needle.count)).contains { folded[$0..<($0 + needle.count)].elementsEqual(needle) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
