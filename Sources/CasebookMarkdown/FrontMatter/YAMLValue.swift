/// A YAML value with its place in the text that was read.
///
/// Scalars stay the text that was written: nothing turns `no` into false, `010` into 8 or `1:30` into 90. What a value
/// means is decided by the schema of its key, with the readers of `YAMLValue+Reading`. The depth is bounded by
/// `InputLimits.frontMatterDepth`, so that a recursive value is safe here.
package struct YAMLValue: Sendable, Hashable {
  /// What a value is: a text, a list or a mapping.
  package enum Kind: Sendable, Hashable {
    /// A text; `quoted` for `"…"`, `'…'`, `|` and `>`: such a text is never null or a truth value.
    case scalar(String, quoted: Bool)
    case sequence([YAMLValue])
    /// Keys are texts and, as text, unique.
    case mapping([YAMLEntry])
  }

  package var kind: Kind
  /// Byte offsets into the text that was read, quotes and brackets included.
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A key of a mapping and its value: `author: Ann`.
package struct YAMLEntry: Sendable, Hashable {
  package var key: String
  package var keyRange: Range<Int>
  package var value: YAMLValue

  package init(key: String, keyRange: Range<Int>, value: YAMLValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }

  /// From the key's first byte to the value's last.
  package var range: Range<Int> { keyRange.lowerBound..<max(keyRange.upperBound, value.range.upperBound) }
}
