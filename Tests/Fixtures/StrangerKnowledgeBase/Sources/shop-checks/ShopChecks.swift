import CasebookChecks

@main struct ShopChecks: CheckCatalog {
  static var checks: [Check] {
    Check(
      "shop/oversold", case: "oversold",
      variants: [.bug(covers: "oversold.bug"), .fix(covers: "oversold.fix")],
      claims: [
        Claim("the bug sells one item twice in some order, the fix in none") {
          try $0.bug["oversold"] > 0 && $0.fix["oversold"] == 0
        }
      ]
    ) { run in
      let all = run.explore(1, ["Ann", "Bob"].map { buyer($0, isBug: run.isBug) }, bad: { $0 < 0 })
      run.record("oversold", all.bad, unit: "orders")
    }
    Check(
      "shop/kept-receipts", case: "kept-receipts",
      variants: [.bug(covers: "kept-receipts.bug"), .fix(covers: "kept-receipts.fix")],
      claims: [Claim("the bug keeps every receipt, the fix ten") { try $0.bug["kept"] == 500 && $0.fix["kept"] == 10 }]
    ) { run in
      let counter = LiveCounter()
      var receipts: [LiveCounter.Token] = []
      for number in 1...500 {
        receipts.append(counter.token())
        if !run.isBug, receipts.count > 10 { receipts.removeFirst() }
        run.sample("kept", x: Double(number), y: Double(counter.live), xLabel: "sales", yLabel: "receipts")
      }
      run.record("kept", counter.live, unit: "receipts")
    }
  }
}

/// Sees the stock, then takes one; the fix does both in one step.
func buyer(_ name: String, isBug: Bool) -> Script<Int, Int> {
  Script(name, 0) {
    if isBug {
      Step("looks at the stock") { stock, seen in seen = stock }
      Step("takes one if there was one") { stock, seen in if seen > 0 { stock -= 1 } }
    } else {
      Step("takes one if there is one") { stock, _ in if stock > 0 { stock -= 1 } }
    }
  }
}
