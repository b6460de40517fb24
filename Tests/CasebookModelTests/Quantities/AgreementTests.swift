import CasebookModel
import Testing

/// The two figures of a text.
private func agree(_ text: String) -> Bool? {
  let found = read("**Problem**: \(text)\n").model.cases.first?.problem?.quantities ?? []
  guard found.count == 2 else { return nil }
  #expect(found[0].agrees(with: found[1]) == found[1].agrees(with: found[0]))
  return found[0].agrees(with: found[1])
}

@Suite("Figures that say the same") struct AgreementTests {
  @Test(
    "Rounding, units, 1024s",
    arguments: [
      ("100MB/hour = ~1.7MB/minute", true), ("2s, 2000ms", true), ("2s, 2400ms", true), ("2s, 2600ms", false),
      ("2.0s, 2040ms", true), ("2.0s, 2060ms", false), ("1GB, 1024MB", true), ("1.00GB, 1024MB", true),
      ("1.00GB, 1100MB", false), ("1GiB, 1024MiB", true), ("5%, 5.4%", true), ("5.0%, 5.4%", false),
      ("50ms, 50MB", false), ("~100ms, 109ms", true), ("~100ms, 120ms", false), ("1-2s, 1500ms", true),
      ("1-2 s, 4 s", false), ("1,234ms, 1.234s", true), ("5k requests, 5000 requests", true), ("0%, 0%", true),
      ("0%, 5%", false), ("150MB, 100MB", false),
    ])
  func agreement(text: String, expected: Bool) { #expect(agree(text) == expected, "\(text)") }
}
