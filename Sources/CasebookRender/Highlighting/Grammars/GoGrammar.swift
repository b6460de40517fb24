extension Grammar {
  /// Go.
  static let go: Grammar = {
    var grammar = Grammar("go", "golang")
    grammar.words = WordTable(
      keywords: """
        break case chan const continue default defer else fallthrough for func go goto if import interface map package range \
        return select struct switch type var
        """,
      builtins: """
        any append bool byte cap clear close comparable complex complex64 complex128 copy delete error false float32 float64 \
        imag int int8 int16 int32 int64 iota len make max min new nil panic print println real recover rune string true uint \
        uint8 uint16 uint32 uint64 uintptr
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [Literal("\""), Literal("`", hasEscapes: false, spansLines: true), Literal("'")]
    return grammar
  }()
}
