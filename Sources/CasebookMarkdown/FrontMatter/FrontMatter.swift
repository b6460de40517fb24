/// The facts at the head of a document, between `---` and `---`, in the order they were written.
package struct FrontMatter: Sendable, Hashable {
  /// Both fences and what is between, without the final line break.
  package var range: Range<Int>
  /// What is between the fences: whole lines, empty for `---⏎---`.
  package var contentRange: Range<Int>
  /// Where the Markdown begins: the line after the closing fence.
  package var bodyStart: Int
  /// Keys are, as text, unique; of two equal ones the first stands here and the second in a diagnostic.
  package var entries: [YAMLEntry]
  /// Keys whose value could not be read as YAML and is the raw text: a finding says so, further ones would only echo it.
  package var unreadable: Set<String>

  package init(
    range: Range<Int>, contentRange: Range<Int>, bodyStart: Int, entries: [YAMLEntry] = [], unreadable: Set<String> = []
  ) {
    self.range = range
    self.contentRange = contentRange
    self.bodyStart = bodyStart
    self.entries = entries
    self.unreadable = unreadable
  }

  /// Whether the value of a key could not be read.
  package func isUnreadable(_ key: String) -> Bool { !unreadable.isEmpty && unreadable.contains(key) }

  /// The value of a top-level key.
  package subscript(key: String) -> YAMLValue? { entries[key]?.value }
}
