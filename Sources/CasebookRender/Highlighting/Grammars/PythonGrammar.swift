extension Grammar {
  /// Python 3.
  static let python: Grammar = {
    var grammar = Grammar("python", "py", "python3", "py3")
    grammar.words = WordTable(
      keywords: """
        and as assert async await break case class continue def del elif else except finally for from global if import in is \
        lambda match nonlocal not or pass raise return try while with yield
        """,
      builtins: """
        abs all any bool bytearray bytes callable cls dict dir enumerate Exception False filter float frozenset getattr hasattr \
        hash id int isinstance iter len list map max min next None object open print property range repr reversed round \
        RuntimeError self set setattr sorted staticmethod str sum super True tuple type TypeError ValueError KeyError zip
        """)
    grammar.comments("#")
    grammar.strings = [
      Literal("\"\"\"", spansLines: true), Literal("'''", spansLines: true), Literal("\""), Literal("'"),
    ]
    grammar.stringPrefixes = Array("rbfu".utf8)
    grammar.hasDecorators = true
    return grammar
  }()
}
