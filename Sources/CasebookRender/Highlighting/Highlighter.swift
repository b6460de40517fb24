/// Colours code: language and bytes → tokens that joined are the bytes.
///
/// ```
/// bash, `echo "$x"  # why` → builtin `echo`, plain ` `, string `"$x"`, plain, comment `# why`
/// ```
/// A lexer never fails and looks at each byte a fixed number of times, whatever the bytes are.
package enum Highlighter {
  /// Whether a language has a table; the name as on the fence, in any case.
  package static func knows(_ language: ArraySlice<UInt8>) -> Bool { GrammarCatalog.find(language) != nil }

  /// Tokens of a block of code, neighbours of one kind joined; one plain token where the language is not known.
  package static func tokens(_ code: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> [Token] {
    guard let grammar = GrammarCatalog.find(language) else { return [Token(range: code.indices, kind: nil)] }
    var sink = TokenSink(code.startIndex)
    switch grammar.form {
    case .code: CodeLexer(code, grammar).run(code.indices, &sink)
    case .diff: LineLexer.diff(code, &sink)
    case .http: LineLexer.http(code, &sink)
    case .yaml: LineLexer.yaml(code, CodeLexer(code, grammar), &sink)
    case .console: LineLexer.console(code, CodeLexer(code, grammar), &sink)
    }
    return sink.finish(code.endIndex)
  }
}

/// Gathers tokens: what is not claimed between two of them is plain.
struct TokenSink {
  private var tokens: [Token] = []
  private var end: Int

  init(_ start: Int) { end = start }

  /// Claims a stretch, which begins where nothing was claimed yet.
  mutating func claim(_ range: Range<Int>, _ kind: TokenKind) {
    guard !range.isEmpty, range.lowerBound >= end else { return }
    plain(upTo: range.lowerBound)
    append(Token(range: range, kind: kind))
    end = range.upperBound
  }

  mutating func finish(_ total: Int) -> [Token] {
    plain(upTo: total)
    return tokens
  }

  private mutating func plain(upTo next: Int) {
    if next > end { append(Token(range: end..<next, kind: nil)) }
    end = max(end, next)
  }

  private mutating func append(_ token: Token) {
    if let last = tokens.last, last.kind == token.kind, last.range.upperBound == token.range.lowerBound {
      tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
    } else {
      tokens.append(token)
    }
  }
}
