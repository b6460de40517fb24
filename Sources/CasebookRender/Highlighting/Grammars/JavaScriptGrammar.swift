extension Grammar {
  /// JavaScript and TypeScript.
  static let javascript: Grammar = {
    var grammar = Grammar("javascript", "js", "jsx", "mjs", "node", "ts", "tsx", "typescript")
    grammar.words = WordTable(
      keywords: """
        as async await break case catch class const continue debugger default delete do else enum export extends finally for \
        from function get if implements import in instanceof interface let new of private protected public readonly return \
        set static super switch this throw try type typeof var void while with yield
        """,
      builtins: """
        any Array Boolean boolean console Date Error false Infinity JSON Map Math NaN never null Number number Object process \
        Promise require Set string String Symbol true undefined unknown WeakMap
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [Literal("\""), Literal("'"), Literal("`", spansLines: true)]
    grammar.hasDecorators = true
    grammar.wordBytes = Array("$".utf8)
    return grammar
  }()
}
