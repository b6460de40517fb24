import CasebookModel
import CasebookSource

/// What pages know of each other, gathered from all documents before the first page is made.
struct SiteFacts: Sendable {
  /// The places that the main navigation leads to.
  enum Section: Sendable, CaseIterable { case cases, tools, framework, documents }

  /// A case: where it stands and which page it has.
  struct CaseRef: Sendable {
    var document: Int
    var index: Int
    var address: String
    var title: String
    /// Its issue types, the first the one that it is about.
    var issues: [Int] = []
  }

  /// A kind of problem with its tools and cases.
  struct Issue: Sendable {
    var id: String
    var name: String
    var tools: [String]
    /// Indices into `cases`.
    var cases: [Int] = []
  }

  /// A tool that has a page: one that a table names or a case uses.
  struct ToolRef: Sendable {
    var tool: Tool
    /// Issue types that name it or that it serves.
    var issues: [Int] = []
    /// Cases that use it.
    var cases: [Int] = []
  }

  let configuration: SiteConfiguration
  let bodies: [DocumentBody]
  /// Address below the root by the name of the theme's file: `casebook.css` → `assets/casebook.1e4e9bae.css`.
  let assets: [String: String]
  private(set) var cases: [CaseRef] = []
  private(set) var issues: [Issue] = []
  private(set) var tools: [ToolRef] = []
  private var toolByID: [String: Int] = [:]
  private let ruleIDs: Set<RuleID>
  /// First case of each document in `cases`.
  private(set) var firstCase: [Int] = []
  private(set) var documentByPath: [String: Int] = [:]
  let framework: (document: Int, framework: Framework)?
  /// Indices of the documents that have a page.
  let pages: [Int]

  init(configuration: SiteConfiguration, bodies: [DocumentBody], assets: [String: String]) {
    self.configuration = configuration
    self.bodies = bodies
    self.assets = assets
    framework = bodies.enumerated().lazy.compactMap { index, body in body.framework.map { (index, $0) } }.first
    pages = bodies.indices.filter { bodies[$0].page != nil }
    ruleIDs = Set(configuration.rules.map(\.id))
    gatherIssues()
    gatherCases()
    gatherTools()
  }

  /// Rows of all tool tables, rows of one id joined, in order of first appearance.
  private mutating func gatherIssues() {
    var index: [String: Int] = [:]
    // As bytes: hashing a string composes it first, which a long run of marks makes slow.
    var seen: [Set<[UInt8]>] = []
    for type in bodies.lazy.flatMap(\.issueTypes) {
      let known = index[type.id] ?? issues.count
      if known == issues.count {
        index[type.id] = known
        issues.append(Issue(id: type.id, name: type.name, tools: []))
        seen.append([])
      }
      for tool in type.tools where seen[known].insert(Array(tool.value.utf8)).inserted {
        issues[known].tools.append(tool.value)
      }
    }
  }

