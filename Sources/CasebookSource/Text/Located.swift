/// A value and where it stands on disk.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var at: SourceRange

  package init(_ value: Value, at: SourceRange) {
    self.value = value
    self.at = at
  }
}

extension Located where Value == String {
  /// The same for text alone: without a generic parameter there is no metadata to look up at every call.
  package init(_ value: String, at: SourceRange) {
    self.value = value
    self.at = at
  }
}
