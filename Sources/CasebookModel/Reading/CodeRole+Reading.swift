extension CodeRole {
  /// Tells what a block is for: declared, else a marker, else its content where it has no language, else its step's kind.
  static func of(
    code: TextSlice, declared: CodeRole?, hasLanguage: Bool, step: StepKind
  ) -> (CodeRole, RoleSource) {
    if let declared { return (declared, .declared) }
    if let marked = marker(code) { return (marked, .marker) }
    if !hasLanguage { return (isTrace(code) ? .trace : .evidence, .content) }
    switch step {
    case .rootCause, .finding: return (.bug, .stepKind)
    case .fix: return (.fix, .stepKind)
    case .verification: return (.test, .stepKind)
    case .reproduce: return (.repro, .stepKind)
    case .tooling: return (.tool, .stepKind)
    case .isolate, .hypothesis, .evidence, .mitigation, .other: return (.context, .fallback)
    }
  }

  private static func line(of code: TextSlice, from start: Int) -> TextSlice {
    let end = code.bytes.firstIndex(of: 0x0A, in: start..<code.range.upperBound) ?? code.range.upperBound
    return TextSlice(bytes: code.bytes, range: start..<end)
  }

  /// `# BUG: …`, `// Original code`, `-- FIXED` as a comment of the first two lines.
  private static func marker(_ code: TextSlice) -> CodeRole? {
    var start = code.range.lowerBound
    for _ in 0..<2 where start < code.range.upperBound {
      let line = line(of: code, from: start)
      start = line.range.upperBound + 1
      guard let comment = comment(line.trimmed()) else { continue }
      if comment.beginsWithWord("bug") || comment.beginsWithWord("buggy") || comment.matches("original code") {
        return .bug
      }
      if comment.beginsWithWord("fixed") || comment.beginsWithWord("fix") && comment.byte(3) == UInt8(ascii: ":") {
        return .fix
      }
    }
    return nil
  }

  /// What stands behind a comment's sign.
  private static func comment(_ line: TextSlice) -> TextSlice? {
    switch line.byte(0) {
    case UInt8(ascii: "#"): return line.dropping(1)
    case UInt8(ascii: "/"), UInt8(ascii: "-"):
      return line.matches("//") || line.matches("--") || line.matches("/*") ? line.dropping(2) : nil
    case UInt8(ascii: "<"): return line.matches("<!--") ? line.dropping(4) : nil
    default: return nil
    }
  }

  /// Two lines that say who does what: `Request A: Read user`, `Thread 2: commit`.
  ///
  /// They stand at the top: a megabyte of log is not looked through for them.
  private static func isTrace(_ code: TextSlice) -> Bool {
    var found = 0
    var start = code.range.lowerBound
    let end = min(code.range.upperBound, start + 2_048)
    while start < end {
      let line = line(of: code, from: start)
      start = line.range.upperBound + 1
      if isActor(line) { found += 1 }
      if found == 2 { return true }
    }
    return false
  }

  /// A capitalised word, one letter or a short number, a colon.
  private static func isActor(_ line: TextSlice) -> Bool {
    guard let first = line.byte(0), first.isASCIILetter, first != first.lowered else { return false }
    var index = 1
    while let byte = line.byte(index), byte.isASCIILetter { index += 1 }
    guard index > 1, line.byte(index) == 0x20 else { return false }
    index += 1
    if let name = line.byte(index), name.isASCIILetter {
      index += 1
    } else if let number = line.number(at: index), number.length <= 3 {
      index += number.length
    } else {
      return false
    }
    return line.byte(index) == UInt8(ascii: ":")
  }
}
