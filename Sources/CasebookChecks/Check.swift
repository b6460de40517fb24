/// A scenario that is run against a bug and against its fixes, and what must be true of what was measured.
///
/// ```swift
/// Check("race/lost-update", case: "lost-update",
///       variants: [.bug(covers: "lost-update.bug"), .fix(covers: "lost-update.fix")],
///       claims: [Claim("the bug loses an update in some schedule") { try $0.bug["lost"] > 0 },
///                Claim("the fix loses none in any schedule") { try $0.fix["lost"] == 0 }]) { run in
///   let all = run.explore(Row(), [Writer(.name, run.variant), Writer(.email, run.variant)], bad: { !$0.hasBothChanges })
///   run.record("lost", all.bad, unit: "schedules")
/// }
/// ```
/// The body runs once a variant, each time in a process and a directory of its own. It must give the same exact figures on
/// every run: no clock in a claim, random numbers from `run.random()`, races forced or enumerated.
public struct Check: Sendable {
  /// Names the check in documents and on the command line: lower-case words with `-`, `.` and `/` between them.
  public let id: String
  /// The case that it proves.
  public let caseID: String
  /// What the body is run against, at least one bug and one fix.
  public let variants: [Variant]
  /// What must be true of a bug's and a fix's figures, and false when the two are exchanged.
  public let claims: [Claim]
  /// What the machine must have; without it the check is skipped, with the reason.
  public let needs: [Requirement]
  /// Time after which a variant's process is ended, as a net; a check that meets it has failed.
  public let limit: Duration
  /// `Module/File.swift` of the check: a change there makes what it covers stale.
  public let source: String
  let body: @Sendable (CheckContext) async throws -> Void

  /// - Parameters:
  ///   - id: unique in the catalogue, at most 96 bytes.
  ///   - case: id of the case in the documents.
  ///   - source: left to its default, the file that holds the check.
  ///   - body: the scenario. It reads `run.variant` and records figures; an error that it throws fails the variant.
  public init(
    _ id: String, case caseID: String, variants: [Variant], claims: [Claim], needs: [Requirement] = [],
    limit: Duration = .seconds(10), source: String = #fileID,
    body: @escaping @Sendable (CheckContext) async throws -> Void
  ) {
    self.id = id
    self.caseID = caseID
    self.variants = variants
    self.claims = claims
    self.needs = needs
    self.limit = limit
    self.source = source
    self.body = body
  }
}
