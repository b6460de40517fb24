extension Grammar {
  /// Java and Kotlin.
  static let java: Grammar = {
    var grammar = Grammar("java", "kotlin", "kt", "scala", "groovy")
    grammar.words = WordTable(
      keywords: """
        abstract assert break case catch class continue default do else enum extends final finally for fun if implements import \
        instanceof interface is native new object override package private protected public record return static super \
        suspend switch synchronized this throw throws transient try val var volatile when while yield
        """,
      builtins: """
        boolean byte char double false float int long null short true void Boolean Double Exception Integer List Long Map \
        Object Optional Set String System Thread
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [Literal("\"\"\"", spansLines: true), Literal("\""), Literal("'")]
    grammar.hasDecorators = true
    return grammar
  }()
}
