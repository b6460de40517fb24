package import CasebookSource

/// Reads a YAML mapping in one pass over libyaml's events, and stops at the first thing that has no place in it.
///
/// Front matter and `casebook.yml` are lists of facts: aliases, anchors, tags, directives, further documents, equal keys and
/// keys that are no text are each refused with a message of their own, so that no text can expand, construct or mislead.
///
/// ```
/// a: 010      → mapping: a → scalar "010"
/// a: *x       → alias at 3..<5
/// a: 1⏎a: 2   → duplicate at 5..<6, note at 0..<1
/// ```
package enum YAMLReader {
  /// Reads bytes; all ranges are indices of the collection that the slice is part of.
  package static func read(_ bytes: ArraySlice<UInt8>, limits: InputLimits = .standard) -> YAMLResult {
    let result = readOnce(bytes, limits: limits)
    guard let refusal = result.refusal else { return YAMLResult(value: result.value, problems: result.remarks) }
    let problem = YAMLMistake.explain(refusal, in: bytes, limits: limits)
    return YAMLResult(value: nil, problems: result.remarks + [problem])
  }

  /// What one pass gives: the value, or why there is none; remarks do not stop it.
  struct Outcome {
    var value: YAMLValue?
    var refusal: YAMLRefusal?
    var remarks: [YAMLProblem] = []
  }

  /// Reads without looking for the mistake behind a failure.
  static func readOnce(_ bytes: ArraySlice<UInt8>, limits: InputLimits) -> Outcome {
    guard bytes.count <= limits.frontMatterBytes else {
      let over = bytes.index(bytes.startIndex, offsetBy: limits.frontMatterBytes)..<bytes.endIndex
      return Outcome(refusal: YAMLRefusal(.size, over))
    }
    // libyaml skips a byte-order mark but counts it as a column, and then misses that the second line is indented alike.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let base = bytes.startIndex
    return bytes.withUnsafeBufferPointer { text in
      let verdict = UTF8Check.check(text)
      if case .invalid(let offset) = verdict {
        return Outcome(refusal: YAMLRefusal(.encoding, base + offset..<min(base + offset + 1, base + text.count)))
      }
      if let value = FlatMapping.read(text, base: base, limits: limits) { return Outcome(value: value) }
      var scan = YAMLScan(text, base: base, isASCII: verdict == .ascii, limits: limits)
      return scan.run()
    }
  }
}

/// Why a pass stopped and where, before anybody has looked for the mistake behind it.
struct YAMLRefusal {
  var kind: YAMLProblem.Kind
  var range: Range<Int>
  /// The first of two equal keys.
  var other: Range<Int>?
  /// libyaml's words, for `syntax`.
  var message = ""
  var context: (message: String, offset: Int)?

  init(_ kind: YAMLProblem.Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Where the mistake is: for what was opened and not closed, where it was opened.
  var place: Int {
    guard let context else { return range.lowerBound }
    switch context.message {
    case "while parsing a block mapping", "while parsing a block collection", "while parsing a block node",
      "while parsing a node", "while scanning for the next token":
      return range.lowerBound
    default: return context.offset
    }
  }
}
