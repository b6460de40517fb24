package import CasebookSource

/// CB008: lines that end with CR LF or a lone CR, read as if they ended with LF.
///
/// `"a\r\nb\r"` → `"a\nb\n"`; one finding a file, since editors change all line ends at once.
package struct LineEndRepair: Repair {
  package init() {}

  package var rule: RuleID { RuleID(8) }
  package var trigger: TextTraits { .carriageReturn }

  package func examine(_ text: RepairedText) -> RepairOutcome {
    let bytes = text.bytes
    var edits: [TextEdit] = []
    var lone = 0
    for index in bytes.indices where bytes[index] == 0x0D {
      let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isPair { lone += 1 }
      edits.append(TextEdit(range: index..<index + 1, replacement: isPair ? [] : [0x0A], rule: rule))
    }
    guard let first = edits.first else { return .nothing }
    let kind = lone == 0 ? "CR LF" : lone == edits.count ? "CR" : "CR LF and CR"
    let finding = Diagnostic(
      rule: rule, severity: .info, path: text.file.path, range: text.range(of: first.range),
      message:
        "lines end with LF; found \(kind) at the end of \(edits.count == 1 ? "one line" : "\(edits.count) lines")",
      fixes: [
        .init(
          .safe, "end lines with LF",
          edits: edits.map { edit in
            .init(range: text.range(of: edit.range), replacement: edit.replacement.isEmpty ? "" : "\n")
          })
      ])
    return RepairOutcome(edits: edits, diagnostics: [finding])
  }
}
