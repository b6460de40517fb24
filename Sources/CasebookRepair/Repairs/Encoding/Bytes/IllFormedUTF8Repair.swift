package import CasebookSource

/// CB008: bytes that are not UTF-8, each ill-formed sequence read as U+FFFD.
///
/// Where the whole file reads well in a single-byte encoding, the finding says so and offers to write it as UTF-8: `caf`
/// and the byte E9 is `café` in Windows-1252. It stays an offer, since another encoding may read as well.
package struct IllFormedUTF8Repair: Repair {
  package init() {}

  package var rule: RuleID { RuleID(8) }
  package var trigger: TextTraits { .nonASCII }

  package func examine(_ text: RepairedText) -> RepairOutcome {
    let illFormed = IllFormedUTF8.ranges(in: text.bytes)
    guard let first = illFormed.first else { return .nothing }
    let edits = illFormed.map { TextEdit(range: $0, replacement: [0xEF, 0xBF, 0xBD], rule: rule) }
    let bytes = text.bytes[first].map { Self.hex($0) }.joined(separator: " ")
    var message = "a document is UTF-8; \(bytes) at byte \(text.map.start(first.lowerBound)) is not"
    if illFormed.count > 1 { message += ", nor is what stands at \(illFormed.count - 1) more places" }
    var finding = Diagnostic(
      rule: rule, severity: .error, path: text.file.path, range: text.range(of: first), message: message,
      explanation: "what is not UTF-8 is read as U+FFFD, and the characters are lost to readers and to search")
    if let guess = SingleByteGuess(text.bytes) {
      finding.message += "; the file reads well as \(guess.name)"
      finding.fixes = [
        .init(
          .unsafe, "convert the file from \(guess.name) to UTF-8",
          edits: guess.conversions.map { .init(range: text.range(of: $0.range), replacement: $0.text) })
      ]
    }
    return RepairOutcome(edits: edits, diagnostics: [finding])
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
