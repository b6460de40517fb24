import CasebookChecks
import Synchronization

/// Removes duplicates from rows that have none, and counts the comparisons: twice the rows, four times the work?
let accidentalQuadratic = Check(
  "cpu/accidental-quadratic", case: "accidental-quadratic",
  variants: [
    .bug(covers: "accidental-quadratic.bug"),
    .fix(covers: "accidental-quadratic.fix"),
  ],
  claims: [
    Claim("the bug compares every pair of rows") { try $0.bug["compared-at-2000"] == 2_000 * 1_999 / 2 },
    Claim("the fix compares each row with fewer than four others") {
      try $0.fix["compared-at-2000"] < 8_000 && $0.fix["compared-at-500"] < 2_000
    },
    Claim("twice the rows cost the bug four times the work, and the fix keeps the same rows") {
      try $0.bug["compared-at-2000"] / $0.bug["compared-at-1000"] > 3.9 && $0.fix["kept"] == $0.bug["kept"]
    },
  ], limit: .seconds(60)
) { run in
  for rows in [500, 1_000, 2_000] {
    let compared = CallCounter()
    let input = (0..<rows).map { Row(key: $0, compared: compared) }
    let kept = run.isBug ? uniqueByScan(input) : uniqueBySet(input)
    if run.isBug {
      run.record(
        "compared-at-\(rows)", compared.count, unit: "comparisons",
        beside: rows == 2_000 ? run.written(bug: "1999000 comparisons") : nil)
      run.sample("comparisons", x: Double(rows), y: Double(compared.count), xLabel: "rows", yLabel: "comparisons")
    } else {
      // The seed of Swift's hashes differs from process to process.
      run.bound("compared-at-\(rows)", Double(compared.count), .below(Double(4 * rows)), unit: "comparisons")
      run.sample(
        "comparisons", x: Double(rows), y: Double(compared.count), xLabel: "rows", yLabel: "comparisons",
        stability: .advisory)
    }
    // Each row twice: half of them go.
    let twice = input + input
    run.record("kept", (run.isBug ? uniqueByScan(twice) : uniqueBySet(twice)).count, unit: "rows")
    guard kept.count == rows else { throw RowsLost(count: rows - kept.count) }
  }
}

private struct RowsLost: Error { let count: Int }

private struct Row: Hashable {
  let key: Int
  let compared: CallCounter

  static func == (a: Row, b: Row) -> Bool {
    a.compared.call()
    return a.key == b.key
  }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

private func uniqueByScan(_ rows: [Row]) -> [Row] {
  var unique: [Row] = []
  for row in rows where !unique.contains(row) { unique.append(row) }
  return unique
}

private func uniqueBySet(_ rows: [Row]) -> [Row] {
  var seen: Set<Row> = []
  return rows.filter { seen.insert($0).inserted }
}
