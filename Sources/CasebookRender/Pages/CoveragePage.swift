import CasebookModel

/// `coverage.html`: which cases are proved, by issue type, with the checks that prove them.
struct CoveragePage: Sendable {
  /// A case and how it stands.
  struct Row: Sendable {
    var title: String
    var address: String
    var issue: String
    var face: CaseFace

    static let fields = TemplateFields<Row>()
      .text("title", "Title of the case.") { $0.title }
      .address("address", "Its page.") { $0.address }
      .text("issue", "Name of its issue type; may be empty.") { $0.issue }
      .html("state", "Its state, with an icon.") { StateChip.of($0.face.state) }
      .text("verified", "How many of its bug and fix blocks are verified: `2 of 2`.") { row in
        "\(row.face.counted.count { $0.state == .verified }) of \(row.face.counted.count)"
      }
      .list("checks", "Names of its checks.", of: Word.fields) { $0.checks.map(Word.init) }
      .flag("hasChecks", "There are any.") { !$0.checks.isEmpty }

    private var checks: [String] {
      var names: [String] = []
      for check in face.blocks.compactMap(\.check) where !names.contains(check) { names.append(check) }
      return names
    }
  }

  var rows: [Row]
  /// Issue types without a case.
  var idle: [PageFrame.Link]

  static let template = "coverage.mustache"

  static let fields = TemplateFields<CoveragePage>()
    .text("summary", "How many blocks are verified, in a sentence.") { $0.summary }
    .text("strengths", "What their proofs rest on; may be empty.") { $0.strengths }
    .flag("hasStrengths", "There is such a sentence.") { !$0.strengths.isEmpty }
    .list("rows", "The cases by issue type, the unproved first.", of: Row.fields) { $0.rows }
    .list("idle", "Issue types without a case.", of: PageFrame.Link.fields) { $0.idle }
    .flag("hasIdle", "There are any.") { !$0.idle.isEmpty }

  init(_ site: SiteFacts, root: String) {
    rows = site.cases.map { reference in
      let face = site.face(of: reference)
      return Row(
        title: face.title, address: root + reference.address,
        issue: reference.issues.first.map { site.issues[$0].name } ?? "", face: face)
    }
    idle = site.issues.filter(\.cases.isEmpty).map {
      PageFrame.Link(title: $0.name, address: root + PageAddress.issue($0.id))
    }
    let order = Dictionary(site.issues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = rows.enumerated().map { (key: (order[$1.issue] ?? .max, $0), row: $1) }
    rows = keyed.sorted { $0.key < $1.key }.map(\.row)
  }

  private var blocks: [CaseFace.Block] { rows.flatMap(\.face.counted) }

  private var summary: String { StateCounts.sentence(blocks) }

  private var strengths: String {
    let verified = blocks.filter { $0.state == .verified }
    return ProofStrength.allCases.compactMap { strength in
      let count = verified.count { $0.strength == strength }
      return count > 0 ? "\(count) \(strength.rawValue)" : nil
    }.joined(separator: ", ")
  }
}

/// Counts of blocks, in words.
enum StateCounts {
  /// `10 of 13 bug and fix blocks are verified, 3 are refuted as expected.`
  static func sentence(_ blocks: [CaseFace.Block]) -> String {
    func count(_ state: ProofState) -> Int { blocks.count { $0.state == state } }
    var text = "\(count(.verified)) of \(blocks.count) bug and fix blocks are verified"
    for (state, words) in [
      (ProofState.refuted, "refuted as expected"), (.failing, "failing"), (.stale, "stale"), (.unrun, "unrun"),
      (.skipped, "skipped"), (.unlinked, "without a check"),
    ] where count(state) > 0 {
      text += ", \(count(state)) \(words)"
    }
    return text + "."
  }
}

/// A state as pages show it.
enum StateChip {
  static func of(_ state: ProofState) -> HTMLFragment {
    var html = HTMLWriter()
    html.proofChip(state)
    return html.finish()
  }
}
