/// Why a check did not end as it should.
public struct CheckFailure: Error, CustomStringConvertible {
  /// Id of the check.
  public let check: String
  /// What it showed instead.
  public let verdict: Verdict
  /// Which claim, and of which variant.
  public let reason: String

  /// Check, verdict and reason on one line.
  public var description: String { "\(check): \(verdict.rawValue): \(reason)" }
}

extension Check {
  /// Runs the check in this process, for a test: `@Test(arguments: Shop.checks) func holds(_ check: Check) async throws`.
  ///
  /// Variants run one after the other, without the limits that `casebook check` gives them.
  ///
  /// - Returns: the verdict, `proved` or `skipped`.
  /// - Throws: `CheckFailure` for any other.
  @discardableResult public func verify() async throws -> Verdict {
    var evidence: [VariantEvidence] = []
    for variant in variants {
      let directory = try FreshDirectory()
      evidence.append(await ChildRun.measure(self, variant, directory: directory.path))
      directory.remove()
    }
    let judgement = Judge.judge(self, evidence)
    switch judgement.verdict {
    case .proved, .skipped: return judgement.verdict
    case .bugNotReproduced, .fixNotProved, .notDiscriminating, .notRefuted, .error:
      throw CheckFailure(check: id, verdict: judgement.verdict, reason: judgement.reason ?? "")
    }
  }
}
