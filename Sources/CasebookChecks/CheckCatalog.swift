/// All checks of a knowledge base, and the program that runs them for `casebook check`.
///
/// ```swift
/// import CasebookChecks
///
/// @main struct Shop: CheckCatalog {
///   static var checks: [Check] {
///     lostUpdate
///     lockOrder
///   }
/// }
/// ```
/// The program speaks `casebook-checks/1` on its standard input and output. `casebook.yml` names it:
/// `checks: swift run -c release shop-checks`.
public protocol CheckCatalog {
  @CheckBuilder static var checks: [Check] { get }
}

extension CheckCatalog {
  /// Answers requests on standard input until it ends; in a child, runs one variant.
  public static func main() async {
    if let order = ChildOrder.current {
      await ChildRun.execute(order, checks: checks)
    } else {
      Driver(checks: checks).serve()
    }
  }
}

/// Lists checks one below the other, with `if` and `for`.
@resultBuilder public enum CheckBuilder {
  /// One check, or several, as a list.
  public static func buildExpression(_ check: Check) -> [Check] { [check] }
  /// One check, or several, as a list.
  public static func buildExpression(_ checks: [Check]) -> [Check] { checks }
  /// The lists of all lines, one after the other.
  public static func buildBlock(_ parts: [Check]...) -> [Check] { parts.flatMap(\.self) }
  /// Nothing where a condition does not hold.
  public static func buildOptional(_ part: [Check]?) -> [Check] { part ?? [] }
  /// One branch of a condition.
  public static func buildEither(first part: [Check]) -> [Check] { part }
  /// The other branch.
  public static func buildEither(second part: [Check]) -> [Check] { part }
  /// The lists of a loop's rounds.
  public static func buildArray(_ parts: [[Check]]) -> [Check] { parts.flatMap(\.self) }
}
