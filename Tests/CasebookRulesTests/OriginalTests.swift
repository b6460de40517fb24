import CasebookModel
import CasebookRules
import CasebookSource
import TestSupport
import Testing

/// The original document against its review: what a person found there, rule by rule, with line and byte column.
@Suite("The original's findings are those of its review") struct OriginalTests {
  private static let path = "content/debugging-examples.md"
  private static let bytes = Repository.bytes(path)

  private static func findings(_ configuration: RuleConfiguration = RuleConfiguration()) -> LibraryFindings {
    let rules = RuleSet(configuration)
    let document = DocumentReader.read(SourceFile(path: path, bytes: bytes))
    let examined = [rules.examine(document, keepingCode: .all)]
    let facts = CodeAnalysis.facts(of: examined.map(\.exhibits), start: Parsers.start)
    return rules.conclude(CaseLibrary(documents: [document.model]), examined, facts)
  }

  /// Rules that know nothing of the original where its languages' parsers are absent.
  private static let needsParsers: Set<String> = [
    "CB201", "CB203", "CB204", "CB205", "CB206", "CB207", "CB209", "CB212",
  ]

  /// Positions by rule; the rules that are not named here find nothing.
  private static let reviewed: [String: [String]] = [
    "CB001": ["16:1", "111:1", "204:1"],
    "CB002": [
      "17:30", "112:33", "137:20", "205:41", "208:13", "209:14", "217:29", "218:31", "229:33", "232:46", "260:31",
      "280:4", "282:4", "284:4", "286:4", "288:4", "290:4",
    ],
    "CB005": ["1:1"],
    "CB006": ["3:10"],
    "CB007": [67, 80, 85, 88, 158, 161, 180, 185, 227, 230, 233, 250, 254].map { "\($0):1" },
    "CB101": ["199:15"],
    "CB105": ["11:15", "106:15", "199:15", "211:28"],
    "CB106": [27, 33, 49, 61, 74, 93, 122, 131, 140, 149, 154, 167, 176, 215, 221, 237, 245, 258].map { "\($0):1" },
    "CB107": ["17:1", "112:1", "205:1", "274:1"],
    "CB109": ["16:4", "111:4", "204:4"],
    "CB110": ["114:5", "120:5", "191:5", "207:5", "213:5", "263:5"],
    "CB201": ["126:36"],
    "CB202": [28, 50, 94, 141, 216, 238, 259, 278].map { "\($0):1" },
    "CB203": ["78:23", "252:5"],
    "CB204": ["184:24"],
    "CB205": ["184:24"],
    "CB206": ["252:5", "253:5"],
    "CB207": ["178:10"],
    "CB209": ["71:9"],
    "CB210": ["126:11"],
    "CB212": ["184:54"],
    "CB301": ["20:16"],
    "CB304": ["201:47"],
    "CB305": ["242:8"],
    "CB306": ["260:12"],
    "CB307": ["95:29", "176:6"],
    "CB308": ["54:1", "56:5", "57:36"],
    "CB309": ["43:33", "51:1"],
    "CB310": ["53:7"],
    "CB311": ["20:16", "115:3"],
    "CB501": ["300:38", "303:22", "303:30"],
    "CB502": ["299:3"],
    "CB503": ["199:15", "299:3", "301:3", "302:3", "303:3"],
    "CB504": ["301:29"],
    "CB505": ["300:21"],
    "CB506": ["298:40"],
    "CB507": ["302:22"],
    "CB508": ["298:3", "299:3", "300:3", "301:3", "302:3", "303:3"],
    "CB601": ["103:7", "267:7"],
    "CB604": ["226:18"],
    "CB606": ["126:23"],
  ]

  @Test(.enabled(if: Parsers.areThere, "SKIPPED: needs python3 and bash"))
  func everyFindingStandsWhereTheReviewHasIt() {
    let found = Dictionary(grouping: Self.findings().diagnostics, by: \.rule.description)
      .mapValues { $0.map(\.range.start.description) }
    #expect(found == Self.reviewed)
  }

  /// Second places by rule and place; what makes a finding one that can be checked by eye.
  private static let notes: [String: [String]] = [
    "CB105 11:15": ["279:4", "281:4", "283:4", "291:4"],
    "CB105 106:15": ["281:4", "283:4", "291:4"],
    "CB105 199:15": ["279:4", "281:4", "283:4", "291:4"],
    "CB304 201:47": ["208:8", "209:22"],
    "CB305 242:8": ["208:21", "208:8", "240:23", "241:20"],
    "CB306 260:12": ["217:9", "217:19"],
    "CB307 95:29": ["53:7"],
    "CB307 176:6": ["115:3"],
    "CB310 53:7": ["20:16", "40:23"],
    "CB311 20:16": ["95:29"],
    "CB311 115:3": ["176:6"],
  ]

