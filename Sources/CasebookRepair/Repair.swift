package import CasebookSource

/// One way to read a damaged text as it was meant, as edits that nothing but `casebook fix` writes to disk.
///
/// A repair is timid (no edit on a well-formed text), idempotent (its result gives no edit), byte-minimal and proved (the
/// result, read again, gives the reading that justified the edit); where it doubts, it reports and edits nothing.
package protocol Repair: Sendable {
  /// The rule that its edits and findings carry.
  var rule: RuleID { get }

  /// What a text must hold before it is worth a look; texts without any of it are not examined.
  var trigger: TextTraits { get }

  /// Examines a text; edits and findings are in terms of that text's offsets and of the file on disk, respectively.
  func examine(_ text: RepairedText) -> RepairOutcome
}

extension Repair {
  package var trigger: TextTraits { .any }
}
