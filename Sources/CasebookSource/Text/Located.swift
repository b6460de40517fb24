/// A value and where it stands on disk.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var at: SourceRange

  package init(_ value: Value, at: SourceRange) {
    self.value = value
    self.at = at
  }
}
