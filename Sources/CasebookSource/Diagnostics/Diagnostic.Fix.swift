extension Diagnostic {
  /// A change that would end the finding, as edits of bytes on disk; never a claim, a tick or a figure.
  package struct Fix: Hashable, Sendable {
    /// Safe: the document says the same as before. Unsafe: it says something else, or code changes.
    package enum Safety: String, Hashable, Sendable { case safe, unsafe }

    /// One replacement on disk; the range is empty for an insertion.
    package struct Edit: Hashable, Sendable {
      package var range: SourceRange
      package var replacement: String

      package init(range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
      }
    }

    package var safety: Safety
    /// A verb phrase: "give the outer fence four backticks".
    package var description: String
    package var edits: [Edit]

    package init(_ safety: Safety, _ description: String, edits: [Edit]) {
      self.safety = safety
      self.description = description
      self.edits = edits
    }
  }
}
