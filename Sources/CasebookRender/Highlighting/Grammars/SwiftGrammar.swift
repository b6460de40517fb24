extension Grammar {
  /// Swift.
  static let swift: Grammar = {
    var grammar = Grammar("swift")
    grammar.words = WordTable(
      keywords: """
        actor any as associatedtype async await borrowing break case catch class consuming continue convenience default defer \
        deinit do else enum extension fallthrough fileprivate final for func get guard if import in indirect infix init inout \
        internal is isolated lazy let mutating nonisolated nonmutating open operator optional override package postfix prefix \
        private protocol public repeat required rethrows return sending set some static struct subscript super switch throw \
        throws try typealias unowned var weak where while willSet didSet
        """,
      builtins: """
        Any AnyObject Array Bool Character Dictionary Double Error false Float Int Int32 Int64 Never nil Optional Result Self \
        self Sendable Set String Substring Task true UInt UInt8 UInt32 UInt64 Void print
        """)
    grammar.comments("//")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    grammar.strings = [
      Literal("#\"", "\"#", hasEscapes: false), Literal("\"\"\"", spansLines: true), Literal("\""),
    ]
    grammar.hasDecorators = true
    grammar.hasDirectives = true
    return grammar
  }()
}
