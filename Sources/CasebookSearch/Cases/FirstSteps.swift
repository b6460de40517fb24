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

  /// The first command of a block that uses a tool, else of any block of shell, its prompt left out:
  /// `$ kubectl top pod` → `kubectl top pod`.
  ///
  /// What looks comes before what reproduces: at three in the morning nobody wants the trouble a second time.
  static func command(of raw: RawCase) -> String? {
    let blocks = raw.codeBlocks
    return blocks.lazy.filter { $0.role == .tool && ($0.isShell || $0.language == "sql") }
      .compactMap(command).first ?? blocks.lazy.filter { $0.isShell }.compactMap(command).first
  }

  private static func command(in block: CodeBlock) -> String? {
    for line in block.code.utf8.split(separator: 0x0A) {
      var line = line.drop { $0 <= 0x20 }
      if line.first == UInt8(ascii: "#") || line.starts(with: "--".utf8) { continue }
      if line.starts(with: "$ ".utf8) { line = line.dropFirst(2) }
      if !line.isEmpty, !isFrame(line), !isAssignment(line) { return String(decoding: line, as: UTF8.self) }
    }
    return nil
  }

  /// Whether a line sets variables and does nothing else: `base=http://host`.
  private static func isAssignment(_ line: Substring.UTF8View) -> Bool {
    line.split(separator: 0x20).allSatisfy { word in
      guard let sign = word.firstIndex(of: UInt8(ascii: "=")), sign > word.startIndex else { return false }
      return word[..<sign].allSatisfy {
        $0 == UInt8(ascii: "_") || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
      }
    }
  }

  /// Whether a line only frames commands: `for i in 1 2; do`, `done`.
  private static func isFrame(_ line: Substring.UTF8View) -> Bool {
    let first = line.prefix { $0 > 0x20 }
    return ["for", "while", "until", "if", "do", "done", "then", "fi"].contains { first.elementsEqual($0.utf8) }
  }
}