  @Test func findingsAboutFiguresShowTheOtherPlace() {
    var found: [String: [String]] = [:]
    for finding in Self.findings().diagnostics {
      let key = "\(finding.rule) \(finding.range.start)"
      if Self.notes[key] != nil { found[key] = finding.notes.map(\.range.start.description) }
    }
    #expect(found == Self.notes)
  }

  /// The same for findings about code.
  private static let notesOfCode: [String: [String]] = [
    "CB201 126:36": ["126:52"],
    "CB204 184:24": ["134:5"],
    "CB205 184:24": ["156:32"],
    "CB206 252:5": ["247:5", "229:5"],
    "CB206 253:5": ["247:5", "232:5"],
    "CB207 178:10": ["183:5"],
    "CB209 71:9": ["68:34"],
    "CB210 126:11": ["134:5"],
    "CB308 56:5": ["69:9"],
  ]

  @Test(.enabled(if: Parsers.areThere, "SKIPPED: needs python3 and bash"))
  func findingsAboutCodeShowTheOtherPlace() {
    var found: [String: [String]] = [:]
    for finding in Self.findings().diagnostics {
      let key = "\(finding.rule) \(finding.range.start)"
      if Self.notesOfCode[key] != nil { found[key] = finding.notes.map(\.range.start.description) }
    }
    #expect(found == Self.notesOfCode)
  }

  @Test func mixedPercentilesReadAsInTheReview() throws {
    let finding = try #require(Self.findings().diagnostics.first { $0.rule.description == "CB304" })
    #expect(finding.message == "before and after must name one metric; found P50 and P99")
    #expect(finding.notes.map(\.message) == ["50ms is the P50", "2s is the P99"])
    #expect(finding.fixes.map(\.description) == ["write \"P99 increased from 200ms to 2s\""])
    #expect(finding.fixes.allSatisfy { $0.safety == .unsafe })
  }

  @Test func withoutParsersTheOtherFindingsStand() {
    let rules = RuleSet()
    let document = DocumentReader.read(SourceFile(path: Self.path, bytes: Self.bytes))
    let found = Set(rules.check(document).map(\.rule.description))
    #expect(found.isDisjoint(with: Self.needsParsers.union(["CB210", "CB308"])))
    #expect(found.isSubset(of: Self.reviewed.keys))
  }

  @Test func theReviewsSilentRowsStaySilent() {
    let places = Set(Self.findings().diagnostics.map(\.range.start.description))
    for silent in ["29:7", "29:20", "209:22", "218:24"] { #expect(!places.contains(silent)) }
  }

  @Test func archivedFindingsAreAllReportedAndNoneCounts() {
    let archived = Self.findings(
      RuleConfiguration(profiles: [.init("**", .strict), .init("debugging-examples.md", .archive)]))
    #expect(archived.diagnostics.count == Self.findings().diagnostics.count)
    #expect(!archived.diagnostics.contains { archived.counts($0) })
  }

  @Test func strictMakesErrorsOfTheMarkedRules() {
    let strict = Self.findings(RuleConfiguration(profile: .strict)).diagnostics
    for rule in ["CB005", "CB101"] {
      #expect(strict.filter { $0.rule.description == rule }.allSatisfy { $0.severity == .error })
    }
  }

  @Test func safeFixesSettleWhatTheyPromiseAndNothingElse() {
    let rules = RuleSet()
    func check(_ bytes: [UInt8]) -> [Diagnostic] {
      rules.check(DocumentReader.read(SourceFile(path: Self.path, bytes: bytes)))
    }
    let fixed = FixApplier.converge(Self.bytes, check: check)
    #expect(fixed.postponed.isEmpty)
    let left = Set(check(fixed.bytes).map(\.rule.description))
    #expect(
      left == [
        "CB005", "CB006", "CB101", "CB105", "CB106", "CB107", "CB109", "CB110", "CB301", "CB304", "CB305", "CB306",
        "CB307", "CB309", "CB310", "CB311", "CB501", "CB502", "CB506", "CB507", "CB601", "CB604", "CB606",
      ])
    #expect(FixApplier.converge(fixed.bytes, check: check).bytes == fixed.bytes)
    // Reading the damaged file gives what reading the fixed one gives.
    let before = DocumentReader.read(SourceFile(path: Self.path, bytes: Self.bytes)).model
    let after = DocumentReader.read(SourceFile(path: Self.path, bytes: fixed.bytes)).model
    #expect(after.cases.map(\.problem?.text) == before.cases.map(\.problem?.text))
    #expect(
      after.cases.map { $0.session.steps.map(\.title.value) }
        == before.cases.map { $0.session.steps.map(\.title.value) })
  }
}
