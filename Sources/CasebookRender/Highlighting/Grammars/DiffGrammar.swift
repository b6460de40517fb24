extension Grammar {
  /// Unified diffs.
  static let diff: Grammar = {
    var grammar = Grammar("diff", "patch")
    grammar.form = .diff
    return grammar
  }()
}
