package import CasebookSource

/// Splits front matter off a document and reads it.
///
/// ```
/// ---
/// id: lost-update      → entry id
/// author: @ann         → entry author, "@ann", and a finding that proposes quotes
/// ---
/// # Body               ← bodyStart
/// ```
///
/// What cannot be read costs a finding, never the document: the other keys are read all the same, and what turns out not to
/// be front matter is Markdown.
package enum FrontMatterReader {
  /// CB004, front-matter-syntax.
  package static let rule = RuleID(4)

  /// Gives the front matter, where the Markdown begins (0 without front matter), and the findings, positions on disk.
  package static func read(
    _ text: RepairedText, limits: InputLimits = .standard
  ) -> (frontMatter: FrontMatter?, bodyStart: Int, diagnostics: [Diagnostic]) {
    guard let first = text.bytes.first, Self.mayBeHead(first) else { return (nil, 0, []) }
    guard let fences = FrontMatterFences(text.bytes) else { return (nil, 0, ForeignFrontMatter.findings(text)) }
    guard let close = fences.close else { return (nil, 0, UnclosedFrontMatter.findings(fences, in: text)) }
    let content = text.bytes[fences.content]
    let outcome = YAMLReader.readOnce(content, limits: limits)
    var frontMatter = FrontMatter(
      range: fences.start..<close.upperBound, contentRange: fences.content, bodyStart: fences.bodyStart)
    guard let refusal = outcome.refusal else {
      frontMatter.entries = outcome.value?.entries ?? []
      // Two `---` with nothing between and behind them are two thematic breaks: CommonMark 0.30, example 98.
      let isAllBlank = text.bytes[fences.bodyStart...].allSatisfy { $0 <= 0x20 }
      if fences.content.isEmpty, isAllBlank { return (nil, 0, []) }
      return (frontMatter, fences.bodyStart, outcome.remarks.map { $0.diagnostic(rule, in: text) })
    }
    let outline = FrontMatterOutline(content)
    if !outline.looksLikeKeys && refusal.kind != .encoding {
      let problem = YAMLMistake.explain(refusal, in: content, limits: limits)
      return (nil, 0, [thematicBreaks(problem, isSpaced: outline.isSpaced, in: text)])
    }
    var recovery = FrontMatterRecovery(content, limits: limits)
    recovery.recover(outline.chunks, after: refusal)
    frontMatter.entries = recovery.entries
    frontMatter.unreadable = recovery.unreadable
    return (frontMatter, fences.bodyStart, recovery.problems.map { $0.diagnostic(rule, in: text) })
  }

  /// Whether a document may begin with front matter, of any kind, going by its first byte: a mark of an encoding, `-` or `+`.
  private static func mayBeHead(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first >= 0xEF
  }

  /// Two `---` that hold no keys are Markdown; whoever set blank lines inside them probably meant that.
  private static func thematicBreaks(_ problem: YAMLProblem, isSpaced: Bool, in text: RepairedText) -> Diagnostic {
    var finding = problem.diagnostic(rule, in: text)
    finding.severity = isSpaced ? .warning : .error
    finding.message =
      "front matter must be keys and values, \"key: value\"; what stands between the two --- is read as Markdown"
    finding.explanation =
      "The text at the head of a document, between --- and ---, holds its facts. "
      + "Write *** where a thematic break is meant."
    finding.fixes = []
    return finding
  }
}
