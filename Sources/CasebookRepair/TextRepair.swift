package import CasebookSource

/// Turns a file's bytes into the text that every later stage reads.
///
/// `"\u{FEFF}# RÃ©sumÃ©\r\n"` → `"# Résumé\n"`; `edits` say what was changed, `diagnostics` why, and every position leads to the
/// file on disk.
package enum TextRepair {
  /// Applies the catalogue in order; a file that cannot be text gives an empty one that is not readable.
  package static func repair(_ file: SourceFile, limits: InputLimits = .standard) -> RepairedText {
    let traits = TextTraits(file.bytes)
    if let finding = UnreadableFile.finding(file, traits, limits: limits) {
      return RepairedText(unreadable: file, diagnostics: [finding])
    }
    var text = RepairedText(file)
    for repair in RepairCatalog.all where !repair.trigger.isDisjoint(with: traits) {
      let outcome = repair.examine(text)
      if !outcome.edits.isEmpty { text = text.applying(outcome.edits) }
      if !outcome.diagnostics.isEmpty { text.diagnostics += outcome.diagnostics }
    }
    return text
  }
}
