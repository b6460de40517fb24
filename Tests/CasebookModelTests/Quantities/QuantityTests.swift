import CasebookModel
import CasebookSource
import Testing

/// Reads a text as a problem: `metric=raw → si dimension` for each figure.
private func figures(_ text: String) -> [String] {
  let problem = read("**Problem**: \(text)\n").model.cases.first?.problem
  return (problem?.quantities ?? []).map { quantity in
    let metric = quantity.metric.map { "\($0)=" } ?? ""
    let upper = quantity.upper.map { "…\($0)" } ?? ""
    let comparator = quantity.comparator.map { " \($0)" } ?? ""
    return "\(metric)\(quantity.raw) → \(quantity.si)\(upper) \(quantity.dimension.rawValue)\(comparator)"
  }
}

@Suite("Figures") struct QuantityTests {
  @Test(
    "Units and their quotients",
    arguments: [
      ("it takes 50ms", ["50ms → 0.05 time"]), ("it takes 50 ms.", ["50 ms → 0.05 time"]),
      ("5 µs, 5 μs and 5 us", ["5 µs → 5e-06 time", "5 μs → 5e-06 time", "5 us → 5e-06 time"]),
      ("2 min, 3 hours, 1 day", ["2 min → 120.0 time", "3 hours → 10800.0 time", "1 day → 86400.0 time"]),
      ("100MB/hour", ["100MB/hour → 27777.777777777777 bytes/time"]), ("4 KiB", ["4 KiB → 4096.0 bytes"]),
      ("5% of 40 requests/s", ["5% → 0.05 ratio", "40 requests/s → 40.0 count/time"]),
      ("2%/day", ["2%/day → 2.3148148148148148e-07 ratio/time"]), ("300 rps", ["300 rps → 300.0 count/time"]),
      ("3 ms/op", ["3 ms/op → 0.003 time/count"]), ("12 KB/request", ["12 KB/request → 12000.0 bytes/count"]),
      ("10x slower", ["10x → 10.0 dimensionless"]), ("for 300s", ["300s → 300.0 time"]),
      ("100 MB per hour", ["100 MB per hour → 27777.777777777777 bytes/time"]),
      ("50ms/P99 200ms", ["50ms → 0.05 time", "p99=200ms → 0.2 time"]),
    ])
  func units(text: String, expected: [String]) { #expect(figures(text) == expected) }

  @Test(
    "Numbers",
    arguments: [
      ("1,234.5 ms", ["1,234.5 ms → 1.2345 time"]), ("12,345,678 rows", ["12,345,678 rows → 12345678.0 count"]),
      ("5k requests", ["5k requests → 5000.0 count"]), ("2M rows", ["2M rows → 2000000.0 count"]),
      ("150-200ms", ["150-200ms → 0.15…200.0 time"]), ("1–2 hours", ["1–2 hours → 3600.0…2.0 time"]),
      ("0.1 s", ["0.1 s → 0.1 time"]),
    ])
  func numbers(text: String, expected: [String]) { #expect(figures(text) == expected) }

  @Test(
    "No figures",
    arguments: [
      "version v2.4.0 of 2024-01-01", "app/cache.py:45 in x86_64", "5 people, 3 x 4, 7", "at 10:30 s", "foo-5ms",
      "build 1.2.3s", "0x1F", "5 Mb", "P99", "#5ms", "a/5ms", "5 minutesAgo", "20msx", "5 ms_total", "5/ms", "",
      "it gets 403s and 504s", "100s of rows", "[a](http://b/?c=%5B%22d%7B)",
    ])
  func none(text: String) { #expect(figures("x \(text)") == []) }

  @Test(
    "Comparators",
    arguments: [
      ("~5ms", ["~5ms → 0.005 time approx"]), ("≈ 5ms", ["≈ 5ms → 0.005 time approx"]),
      ("< 5ms", ["< 5ms → 0.005 time lt"]), ("<=5ms", ["<=5ms → 0.005 time le"]), ("≥5ms", ["≥5ms → 0.005 time ge"]),
      ("→5ms", ["5ms → 0.005 time"]), ("é5ms", []),
      ("p99>5ms", ["p99=>5ms → 0.005 time gt"]), ("a -> 5ms", ["5ms → 0.005 time"]), ("a => 5ms", ["5ms → 0.005 time"]),
    ])
  func comparators(text: String, expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(
    "Metrics",
    arguments: [
      ("Rate: 5ms", ["rate"]), ("P50=5ms, P99.9=6ms", ["p50", "p99.9"]), ("`P99`: 93ms", ["p99"]),
      ("**P99:** 93ms and **5%** of", ["p99", nil]), ("user.save(): 20ms", [nil]), ("v2.4.0: 20ms", [nil]),
      ("P99 of 200ms", ["p99"]), ("p95 latency increased from 1s", ["p95"]), ("After that 5ms", [nil]),
      ("100MB/hour = ~1.7MB/minute", [nil, nil]), ("Memory stable at ~150MB for 24 hours", [nil, nil]),
      ("P99: 1 s to 2 s", ["p99", "p99"]),
    ])
  func metrics(text: String, expected: [String?]) {
    let problem = read("**Problem**: \(text)\n").model.cases.first?.problem
    #expect(problem?.quantities.map(\.metric) == expected)
  }

  @Test(
    "Changes",
    arguments: [
      ("50ms → 2s", [40.0]), ("P50: 50ms → P99: 2s", [40.0]), ("from **50ms** to **2s**", [40]), ("5% -> 10%", [2]),
      ("1 s => 1 min", [60]),
      ("50ms to 5%", []), ("50ms and 2s", []), ("1s to 2s → 4s", [2, 2]), ("0% → 5%", [0]), ("50ms\n→ 2s", [40]),
    ])
  func changes(text: String, factors: [Double]) {
    let problem = read("**Problem**: \(text)\n").model.cases.first?.problem
    #expect(problem?.changes.map(\.factor) == factors)
    #expect(problem.map { $0.kind == .change } == !factors.isEmpty)
  }

  @Test func placesAreBytes() {
    let problem = read("**Problem**: é `P99`: **~1.7MB/minute**\n").model.cases.first?.problem
    #expect(problem?.quantities.map { "\($0.raw) \($0.at)" } == ["~1.7MB/minute 1:26-1:39"])
    #expect(problem?.quantities.map(\.isAmbiguous) == [true])
  }

  @Test(
    "Kinds of symptoms",
    arguments: [
      ("Memory grows 100MB/hour", SymptomKind.growth), ("Memory grows", .statement), ("P50: 1ms → 2ms", .change),
      ("No increase in traffic", .absence), ("Nobody knows", .statement),
      ("Restart temporarily fixes", .temporaryRemedy),
      ("GC doesn't help", .ineffectiveRemedy), ("Restarting had no effect", .ineffectiveRemedy),
      ("5% test failure rate", .proportion), ("Happens under load", .scope), ("Only affects writes", .scope),
      ("Started after deployment", .onset), ("**No** error", .absence), ("Data sometimes overwritten", .statement),
    ])
  func kinds(text: String, kind: SymptomKind) {
    let raw = read("## Symptoms\n- \(text)\n").model.cases.first
    #expect(raw?.session.symptoms.map(\.kind) == [kind])
  }

  /// Digits, dashes and letters in any order: no crash, every figure where it says it is, linear.
  @Test func noise() {
    let pieces = [
      "1", "9", ",", ".", "-", "k", "M", "ms", "%", "/", "h", " ", "→", "to", "~", ">", "=", ":", "P99", "`", "x",
    ]
    for seed in 0..<2_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let document = read("**Problem**: a \(text)\n")
      for quantity in document.model.cases.first?.problem?.quantities ?? [] {
        let lines = document.source.diskLines
        let range = lines.offset(of: quantity.at.start)..<lines.offset(of: quantity.at.end)
        #expect(document.source.string(range) == quantity.raw, "seed \(seed): \(text)")
        #expect(quantity.value.isFinite && quantity.si.isFinite)
      }
    }
    let long = String(repeating: "1,", count: 200_000) + String(repeating: "9", count: 200_000)
    #expect(figures(long) == [])
  }
}
