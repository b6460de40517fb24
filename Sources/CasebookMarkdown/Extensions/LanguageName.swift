/// The usual name of a language that info strings call by many: `golang` → `go`.
package enum LanguageName {
  /// Gives the usual name, in lower case; an unknown name stays as it is.
  package static func canonical(_ name: String) -> String {
    let lowered = String(decoding: name.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    return aliases[lowered] ?? lowered
  }

  private static let aliases: [String: String] = [
    "py": "python", "python3": "python", "py3": "python", "python2": "python", "sh": "bash", "shell": "bash",
    "zsh": "bash",
    "js": "javascript", "mjs": "javascript", "cjs": "javascript", "node": "javascript", "ts": "typescript",
    "yml": "yaml", "md": "markdown", "mkd": "markdown", "golang": "go", "rb": "ruby", "rs": "rust", "kt": "kotlin",
    "c++": "cpp", "cxx": "cpp", "cc": "cpp", "hpp": "cpp", "h": "c", "cs": "csharp", "c#": "csharp", "f#": "fsharp",
    "fs": "fsharp",
    "objc": "objective-c", "objectivec": "objective-c", "ps1": "powershell", "pwsh": "powershell", "ps": "powershell",
    "docker": "dockerfile", "shell-session": "console", "shellsession": "console", "sh-session": "console",
    "terminal": "console",
    "txt": "text", "plain": "text", "plaintext": "text", "postgres": "sql", "postgresql": "sql", "pgsql": "sql",
    "mysql": "sql",
    "sqlite": "sql", "hs": "haskell", "pl": "perl", "ex": "elixir", "exs": "elixir", "erl": "erlang", "clj": "clojure",
    "tf": "hcl", "terraform": "hcl", "make": "makefile", "mk": "makefile", "htm": "html", "jsonc": "json",
    "patch": "diff",
  ]
}
