/// A template that cannot be used: where, and what to write instead; nothing is rendered then.
///
/// Mustache prints nothing for a misspelt name or a missing partial, so a theme would lose text without a word.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Path below the templates folder.
  package var path: String
  /// 1-based; columns count UTF-8 bytes.
  package var line: Int
  package var column: Int
  package var message: String

  package init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `case.mustache:3:5: no name 'titel' here; did you mean 'title'?`
  package var description: String { "\(path):\(line):\(column): \(message)" }
}
