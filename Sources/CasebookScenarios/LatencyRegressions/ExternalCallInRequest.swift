import CasebookChecks

/// 2,000 requests in virtual time: what the answer waits for, and what a worker does later.
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
    Claim("after a crash every answered request still has its two jobs, and the answer waited for none of them") {
      try $0.fix["jobs-lost-in-crash"] == 0 && $0.fix["P99"] < $0.bug["P99"]
    },
  ]
) { run in
  let clock = VirtualClock()
  var random = run.random()
  var service = Service(Design(run.variant))
  var times = Samples()
  for _ in 0..<2_000 {
    let part = Parts(&random)
    let start = clock.now
    service.answer(part, clock)
    times.add((clock.now - start).inMilliseconds)
  }
  func rounded(_ milliseconds: Double) -> Double { (milliseconds * 10).rounded() / 10 }
  run.record("P50", rounded(times.percentile(50)), unit: "ms", beside: run.isBug ? "350 ms" : "21 ms")
  run.record("P99", rounded(times.percentile(99)), unit: "ms", beside: run.isBug ? "2 s" : "26 ms")
  for point in times.distribution() {
    run.sample("response time", x: rounded(point.value), y: point.percent, xLabel: "ms", yLabel: "% of requests")
  }
  run.record("jobs-in-outbox", service.outbox, unit: "jobs")
  run.record("jobs-lost-in-crash", service.jobsLostInCrash, unit: "jobs")
}

private enum Design {
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
}

private struct Service {
  let design: Design
  /// Jobs on disk, and jobs that live in the process alone.
  private(set) var outbox = 0
  private(set) var inMemory = 0

  init(_ design: Design) { self.design = design }

  /// What nobody does any more when the process ends now: a worker has not come round yet.
  var jobsLostInCrash: Int { inMemory }

  mutating func answer(_ parts: Parts, _ clock: VirtualClock) {
    switch design {
    case .inRequest: wait(parts.save + parts.mail + parts.track, clock)
    case .outbox:
      // One more row in the same transaction.
      wait(parts.save + 1, clock)
      outbox += 2
    case .backgroundTask:
      wait(parts.save, clock)
      inMemory += 2
    }
  }

  private func wait(_ milliseconds: Double, _ clock: VirtualClock) {
    clock.after(.nanoseconds(Int64(milliseconds * 1e6))) {}
    clock.run()
  }
}
