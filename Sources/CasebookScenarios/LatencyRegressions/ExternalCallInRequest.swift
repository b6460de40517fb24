import CasebookChecks

/// 2,000 requests in virtual time, and then a crash at every point of two requests, with the jobs in a real database.
let externalCallInRequest = Check(
  "latency/external-call-in-request", case: "external-call-in-request",
  variants: [
    .bug(covers: "external-call-in-request.bug", "performance-degradation.bug"),
    .fix(covers: "external-call-in-request.fix"),
    .fix("background-task", covers: "performance-degradation.fix", expect: .refuted),
  ],
  claims: [
    Claim("the bug's P50 is over 300 ms, the fix's under 30 ms") {
      try $0.bug["P50"] > 300 && $0.fix["P50"] < 30
    },
    Claim("the bug's P99 is over 1.5 s, the fix's under 50 ms") {
      try $0.bug["P99"] > 1_500 && $0.fix["P99"] < 50
    },
    Claim("wherever the process crashes, each user that the fix stored gets both jobs done; the bug loses some") {
      try $0.fix["jobs-lost-in-crashes"] == 0 && $0.bug["jobs-lost-in-crashes"] > 0
    },
  ], limit: .seconds(60)
) { run in
  let design = SignUpDesign(run.variant)
  let clock = VirtualClock()
  var random = run.random()
  var times = Samples()
  for _ in 0..<2_000 {
    let parts = Parts(&random)
    let start = clock.now
    clock.after(.nanoseconds(Int64(parts.answeredAfter(design) * 1e6))) {}
    clock.run()
    times.add((clock.now - start).inMilliseconds)
  }
  func rounded(_ milliseconds: Double) -> Double { (milliseconds * 10).rounded() / 10 }
  run.record(
    "P50", rounded(times.percentile(50)), unit: "ms",
    beside: run.written(bug: "before: P50=351 ms", fix: "after: P50=21 ms"))
  run.record(
    "P99", rounded(times.percentile(99)), unit: "ms", beside: run.written(bug: "P99=2,033 ms", fix: "P99=26 ms"))
  for point in times.distribution() {
    run.sample("response time", x: rounded(point.value), y: point.percent, xLabel: "ms", yLabel: "% of requests")
  }

  let crashes = try SignUpCrashes(design, directory: run.directory)
  run.record("crashes", crashes.count, unit: "crashes")
  run.record("jobs-lost-in-crashes", crashes.lost, unit: "jobs")
  run.record("jobs-done-twice", crashes.repeated, unit: "jobs")
}

enum SignUpDesign {
  /// Calls both services before it answers.
  case inRequest
  /// Writes both jobs beside the user, in one transaction.
  case outbox
  /// Starts tasks in the process and answers.
  case backgroundTask

  init(_ variant: String) {
    switch variant {
    case "bug": self = .inRequest
    case "background-task": self = .backgroundTask
    default: self = .outbox
    }
  }
}

/// Times of the parts of one request, as they were measured: 2% of e-mails are slow.
private struct Parts {
  let save: Double
  let mail: Double
  let track: Double

  init(_ random: inout SeededRandom) {
    save = random.uniform(15...25)
    mail = random.chance(0.02) ? random.uniform(1_500...2_000) : random.uniform(120...180)
    track = random.uniform(150...210)
  }

  /// Milliseconds until the answer.
  func answeredAfter(_ design: SignUpDesign) -> Double {
    switch design {
    case .inRequest: save + mail + track
    // Two rows more in the same transaction.
    case .outbox: save + 1
    case .backgroundTask: save
    }
  }
}
