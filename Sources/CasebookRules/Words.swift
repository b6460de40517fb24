/// Puts words together for messages.
enum Words {
  /// `a`, `b` and `c` → `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text of a document inside a message: in backticks, cut where it is long.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.prefix(41).count <= 40 ? "`\(text)`" : "`\(String(String.UnicodeScalarView(scalars.prefix(40))))…`"
  }
}
