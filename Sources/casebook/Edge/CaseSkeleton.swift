import CasebookSource

/// The text of a new case: front matter and every part, each with a line that says what belongs there.
struct CaseSkeleton {
  var id: String
  var title: String
  var issueType: String?
  var author: String
  var today: String

  /// `lost-update` → `Lost update`; a title stays as it is.
  static func title(from text: String) -> String {
    let isSlug = text.utf8.allSatisfy { $0 != 0x20 && !($0 >= 0x41 && $0 <= 0x5A) }
    let words = isSlug ? String(text.map { $0 == "-" || $0 == "_" ? " " : $0 }) : text
    let oneLine = String(words.map { $0.isNewline ? " " : $0 })
    guard let first = oneLine.first else { return oneLine }
    return first.uppercased() + oneLine.dropFirst()
  }

  /// The person at the keyboard, as far as the environment tells.
  static var author: String {
    for name in ["GIT_AUTHOR_NAME", "USER", "LOGNAME"] {
      if let value = Environment.value(name), !value.isEmpty { return value }
    }
    return "Somebody who answers"
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// A double-quoted YAML text.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20: result += " "
      default: result += String(scalar)
      }
    }
    return result + "\""
  }

  private var text: String {
    let type = issueType.map { "issueType: \($0)\n" } ?? ""
    return """
      ---
      id: \(id)
      \(type)version: "0.1.0"
      created: "\(today)"
      updated: "\(today)"
      author: \(Self.quoted(author))
      ---

      # \(title)

      **Problem**: what a user saw, with a figure, and how often

      ## Symptoms
      - A measured symptom, with its unit
      - What is not seen, though one would expect it

      ## Investigation

      ### 1. Reproduce: the shortest way to make it happen

      ```bash {.repro}
      ./reproduce
      ```

      ### 2. Isolate: the smallest part that still shows it

      What was left out, one by one, and what remained.

      ### 3. Hypothesis: what would explain it, and what would refute that

      If it is this, then that must be measured.

      ### 4. Evidence: what was measured

      ```text {.evidence}
      the measurement, before
      ```

      ### 5. Root cause: the line that is wrong, and why

      ```text {#bug .bug}
      the code with the bug
      ```

      ### 6. Fix: what was changed

      ```text {#fix .fix}
      the code with the fix
      ```

      ### 7. Verification: the same measurement, after

      ```text {.evidence}
      the measurement, after
      ```

      ## Prevention
      - [ ] Add a test that is red on the bug and green on the fix

      """
  }
}
