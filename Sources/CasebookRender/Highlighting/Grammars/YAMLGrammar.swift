extension Grammar {
  /// YAML, and what is close to it.
  static let yaml: Grammar = {
    var grammar = Grammar("yaml", "yml", "toml", "ini", "properties")
    grammar.form = .yaml
    grammar.words = WordTable(keywords: "", builtins: "true false null yes no on off", ignoresCase: true)
    grammar.comments("#")
    grammar.commentsNeedBlank = true
    grammar.strings = [Literal("\""), Literal("'", hasEscapes: false)]
    grammar.wordBytes = Array("-./".utf8)
    return grammar
  }()
}
