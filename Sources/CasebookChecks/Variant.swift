/// One side of a check: the bug, the fix, or another thing that is called a fix.
public struct Variant: Hashable, Sendable {
  /// Which side of the claims its figures stand on.
  public enum Role: String, Hashable, Sendable, Codable { case bug, fix }

  /// What the check has to show about a fix.
  public enum Expectation: String, Hashable, Sendable, Codable {
    case proved
    /// A document calls it a fix, and the check shows that it is none.
    case refuted
  }

  /// What the body reads as `run.variant`.
  public let name: String
  /// Bug or fix.
  public let role: Role
  /// Whether the claims must hold of it, or must not.
  public let expect: Expectation
  /// Ids of the blocks of code that it stands for, `<case>.<block>`.
  public let covers: [String]

  /// The code as it was: the claims must find the defect in it.
  public static func bug(_ name: String = "bug", covers: String...) -> Variant {
    Variant(name: name, role: .bug, expect: .proved, covers: covers)
  }

  /// The code as it should be; with `expect: .refuted`, code that only looks so.
  public static func fix(_ name: String = "fix", covers: String..., expect: Expectation = .proved) -> Variant {
    Variant(name: name, role: .fix, expect: expect, covers: covers)
  }
}
