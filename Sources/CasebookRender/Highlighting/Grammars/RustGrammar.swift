extension Grammar {
  /// Rust.
  static let rust: Grammar = {
    var grammar = Grammar("rust", "rs")
    grammar.words = WordTable(
      keywords: """
        as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref \
        return static struct super trait type unsafe use where while
        """,
      builtins: """
        bool Box char Err f32 f64 false i8 i16 i32 i64 i128 isize None Ok Option Result self Self Some str String true u8 u16 \
        u32 u64 u128 usize Vec
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    // A quote may begin a lifetime, so characters stay plain.
    grammar.strings = [Literal("\"", spansLines: true)]
    grammar.hasDirectives = true
    return grammar
  }()
}
