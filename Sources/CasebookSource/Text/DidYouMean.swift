/// Suggests known names for an unknown one: at most three, nearest first, ties by name; it never acts on them.
package enum DidYouMean {
  /// Candidates within a distance of a third of the word, at least one edit: `issue_type` → `issueType`.
  package static func suggestions(for word: String, among names: some Sequence<String>) -> [String] {
    let limit = max(1, word.utf8.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names {
      if let distance = EditDistance.between(word, name, limit: limit) { found.append((distance, name)) }
    }
    found.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.name < $1.name }
    var seen: Set<String> = []
    return Array(found.map(\.name).filter { seen.insert($0).inserted }.prefix(3))
  }

  /// Ends a message: `; did you mean 'issueType'?`, `; did you mean 'a' or 'b'?`, the whole set where it is small and
  /// nothing is near, or nothing.
  package static func hint(for word: String, among names: [String]) -> String {
    let near = suggestions(for: word, among: names)
    if !near.isEmpty { return "; did you mean \(list(near))?" }
    return names.count <= 12 && !names.isEmpty ? "; one of \(names.joined(separator: ", "))" : ""
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
