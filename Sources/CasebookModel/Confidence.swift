/// How sure a recogniser is; only declared and exact facts may become errors.
package enum Confidence: String, Hashable, Sendable, CaseIterable {
  case declared, exact, lexicon, content, unknown
}

/// Whether a name was written by the author or made from a title.
package enum IDSource: String, Hashable, Sendable { case declared, implicit }