  /// Numbers the cases and gives each a page; a second implicit id of one name gets `-2`, a declared one never changes.
  private mutating func gatherCases() {
    let types = bodies.flatMap(\.issueTypes)
    let resolution = CaseResolution(types)
    var index = Dictionary(issues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let declared = bodies.lazy.flatMap(\.cases).filter(\.isDeclaredID).map { Self.fileName(of: $0.id) }
    var names = NumberedNames(taken: Set(declared), second: 2)
    for (number, body) in bodies.enumerated() {
      documentByPath[body.path] = number
      firstCase.append(cases.count)
      for (position, item) in body.cases.enumerated() {
        let name = Self.fileName(of: item.id)
        let id = item.isDeclaredID ? name : names.add(name)
        var reference = CaseRef(
          document: number, index: position, address: PageAddress.case(id), title: item.title)
        var found = item.issueType
        if !item.isDeclaredIssueType, !types.isEmpty {
          found = resolution.issueType(title: item.title, problem: item.body.summary)
        }
        var seen: Set<Int> = []
        for type in [found ?? ""] + item.alsoIssueTypes where !type.isEmpty {
          let known = issue(type, &index)
          guard seen.insert(known).inserted else { continue }
          issues[known].cases.append(cases.count)
          reference.issues.append(known)
        }
        cases.append(reference)
      }
    }
  }

  /// The issue type of a name; one that no table has is added without tools.
  private mutating func issue(_ id: String, _ index: inout [String: Int]) -> Int {
    // The name becomes a path, so it must be one that we would have made.
    let slug = Slug.make(id)
    if let known = index[slug] { return known }
    index[slug] = issues.count
    issues.append(Issue(id: slug.isEmpty ? "other" : slug, name: Self.name(ofIssue: slug), tools: []))
    return issues.count - 1
  }

  /// An id may be anything that an author wrote, `../x` too; a file's name is made of letters, digits and hyphens.
  private static func fileName(of id: String) -> String {
    let slug = Slug.make(id)
    return slug.isEmpty ? "case" : slug
  }

  /// `race-conditions` → `Race conditions`
  private static func name(ofIssue id: String) -> String {
    var bytes = id.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    if let first = bytes.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") { bytes[0] = first & 0xDF }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Tools of the tables, then those that cases use, each once.
  private mutating func gatherTools() {
    for issue in issues {
      for tool in issue.tools.compactMap(configuration.tools.find) { addTool(tool) }
    }
    for (index, reference) in cases.enumerated() {
      for id in body(of: reference).toolIDs {
        guard let tool = configuration.tools[id: id] else { continue }
        tools[addTool(tool)].cases.append(index)
      }
    }
    let named = issues.map { Set($0.tools.compactMap { configuration.tools.find($0)?.id }) }
    for index in tools.indices {
      tools[index].issues = issues.indices.filter {
        named[$0].contains(tools[index].tool.id) || tools[index].tool.serves(issues[$0].id)
      }
    }
  }

  @discardableResult
  private mutating func addTool(_ tool: Tool) -> Int {
    if let known = toolByID[tool.id] { return known }
    toolByID[tool.id] = tools.count
    tools.append(ToolRef(tool: tool))
    return tools.count - 1
  }

  /// Tools by the names of a table, with what is known of them, for a page whose way to the root is given.
  func toolEntries(_ names: [String], root: String) -> [ToolEntry] {
    names.map { name in
      guard let tool = configuration.tools.find(name) else { return ToolEntry(name: name) }
      return ToolEntry(name: name, tool: tool, address: toolAddress(tool.id, root: root))
    }
  }

  /// Where a tool has its page; empty where it has none.
  func toolAddress(_ id: String, root: String) -> String { toolByID[id] == nil ? "" : root + PageAddress.tool(id) }

  /// Where a rule has its page; empty where it has none.
  func ruleAddress(_ id: RuleID, root: String) -> String { ruleIDs.contains(id) ? root + PageAddress.rule(id) : "" }

  func body(of reference: CaseRef) -> CaseBody { bodies[reference.document].cases[reference.index] }

  /// Whether the knowledge base has checks: without them no page speaks of proofs.
  var hasChecks: Bool { cases.first.map { body(of: $0).hasChecks } ?? false }

  /// The base URL with a slash at its end.
  var base: String? {
    guard let url = configuration.baseURL, !url.isEmpty else { return nil }
    return url.utf8.last == UInt8(ascii: "/") ? url : url + "/"
  }

  /// Path part of the base URL, for the one page that is served at any depth: `https://h/kb` → `/kb/`.
  var basePath: String {
    guard let base, let scheme = Self.firstRange(of: "://", in: base) else { return "/" }
    let rest = Array(base.utf8)[scheme...]
    return rest.firstIndex(of: UInt8(ascii: "/")).map { String(decoding: rest[$0...], as: UTF8.self) } ?? "/"
  }

  private static func firstRange(of mark: String, in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let needle = Array(mark.utf8)
    guard bytes.count >= needle.count else { return nil }
    return (0...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }.map { $0 + needle.count }
  }

  var sections: [(kind: Section, title: String, address: String)] {
    Section.allCases.compactMap { section in
      switch section {
      case .cases: cases.isEmpty ? nil : (section, "Cases", PageAddress.cases)
      case .tools: issues.isEmpty ? nil : (section, "Tools", PageAddress.tools)
      case .framework: framework == nil ? nil : (section, "Process", PageAddress.framework)
      case .documents: pages.isEmpty ? nil : (section, "Documents", PageAddress.documents)
      }
    }
  }

  /// Address of the page on which a source file is edited, or nothing.
  func editAddress(path: String, line: Int) -> String {
    guard let pattern = configuration.editURL else { return "" }
    var result: [UInt8] = []
    let bytes = Array(pattern.utf8)
    var cursor = 0
    while cursor < bytes.count {
      if bytes[cursor...].starts(with: "{path}".utf8) {
        result += Array(path.utf8)
        cursor += 6
      } else if bytes[cursor...].starts(with: "{line}".utf8) {
        result += Array(String(line).utf8)
        cursor += 6
      } else {
        result.append(bytes[cursor])
        cursor += 1
      }
    }
    return AddressPolicy.allows(result[...], as: .link) ? String(decoding: result, as: UTF8.self) : ""
  }
}
