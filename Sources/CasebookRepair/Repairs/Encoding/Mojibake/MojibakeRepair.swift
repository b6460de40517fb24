package import CasebookSource

/// CB002: text that was UTF-8 and was read in a single-byte encoding, once or several times.
///
/// `# Memory leak üêõ` → `# Memory leak 🐛`. What is certain is decoded to the end at once; what only might be damage is
/// decoded where the document has certain damage of the kind, else reported at most (CB009).
package struct MojibakeRepair: Repair {
  package init() {}

  package var rule: RuleID { RuleID(2) }
  package var trigger: TextTraits { .nonASCII }

  package func examine(_ text: RepairedText) -> RepairOutcome {
    let scan = DamageScan(text.bytes)
    guard !scan.runs.isEmpty else { return .nothing }
    let subject = DamageSubject(text.bytes, lines: text.lines)
    let decoder = DamageDecoder(scan, bytes: text.bytes, lines: text.lines, subject: subject)
    return MojibakeFindings(text: text, decoder: decoder).outcome()
  }
}
