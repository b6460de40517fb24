import CasebookChecks

/// Two transfers between two accounts, in opposite directions, in every order of their locks.
let lockOrder = Check(
  "race/lock-order", case: "lock-order",
  variants: [
    .bug(covers: "lock-order.bug"),
    .fix(covers: "lock-order.fix"),
  ],
  claims: [
    Claim("the bug has an order in which nobody can go on, the fix has none") {
      try $0.bug["deadlocks"] > 0 && $0.fix["deadlocks"] == 0
    },
    Claim("both transfers of the fix are made in every order") {
      try $0.fix["transfers-made"] == 2 * $0.fix["orders"] && $0.bug["transfers-made"] < 2 * $0.bug["orders"]
    },
  ]
) { run in
  var made = 0
  let all = run.explore(
    Bank(), [transfer("A to B", from: 0, to: 1, run.variant), transfer("B to A", from: 1, to: 0, run.variant)],
    bad: { bank in
      made += bank.made
      return bank.balance.reduce(0, +) != 200
    },
    deadlocked: { bank in
      for (account, holder) in zip(["account A", "account B"], bank.holder) {
        guard let holder else { continue }
        run.relate(account, "is held by", "transfer \(holder)", in: "who waits for whom")
        let other = account == "account A" ? "account B" : "account A"
        run.relate("transfer \(holder)", "waits for", other, in: "who waits for whom")
      }
    })
  // Orders that ended in a deadlock made what had been made before it; none here.
  run.record("orders", all.total, unit: "orders")
  run.record(
    "deadlocks", all.deadlocks, unit: "orders",
    beside: run.written(bug: "orders in which nobody can go on: 2", fix: "orders in which nobody can go on: 0"))
  run.record("transfers-made", made, unit: "transfers")
  run.record("wrong-balances", all.bad - all.deadlocks, unit: "orders")
}

private struct Bank: CustomStringConvertible {
  var balance = [100, 100]
  /// Which transfer holds the lock of an account.
  var holder: [String?] = [nil, nil]
  var made = 0

  var description: String {
    zip(["A", "B"], holder).map { "\($0) \($1.map { "held by \($0)" } ?? "free")" }.joined(separator: ", ")
  }
}

private func transfer(_ name: String, from: Int, to: Int, _ variant: String) -> Script<Bank, Void> {
  let accounts = ["A", "B"]
  // The fix takes the account with the smaller number first, whichever way the money goes.
  let order = variant == "fix" ? [min(from, to), max(from, to)] : [from, to]
  return Script(name, ()) {
    for account in order {
      Step("locks \(accounts[account])", when: { bank, _ in bank.holder[account] == nil }) { bank, _ in
        bank.holder[account] = name
      }
    }
    Step("moves 10 and unlocks") { bank, _ in
      bank.balance[from] -= 10
      bank.balance[to] += 10
      bank.made += 1
      bank.holder = bank.holder.map { $0 == name ? nil : $0 }
    }
  }
}
