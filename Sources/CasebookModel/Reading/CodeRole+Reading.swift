extension CodeRole {
  /// Tells what a block is for: declared, else a marker, else its content where it has no language, else its step's kind.
  static func of(
    code: ArraySlice<UInt8>, declared: CodeRole?, hasLanguage: Bool, step: StepKind
  ) -> (CodeRole, RoleSource) {
    if let declared { return (declared, .declared) }
    let lines = Lines(code)
    if let marked = lines.marker() { return (marked, .marker) }
    if !hasLanguage { return (lines.isTrace() ? .trace : .evidence, .content) }
    switch step {
    case .rootCause, .finding: return (.bug, .stepKind)
    case .fix: return (.fix, .stepKind)
    case .verification: return (.test, .stepKind)
    case .reproduce: return (.repro, .stepKind)
    case .tooling: return (.tool, .stepKind)
    case .isolate, .hypothesis, .evidence, .mitigation, .other: return (.context, .fallback)
    }
  }

  /// Lines of code, looked at without making strings.
  private struct Lines {
    let bytes: [UInt8]
    let range: Range<Int>

    init(_ code: ArraySlice<UInt8>) {
      // Markers and the form of a trace show at the top; a megabyte of log is not looked through for them.
      bytes = Array(code.prefix(2048))
      range = 0..<bytes.count
    }

    private func line(from start: Int) -> TextSlice {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      return TextSlice(bytes: bytes, range: start..<end)
    }

    /// `# BUG: …`, `// Original code`, `-- FIXED` as a comment of the first two lines.
    func marker() -> CodeRole? {
      var start = 0
      for _ in 0..<2 where start < bytes.count {
        let line = line(from: start)
        start = line.range.upperBound + 1
        guard let comment = Self.comment(line.trimmed()) else { continue }
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
      if line.matches("//") || line.matches("--") || line.matches("/*") { return line.dropping(2) }
      if line.matches("<!--") { return line.dropping(4) }
      return line.byte(0) == UInt8(ascii: "#") ? line.dropping(1) : nil
    }

    /// Two lines that say who does what: `Request A: Read user`, `Thread 2: commit`.
    func isTrace() -> Bool {
      var found = 0
      var start = 0
      while start < bytes.count {
        let line = line(from: start)
        start = line.range.upperBound + 1
        if Self.isActor(line) { found += 1 }
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
}
