package import CasebookSource

/// Findings of an inherited pile, known and counted but not shown, so that new ones stand out.
///
/// It is written once by a command and only shrinks from then on: what was mended can't come back unseen.
package struct Baseline: Sendable, Equatable {
  /// How many findings share a key, and the line of the file that says so.
  package struct Entry: Sendable, Equatable {
    package var key: BaselineKey
    package var count: Int
    package var line: Int

    package init(key: BaselineKey, count: Int, line: Int = 0) {
      self.key = key
      self.count = count
      self.line = line
    }
  }

  /// Sorted by key, each key once.
  package private(set) var entries: [Entry]

  /// Takes entries whose keys differ.
  init(entries: [Entry]) { self.entries = entries.sorted { $0.key < $1.key } }

  /// Takes every finding that may be known.
  package init(of findings: LibraryFindings, _ keys: inout BaselineKeys) {
    var counts: [BaselineKey: Int] = [:]
    for finding in findings.diagnostics where Self.mayHold(finding, findings) {
      counts[keys.key(of: finding), default: 0] += 1
    }
    self.init(entries: counts.map { Entry(key: $0.key, count: $0.value) })
  }

  /// How many findings it holds.
  package var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// What of it is still there; nothing new comes in.
  package func shrunk(to now: Baseline) -> Baseline {
    let counts = Dictionary(now.entries.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
    return Baseline(
      entries: entries.compactMap { entry in
        guard let count = counts[entry.key] else { return nil }
        return Entry(key: entry.key, count: min(count, entry.count))
      })
  }

  /// Marks known findings as such, and gives the entries without a finding, with the number that is missing.
  package func apply(to findings: inout LibraryFindings, _ keys: inout BaselineKeys) -> [Entry] {
    var open = Dictionary(entries.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
    let paths = Set(entries.map(\.key.path))
    for index in findings.diagnostics.indices {
      let finding = findings.diagnostics[index]
      guard paths.contains(finding.path), Self.mayHold(finding, findings) else { continue }
      let key = keys.key(of: finding)
      guard let left = open[key], left > 0 else { continue }
      open[key] = left - 1
      findings.diagnostics[index].suppression = Diagnostic.Suppression(reason: "in the baseline", by: .baseline)
    }
    return entries.compactMap { entry in
      guard let left = open[entry.key], left > 0 else { return nil }
      return Entry(key: entry.key, count: left, line: entry.line)
    }
  }

  /// A finding about an entry that has none.
  package static func stale(_ entry: Entry, path: String) -> Diagnostic {
    let place = Position(line: max(entry.line, 1), column: 1)
    let owner = entry.key.caseID.isEmpty ? "" : ", case \(entry.key.caseID)"
    return StaleBaselineRule().finding(
      path, SourceRange(start: place, end: place),
      "the baseline must hold only what is still found; \(entry.count) of \(entry.key.rule) in "
        + "\(entry.key.path)\(owner) \(entry.count == 1 ? "is" : "are") gone",
      explanation: "casebook validate --write-baseline takes it out.")
  }

  /// Whether a finding may be known: it counts, and its rule can be silenced at all.
  private static func mayHold(_ finding: Diagnostic, _ findings: LibraryFindings) -> Bool {
    guard findings.counts(finding), finding.rule != StaleBaselineRule().id else { return false }
    return RuleCatalog.silenceable.contains(finding.rule)
  }
}
