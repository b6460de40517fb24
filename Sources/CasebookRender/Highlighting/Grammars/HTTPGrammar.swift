extension Grammar {
  /// Requests and responses as they go over the wire.
  static let http: Grammar = {
    var grammar = Grammar("http", "https")
    grammar.form = .http
    return grammar
  }()
}
