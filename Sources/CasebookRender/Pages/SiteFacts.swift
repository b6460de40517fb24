import CasebookModel
import CasebookSource

/// What pages know of each other, gathered from all documents before the first page is made.
struct SiteFacts: Sendable {
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

  /// Sorted by path.
  let faces: [DocumentFace]
  /// What every page shows of the site.
  private(set) var frame: SiteFrame
  private(set) var cases: [CaseRef] = []
  private(set) var issues: [Issue] = []
  private(set) var tools: [ToolRef] = []
  private var toolByID: [String: Int] = [:]
  /// First case of each document in `cases`.
  private(set) var firstCase: [Int] = []
  private(set) var documentByPath: [String: Int] = [:]
  let framework: (document: Int, framework: Framework)?
  /// Indices of the documents that have a page.
  let pages: [Int]

  init(faces: [DocumentFace], frame: SiteFrame) {
    self.faces = faces
    self.frame = frame
    framework = faces.enumerated().lazy.compactMap { index, face in face.framework.map { (index, $0) } }.first
    pages = faces.indices.filter { faces[$0].page != nil }
    gatherIssues()
    gatherCases()
    gatherTools()
    self.frame.sections = sections
  }

  var configuration: SiteConfiguration { frame.configuration }

  private var sections: [SiteFrame.Section] {
    SiteFrame.Section.allCases.filter { section in
      switch section {
      case .cases: !cases.isEmpty
      case .tools: !issues.isEmpty
      case .framework: framework != nil
      case .documents: !pages.isEmpty
      }
    }
  }

  /// Rows of all tool tables, rows of one id joined, in order of first appearance.
  private mutating func gatherIssues() {
    var index: [String: Int] = [:]
    // As bytes: hashing a string composes it first, which a long run of marks makes slow.
    var seen: [Set<[UInt8]>] = []
    for type in faces.lazy.flatMap(\.issueTypes) {
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
    let types = faces.flatMap(\.issueTypes)
    let resolution = CaseResolution(types)
    var index = Dictionary(issues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let declared = faces.lazy.flatMap(\.cases).filter(\.isDeclaredID).map { Self.fileName(of: $0.id) }
    var names = NumberedNames(taken: Set(declared), second: 2)
    for (number, face) in faces.enumerated() {
      documentByPath[face.path] = number
      firstCase.append(cases.count)
      for (position, item) in face.cases.enumerated() {
        let name = Self.fileName(of: item.id)
        let id = item.isDeclaredID ? name : names.add(name)
        var reference = CaseRef(
          document: number, index: position, address: PageAddress.case(id), title: item.title)
        var found = item.issueType
        if !item.isDeclaredIssueType, !types.isEmpty {
          found = resolution.issueType(title: item.title, problem: item.page.summary)
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
      for id in face(of: reference).toolIDs {
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

  func face(of reference: CaseRef) -> CaseFace { faces[reference.document].cases[reference.index] }

  /// Whether the knowledge base has checks: without them no page speaks of proofs.
  var hasChecks: Bool { cases.first.map { face(of: $0).hasChecks } ?? false }
}
