import TestSupport
import Testing

/// A line of text, what must come of it, and why the case is there.
struct MojibakeCase: Sendable, CustomTestStringConvertible {
  var reason: String
  var damaged: String
  var meant: String

  var testDescription: String { reason }

  /// Reads a file of `Encoding/Cases`: `# reason`, `- damaged`, `+ meant`; without a `+` the text stays as it is.
  static func all(in name: String) -> [MojibakeCase] {
    var cases: [MojibakeCase] = []
    let text = Repository.text("Tests/CasebookRepairTests/Encoding/Cases/\(name).txt")
    for line in text.split(separator: "\n") {
      let content = unescaped(line.dropFirst(2))
      if line.hasPrefix("# ") { cases.append(MojibakeCase(reason: content, damaged: "", meant: "")) }
      guard let last = cases.indices.last else { continue }
      if line.hasPrefix("- ") { (cases[last].damaged, cases[last].meant) = (content, content) }
      if line.hasPrefix("+ ") { cases[last].meant = content }
    }
    return cases
  }

  /// `\u{A0}` → a no-break space.
  private static func unescaped(_ text: Substring) -> String {
    var parts = text.split(separator: "\\u{", omittingEmptySubsequences: false)[...]
    var result = String(parts.popFirst() ?? "")
    for part in parts {
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      if let first = pieces.first, let value = UInt32(first, radix: 16), let scalar = Unicode.Scalar(value) {
        result.unicodeScalars.append(scalar)
      }
      if pieces.count > 1 { result += pieces[1] }
    }
    return result
  }
}
