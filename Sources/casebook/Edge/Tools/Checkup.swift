import CasebookModel
import CasebookRender
import CasebookSource

/// Which of the tools for some issue types are on this machine.
struct Checkup {
  /// A tool, once, with the issue types that want it.
  struct Entry {
    /// As the table writes it, else as it is called.
    var name: String
    var tool: Tool
    var issueTypes: [String]
    /// Whether a table of the knowledge base names it; the others are what the registry adds.
    var isListed: Bool
    var state = ToolState.unknown
  }

  private(set) var entries: [Entry] = []
  private let types: [IssueType]

  /// Looks for the tools of the rows; with `isNamed` also for those that the registry has for the same issue types.
  init(_ types: [IssueType], isNamed: Bool, _ known: KnownTools) {
    self.types = types
    for type in types {
      for written in type.tools {
        add(known.registry.find(written.value) ?? Self.stranger(written.value), written.value, type.id, isListed: true)
      }
    }
    if isNamed {
      for type in types {
        for tool in known.registry.tools(for: type.id) { add(tool, tool.name, type.id, isListed: false) }
      }
    }
    let states = ToolProbe().states(of: entries.map(\.tool))
    for (index, state) in states.enumerated() { entries[index].state = state }
  }

  /// A tool that the registry does not know is looked for by its name, and not asked.
  private static func stranger(_ name: String) -> Tool {
    var tool = Tool(id: Slug.make(name))
    tool.name = name
    let isProgram = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    tool.executables = isProgram ? [name] : []
    return tool
  }

  private mutating func add(_ tool: Tool, _ name: String, _ type: String, isListed: Bool) {
    if let known = entries.firstIndex(where: { $0.tool.id == tool.id }) {
      if !entries[known].issueTypes.contains(type) { entries[known].issueTypes.append(type) }
    } else {
      entries.append(Entry(name: name, tool: tool, issueTypes: [type], isListed: isListed))
    }
  }

  /// Those that count and are not there, or do not start.
  var missing: [Entry] { entries.filter { $0.isListed && !$0.isFound && $0.state != .unknown } }

  /// For programs.
  var json: [UInt8] {
    let installation = Installation()
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.doctor/1")
      json.field("tools") { json in
        json.array(of: entries) { json, entry in
          json.object { json in
            json.field("name", entry.name)
            json.field("issueTypes") { json in json.array(of: entry.issueTypes) { $0.string($1) } }
            json.field("listed", entry.isListed)
            json.field("found", entry.isFound)
            json.field("path", ifPresent: entry.path)
            json.field("version", ifPresent: entry.version)
            json.field("install", ifPresent: installation.way(to: entry.tool)?.text)
          }
        }
      }
    }
    return json.finish()
  }

  /// For people: a line a tool, then what would bring the others.
  func text(colour: Bool, width: Int?) -> String {
    let installation = Installation()
    var text = ""
    for type in types {
      let rows = entries.filter { $0.isListed && $0.issueTypes.first == type.id }
      text += Self.section(type.name, rows, installation, colour, width)
    }
    let others = entries.filter { !$0.isListed }
    text += Self.section("Also for this", others, installation, colour, width)
    let counted = entries.filter { $0.isListed && $0.state != .unknown }
    let here = counted.count(where: \.isFound)
    text += Paint.strong("\(here) of \(counted.count) tools of the table are here", colour) + "\n"
    let commands = installation.commands(for: missing.map(\.tool))
    if !commands.isEmpty { text += commands.map { "  \($0)\n" }.joined() }
    return text
  }

  private static func section(
    _ title: String, _ entries: [Entry], _ installation: Installation, _ colour: Bool, _ width: Int?
  ) -> String {
    guard !entries.isEmpty else { return "" }
    var table = TextTable(flexible: 3)
    for entry in entries { table.add(row(entry, installation)) }
    return Paint.strong(VisibleText.string(title), colour) + "\n" + table.text(colour: colour, within: width) + "\n"
  }

  private static func row(_ entry: Entry, _ installation: Installation) -> [TextTable.Cell] {
    let way = installation.way(to: entry.tool)?.text ?? "casebook knows no way to install it"
    switch entry.state {
    case .here(let path, let version):
      return [.init("  ✓"), .init(entry.name, .strong), .init(version ?? "–"), .init(path, .faint)]
    case .broken(let path):
      return [.init("  ✗"), .init(entry.name, .strong), .init("does not start"), .init(path, .faint)]
    case .missing: return [.init("  ✗"), .init(entry.name, .strong), .init("missing"), .init(way)]
    case .unknown: return [.init("  ·"), .init(entry.name, .strong), .init("no program"), .init(way, .faint)]
    }
  }
}

extension Checkup.Entry {
  var isFound: Bool {
    switch state {
    case .here: true
    case .broken, .missing, .unknown: false
    }
  }

  var path: String? {
    switch state {
    case .here(let path, _), .broken(let path): path
    case .missing, .unknown: nil
    }
  }

  var version: String? {
    switch state {
    case .here(_, let version): version
    case .broken, .missing, .unknown: nil
    }
  }
}
