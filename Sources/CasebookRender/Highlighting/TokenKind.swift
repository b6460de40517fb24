/// What a stretch of code is, for its colour; text that is none of these has none.
package enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
  case comment, string, number, keyword
  /// Types, constants and functions that come with the language.
  case builtin
  case variable
  /// Keys: of JSON, YAML and headers.
  case property
  case inserted, deleted
  /// What speaks about the code: prompts, decorators, directives, the heads of a diff.
  case meta

  /// Class in the page: short, since pages hold hundreds.
  package var className: StaticString {
    switch self {
    case .comment: "h-c"
    case .string: "h-s"
    case .number: "h-n"
    case .keyword: "h-k"
    case .builtin: "h-b"
    case .variable: "h-v"
    case .property: "h-p"
    case .inserted: "h-i"
    case .deleted: "h-d"
    case .meta: "h-m"
    }
  }
}

/// A stretch of code and its kind; `nil` is plain text. Tokens joined are the code, byte for byte.
package struct Token: Hashable, Sendable {
  package var range: Range<Int>
  package var kind: TokenKind?
}
