/// How the paths in a report read: each format has readers who look for the files from another place.
package enum ReportPaths: Sendable, Hashable {
  /// As one would type them in the working folder: for people and editors.
  case asTyped
  /// Below the root of the knowledge base: the same on every machine.
  case belowRoot
  /// Below the root of the repository that holds the knowledge base: what GitHub and GitLab look up.
  case belowRepository
}
