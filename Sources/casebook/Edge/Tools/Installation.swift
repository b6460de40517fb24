import CasebookModel

/// How to get tools on this system: Debian's packages where it has them, else what each language's own installer brings.
struct Installation {
  private let hasAPT: Bool

  init() { hasAPT = FileKind(at: "/etc/debian_version") != nil }

  init(hasAPT: Bool) { self.hasAPT = hasAPT }

  /// The way for one tool; `nil` where the registry knows none.
  func way(to tool: Tool) -> Tool.Install? {
    if hasAPT, let package = tool.install.first(where: { $0.kind == .apt }) { return package }
    return tool.install.first { $0.kind != .apt } ?? tool.install.first
  }

  /// One command for all that one installer brings: `apt install heaptrack strace`.
  func commands(for tools: [Tool]) -> [String] {
    let ways = tools.compactMap(way)
    return Tool.Install.Kind.allCases.flatMap { kind -> [String] in
      var seen: Set<String> = []
      let names = ways.filter { $0.kind == kind && seen.insert($0.name).inserted }.map(\.name)
      guard !names.isEmpty else { return [] }
      switch kind {
      case .apt, .pip, .npm, .cargo: return [Tool.Install(kind, names.joined(separator: " ")).text]
      case .go, .goModule, .crate: return names.map { Tool.Install(kind, $0).text }
      case .web, .builtin: return []
      }
    }
  }
}
