import CasebookChecks

/// A service that hangs for five seconds, and clients that try again: does it come back, and what does a success cost?
let retryStorm = Check(
  "latency/retry-storm", case: "retry-storm",
  variants: [
    .bug(covers: "retry-storm.bug"),
    .fix(covers: "retry-storm.fix"),
    .fix("back-off-alone", expect: .refuted),
  ],
  claims: [
    Claim("the fix sends fewer than 1.5 requests for a success, the bug more than three times as many") {
      try $0.fix["sent-per-success"] < 1.5 && $0.bug["sent-per-success"] > 3 * $0.fix["sent-per-success"]
    },
    Claim("the fix's service serves again within 10 s of the outage's end, the bug's not before the minute is over") {
      try $0.fix["recovered-after"] <= 10 && $0.bug["recovered-after"] == 45
    },
  ], limit: .seconds(60)
) { run in
  var storm = Storm(RetryDesign(run.variant), run.random())
  storm.run()
  run.record("sent", storm.sent, unit: "requests")
  run.record("succeeded", storm.succeeded, unit: "requests")
  run.record(
    "sent-per-success", (storm.sentPerSuccess * 100).rounded() / 100, unit: "requests",
    beside: run.written(bug: "requests sent for a success: 30.2", fix: "requests sent for a success: 1.23"))
  run.record("recovered-after", storm.recoveredAfter, unit: "s")
  for (second, sent) in storm.sentBySecond.enumerated() {
    run.sample("requests sent", x: Double(second), y: Double(sent), xLabel: "s", yLabel: "requests/s")
  }
  for (second, count) in storm.succeededBySecond.enumerated() {
    run.sample("successes", x: Double(second), y: Double(count), xLabel: "s", yLabel: "requests/s")
  }
}

enum RetryDesign {
  /// Tries again at once, up to five times.
  case atOnce
  /// Waits longer each time, up to a random limit.
  case backOff
  /// The same, and only while a budget lasts: a tenth of what succeeds.
  case budget

  init(_ variant: String) {
    switch variant {
    case "bug": self = .atOnce
    case "back-off-alone": self = .backOff
    default: self = .budget
    }
  }
}
