extension Grammar {
  /// C and C++.
  static let c: Grammar = {
    var grammar = Grammar("c", "h", "cpp", "c++", "cc", "hpp", "objc")
    grammar.words = WordTable(
      keywords: """
        alignas alignof auto break case catch class const constexpr continue default delete do else enum explicit extern final \
        for friend goto if inline namespace new noexcept operator override private protected public register restrict return \
        sizeof static static_assert struct switch template this throw try typedef typename union using virtual volatile while
        """,
      builtins: """
        bool char double float int int8_t int16_t int32_t int64_t long NULL nullptr false true short signed size_t ssize_t \
        std uint8_t uint16_t uint32_t uint64_t unsigned void wchar_t pthread_t FILE
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [Literal("\""), Literal("'")]
    grammar.hasDirectives = true
    return grammar
  }()
}
