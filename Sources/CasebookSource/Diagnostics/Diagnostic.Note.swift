extension Diagnostic {
  /// A second place that explains the first: "50ms is the P50".
  package struct Note: Hashable, Sendable {
    package var message: String
    package var path: String
    package var range: SourceRange

    package init(_ message: String, path: String, range: SourceRange) {
      self.message = message
      self.path = path
      self.range = range
    }
  }
}
