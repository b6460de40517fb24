extension Grammar {
  /// SQL of PostgreSQL, MySQL and SQLite.
  static let sql: Grammar = {
    var grammar = Grammar("sql", "postgresql", "postgres", "psql", "mysql", "sqlite", "plpgsql")
    grammar.words = WordTable(
      keywords: """
        add all alter analyze and any as asc begin between buffers by case cast check column commit constraint create cross \
        default delete desc distinct drop else end except exists explain false for foreign from full group having if ilike in \
        index inner insert intersect into is isolation join key lateral left level like limit lock natural nowait not null of \
        offset on or order outer over partition pragma primary read references replace returning right rollback row rows select \
        serializable set show skip table temporary then to transaction true truncate union unique update using vacuum values \
        view when where window with
        """,
      builtins: """
        avg bigint bigserial bool boolean char coalesce count date decimal double extract float int integer interval json jsonb \
        lower max min now nullif numeric real row_number serial smallint substring sum text time timestamp timestamptz upper \
        uuid varchar
        """, ignoresCase: true)
    grammar.comments("--")
    grammar.blockComments = [Literal("/*", "*/", hasEscapes: false, spansLines: true)]
    // A doubled quote closes one literal and opens the next: the colour is the same.
    grammar.strings = [
      Literal("'", hasEscapes: false, spansLines: true), Literal("\"", hasEscapes: false),
      Literal("$$", hasEscapes: false, spansLines: true),
    ]
    return grammar
  }()
}
