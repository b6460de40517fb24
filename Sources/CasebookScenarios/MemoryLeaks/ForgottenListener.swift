import CasebookChecks

/// 1,000 sessions come and go on one bus: what does the bus still hold when all have gone?
let forgottenListener = Check(
  "memory/forgotten-listener", case: "forgotten-listener",
  variants: [
    .bug(covers: "forgotten-listener.bug"),
    .fix(covers: "forgotten-listener.fix"),
    .fix("weak-reference", expect: .refuted),
  ],
  claims: [
    Claim("the bug keeps every session that ever was, the fix none") {
      try $0.bug["sessions-alive"] == 1_000 && $0.fix["sessions-alive"] == 0
    },
    Claim("an event calls one listener for each session that is open, and none for those that are gone") {
      try $0.fix["calls-per-event"] == 0 && $0.bug["calls-per-event"] == 1_000
    },
    Claim("a session that is open hears the event") {
      try $0.fix["heard-while-open"] == 1_000 && $0.bug["listeners"] > 0
    },
  ], limit: .seconds(60)
) { run in
  let alive = LiveCounter()
  let heard = CallCounter()
  let bus = Bus()
  var heardWhileOpen = 0
  for number in 1...1_000 {
    let before = heard.count
    let session = Session(alive)
    session.open(bus, Listening(run.variant), heard)
    session.hears(bus)
    if heard.count > before { heardWhileOpen += 1 }
    session.close(bus, Listening(run.variant))
    if number % 100 == 0 {
      run.sample(
        "sessions alive", x: Double(number), y: Double(alive.live - 1), xLabel: "sessions closed",
        yLabel: "sessions alive")
    }
  }
  if bus.count > 0 {
    run.relate("the process", "keeps", "the bus", in: "what keeps a session that was closed")
    run.relate("the bus", "lists", "\(bus.count) listeners", in: "what keeps a session that was closed")
  }
  if alive.live > 0 {
    run.relate(
      "\(bus.count) listeners", "capture", "\(alive.live) sessions", in: "what keeps a session that was closed")
  }
  let calls = bus.emit()
  run.record(
    "sessions-alive", alive.live, unit: "sessions",
    beside: run.written(bug: "sessions alive: 1000", fix: "sessions alive: 0"))
  run.record("listeners", bus.count, unit: "listeners")
  run.record("calls-per-event", calls, unit: "calls")
  run.record("heard-while-open", heardWhileOpen, unit: "sessions")
}

private enum Listening {
  /// The bus holds the session, and nothing takes the listener off.
  case forgotten
  /// `close` takes it off.
  case removed
  /// The listener does not hold the session, and stays.
  case weakly

  init(_ variant: String) {
    switch variant {
    case "bug": self = .forgotten
    case "weak-reference": self = .weakly
    default: self = .removed
    }
  }
}

/// An emitter that lives as long as the process.
private final class Bus {
  private var listeners: [Int: () -> Void] = [:]
  private var next = 0

  var count: Int { listeners.count }

  func on(_ listener: @escaping () -> Void) -> Int {
    next += 1
    listeners[next] = listener
    return next
  }

  func off(_ token: Int) { listeners[token] = nil }

  /// - Returns: how many listeners were called.
  func emit() -> Int {
    for listener in listeners.values { listener() }
    return listeners.count
  }
}

private final class Session {
  private let life: LiveCounter.Token
  private var token: Int?

  init(_ counter: LiveCounter) { life = counter.token() }

  func open(_ bus: Bus, _ listening: Listening, _ heard: CallCounter) {
    switch listening {
    case .forgotten, .removed: token = bus.on { self.refresh(heard) }
    case .weakly: token = bus.on { [weak self] in self?.refresh(heard) }
    }
  }

  func close(_ bus: Bus, _ listening: Listening) {
    guard let token, listening == .removed else { return }
    bus.off(token)
  }

  /// One event while the session is open.
  func hears(_ bus: Bus) { _ = bus.emit() }

  private func refresh(_ heard: CallCounter) { heard.call() }
}
