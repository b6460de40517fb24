import CasebookChecks

/// Two writers of one row, each with a field of its own, in every order of their statements.
let lostUpdate = Check(
  "race/lost-update", case: "lost-update",
  variants: [
    .bug(covers: "lost-update.bug", "race-condition.bug"),
    .fix(covers: "lost-update.fix"),
    .fix("row-lock", covers: "race-condition.fix-2"),
    .fix("option-1", covers: "race-condition.fix", expect: .refuted),
  ],
  claims: [
    Claim("the bug loses a change in some order") { try $0.bug["lost"] > 0 },
    Claim("the fix loses none in any order") { try $0.fix["lost"] == 0 },
  ]
) { run in
  let writers = [Field.name, .email].map { writer($0, run.variant) }
  let all = run.explore(
    Row(), writers, bad: { !$0.isLost.isEmpty }, outcome: { "lost: \($0.isLost.joined(separator: ", "))" })
  run.record("orders", all.total, unit: "orders")
  run.record("lost", all.bad, unit: "orders", beside: "5%")
}

private enum Field: String {
  case name, email
}

/// The row of the table, and what was promised to its writers.
private struct Row: CustomStringConvertible {
  var name = "old"
  var email = "old"
  var version = 0
  var lockedBy: Field?
  /// Writers that were told that their change is stored.
  var stored: [Field] = []

  subscript(field: Field) -> String {
    get { field == .name ? name : email }
    set { if field == .name { name = newValue } else { email = newValue } }
  }

  /// Changes that were stored and are gone.
  var isLost: [String] { stored.filter { self[$0] != "new" }.map(\.rawValue) }

  var description: String { "name=\(name) email=\(email)" }
}

/// What a writer remembers between its statements.
private struct Memory {
  var name = ""
  var email = ""
  var version = 0

  mutating func read(_ row: Row) { (name, email, version) = (row.name, row.email, row.version) }

  /// Writes the whole row, as it was read, with one field changed.
  func write(_ field: Field, to row: inout Row) {
    (row.name, row.email) = (name, email)
    row[field] = "new"
    row.stored.append(field)
  }
}

private func writer(_ field: Field, _ variant: String) -> Script<Row, Memory> {
  Script(field.rawValue, Memory()) {
    if variant == "row-lock" {
      Step("reads and locks the row", when: { row, _ in row.lockedBy == nil }) { row, mine in
        row.lockedBy = field
        mine.read(row)
      }
      Step("writes the row and lets it go") { row, mine in
        mine.write(field, to: &row)
        row.lockedBy = nil
      }
    } else if variant == "option-1" {
      // The test stands in the application: between it and the write anybody may come in.
      Step(choosing: "reads the row and compares versions") { row, mine in
        mine.read(row)
        return row.version == 0 ? .forward : .done
      }
      Step("writes the row with the next version") { row, mine in
        mine.write(field, to: &row)
        row.version = mine.version + 1
      }
    } else if variant == "fix" {
      Step("reads the row") { row, mine in mine.read(row) }
      Step(choosing: "writes if the version is the one it read") { row, mine in
        guard row.version == mine.version else { return .to(0) }
        mine.write(field, to: &row)
        row.version += 1
        return .forward
      }
    } else {
      Step("reads the row") { row, mine in mine.read(row) }
      Step("writes the row") { row, mine in mine.write(field, to: &row) }
    }
  }
}
