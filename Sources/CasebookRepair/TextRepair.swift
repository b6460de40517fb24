package import CasebookSource

/// Turns a file's bytes into the text that every later stage reads.
///
/// `"# R\u{E9}sum\u{C3}\u{A9}"` damaged or not, the text is what its author meant; `edits` say what was changed, `diagnostics` why.
package enum TextRepair {
  /// Applies the catalogue in order; a file that cannot be text gives an empty one that is not readable.
  package static func repair(_ file: SourceFile, limits: InputLimits = .standard) -> RepairedText {
    let traits = TextTraits(file.bytes)
    var text = RepairedText(file)
    for repair in RepairCatalog.all where !repair.trigger.isDisjoint(with: traits) {
      let outcome = repair.examine(text)
      text = text.applying(outcome.edits)
      text.diagnostics += outcome.diagnostics
    }
    return text
  }
}
