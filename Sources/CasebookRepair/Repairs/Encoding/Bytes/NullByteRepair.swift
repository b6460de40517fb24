package import CasebookSource

/// CB008: NUL bytes, which CommonMark reads as U+FFFD.
///
/// `a\0b` → `a\u{FFFD}b`; a text that is UTF-16 was refused before.
package struct NullByteRepair: Repair {
  package init() {}

  package var rule: RuleID { RuleID(8) }
  package var trigger: TextTraits { .null }

  package func examine(_ text: RepairedText) -> RepairOutcome {
    let edits = text.bytes.indices.filter { text.bytes[$0] == 0 }.map {
      TextEdit(range: $0..<$0 + 1, replacement: [0xEF, 0xBF, 0xBD], rule: rule)
    }
    guard let first = edits.first else { return .nothing }
    let range = text.range(of: first.range)
    let finding = Diagnostic(
      rule: rule, severity: .warning, path: text.file.path, range: range,
      message:
        "text holds no NUL bytes; found \(edits.count), the first at byte \(text.map.start(first.range.lowerBound))",
      explanation: "NUL ends a text for many programs; each is read as U+FFFD, as CommonMark has it",
      fixes: [
        .init(
          .unsafe, "remove the NUL bytes",
          edits: edits.map { .init(range: text.range(of: $0.range), replacement: "") })
      ])
    return RepairOutcome(edits: edits, diagnostics: [finding])
  }
}
