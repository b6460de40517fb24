import CasebookRender
import CasebookRules
import CasebookSource

/// The rules as values that pages show.
enum RulePages {
  static var all: [ExplainedRule] {
    RuleCatalog.all.map(\.description).map { rule in
      ExplainedRule(
        rule.id, rule.name, rule.severity, kind: RuleExplanation.kind(of: rule), what: rule.what, why: rule.why,
        found: rule.triggering.map(example), notFound: rule.accepted.map(example),
        notUnderstood: rule.abstained.map(example), isSilenceable: rule.isSilenceable)
    }
  }

  private static func example(_ example: RuleExample) -> ExplainedRule.Example {
    ExplainedRule.Example(
      shows: example.profile == .lenient ? example.shows : "\(example.shows), profile \(example.profile.rawValue)",
      files: example.files.map { .init(path: $0.path, pieces: pieces(of: MarkedText($0.marked))) })
  }

  /// The text cut at its marks; of marks inside of marks the outer one shows.
  private static func pieces(of marked: MarkedText) -> [ExplainedRule.Example.Piece] {
    var pieces: [ExplainedRule.Example.Piece] = []
    var cursor = 0
    func add(_ end: Int, isFound: Bool) {
      guard cursor < end else { return }
      let lines = marked.bytes[cursor..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
      let text = lines.map { VisibleText.string(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n")
      pieces.append(.init(text, isFound: isFound))
      cursor = end
    }
    for range in marked.ranges where range.lowerBound >= cursor {
      add(range.lowerBound, isFound: false)
      add(range.upperBound, isFound: true)
    }
    add(marked.bytes.count, isFound: false)
    return pieces
  }
}
