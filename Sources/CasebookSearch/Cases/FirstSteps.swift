import CasebookModel
import CasebookSource

/// What a case says to do first: the check that tells it from others, and a command to paste.
enum FirstSteps {
  /// The first step that looks for a cause, else the first of all: `Check the heap's growth`.
  static func check(of raw: RawCase) -> String? {
    let steps = raw.session.steps
    let looking = steps.first { step in
      switch step.kind {
      case .reproduce, .isolate, .hypothesis, .tooling, .evidence: true
      case .finding, .rootCause, .mitigation, .fix, .verification, .other: false
      }
    }
    let title = (looking ?? steps.first)?.title.value
    return title.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first line of shell in a block of code, its prompt left out: `$ kubectl top pod` → `kubectl top pod`.
  static func command(of raw: RawCase) -> String? {
    for block in raw.codeBlocks where isShell(block.language) {
      for line in block.code.utf8.split(separator: 0x0A) {
        var line = line.drop { $0 <= 0x20 }
        if line.first == UInt8(ascii: "#") { continue }
        if line.starts(with: "$ ".utf8) { line = line.dropFirst(2) }
        if !line.isEmpty, !isFrame(line) { return String(decoding: line, as: UTF8.self) }
      }
    }
    return nil
  }

  /// Whether a line only frames commands: `for i in 1 2; do`, `done`.
  private static func isFrame(_ line: Substring.UTF8View) -> Bool {
    let first = line.prefix { $0 > 0x20 }
    return ["for", "while", "until", "if", "do", "done", "then", "fi"].contains { first.elementsEqual($0.utf8) }
  }

  private static func isShell(_ language: String?) -> Bool {
    switch language {
    case "bash", "sh", "shell", "console", "zsh", "shell-session": true
    default: false
    }
  }
}
