package import CasebookSource

/// CB008: a byte order mark, which UTF-8 needs not and which would hide a `---` or a `#` in the first line.
///
/// EF BB BF at the start of the file → nothing.
package struct ByteOrderMarkRepair: Repair {
  package init() {}

  package var rule: RuleID { RuleID(8) }
  package var trigger: TextTraits { .nonASCII }

  package func examine(_ text: RepairedText) -> RepairOutcome {
    guard text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return .nothing }
    let edit = TextEdit(range: 0..<3, replacement: [], rule: rule)
    let range = text.range(of: edit.range)
    let finding = Diagnostic(
      rule: rule, severity: .info, path: text.file.path, range: range,
      message: "a document in UTF-8 needs no byte order mark",
      fixes: [.init(.safe, "remove the byte order mark", edits: [.init(range: range, replacement: "")])])
    return RepairOutcome(edits: [edit], diagnostics: [finding])
  }
}
