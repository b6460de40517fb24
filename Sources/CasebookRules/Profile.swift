/// How strictly a document is judged.
package enum Profile: String, Sendable, Hashable, CaseIterable {
  /// The default: findings at their usual severity.
  case lenient
  /// For documents kept as they are: every finding is reported, none counts for the exit code.
  case archive
  /// For cases that are published: the parts that others rely on become errors.
  case strict

  /// Whether findings count for the exit code.
  package var counts: Bool { self != .archive }
}
