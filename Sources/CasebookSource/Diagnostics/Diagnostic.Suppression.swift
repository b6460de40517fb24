extension Diagnostic {
  /// Why a finding is silent: it is kept, counted and shown by machine formats, but neither printed nor counted as a fault.
  package struct Suppression: Hashable, Sendable {
    /// Where the silence was asked for.
    package enum Origin: String, Hashable, Sendable { case comment, frontMatter = "front matter", baseline }

    /// What the author gave as the reason, or that the finding was there before; never empty.
    package var reason: String
    package var by: Origin

    package init(reason: String, by: Origin) {
      self.reason = reason
      self.by = by
    }
  }
}
