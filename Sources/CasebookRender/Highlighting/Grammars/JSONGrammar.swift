extension Grammar {
  /// JSON, with the comments of its relatives.
  static let json: Grammar = {
    var grammar = Grammar("json", "jsonc", "json5", "jsonl", "ndjson")
    grammar.words = WordTable(keywords: "", builtins: "true false null")
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [Literal("\"")]
    grammar.hasKeys = true
    return grammar
  }()
}
