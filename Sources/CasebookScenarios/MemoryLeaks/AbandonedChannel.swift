import CasebookChecks
import Synchronization

/// 200 requests that give up before their worker has an answer: who is left waiting to send it?
let abandonedChannel = Check(
  "memory/abandoned-channel", case: "abandoned-channel",
  variants: [
    .bug(covers: "abandoned-channel.bug"),
    .fix(covers: "abandoned-channel.fix"),
    .fix("cancelled", covers: "abandoned-channel.fix-2"),
  ],
  claims: [
    Claim("in the bug every worker whose request gave up waits for ever, in the fix none does") {
      try $0.bug["stuck"] == $0.bug["timeouts"] && $0.fix["stuck"] == 0
    },
    Claim("in the fix every worker comes to its end") {
      try $0.fix["ended"] == $0.fix["timeouts"] && $0.bug["ended"] == 0
    },
    Claim("what a worker holds is freed") { try $0.fix["held"] == 0 && $0.bug["held"] == $0.bug["timeouts"] },
  ]
) { run in
  let held = LiveCounter()
  let stuck = CallCounter()
  let ended = CallCounter()
  let resumed = CallCounter()
  var stuckNow: Int { stuck.count - resumed.count }
  let timeouts = 200
  for request in 1...timeouts {
    let channel = Channel(capacity: run.variant == "fix" ? 1 : 0)
    // The worker tells when it has sent its answer, or has begun to wait for somebody to take it.
    let (settled, settle) = AsyncStream.makeStream(of: Void.self)
    let worker = Task {
      let answer = Answer(held)
      await channel.send(
        answer,
        suspended: {
          stuck.call()
          settle.yield()
        })
      ended.call()
      settle.yield()
    }
    for await _ in settled { break }
    // The request's time is up: it answers 504 and never receives.
    if run.variant == "cancelled" { worker.cancel() }
    if run.variant != "bug" {
      await worker.value
      if run.variant == "cancelled" { resumed.call() }
    }
    guard request % 20 == 0 else { continue }
    run.sample(
      "waiting workers", x: Double(request), y: Double(stuckNow), xLabel: "timeouts", yLabel: "workers that wait")
  }
  run.record("timeouts", timeouts, unit: "requests")
  run.record(
    "stuck", stuckNow, unit: "workers",
    beside: run.written(
      bug: "waiting goroutines after 200 timeouts: 200", fix: "waiting goroutines after 200 timeouts: 0"))
  run.record("ended", ended.count, unit: "workers")
  run.record("held", held.live, unit: "answers")
}

private final class Answer: Sendable {
  private let life: LiveCounter.Token
  init(_ counter: LiveCounter) { life = counter.token() }
}

/// A channel like Go's: a send beyond the capacity waits for a receiver.
private final class Channel: Sendable {
  private struct State {
    var buffer: [Answer] = []
    var sender: UnsafeContinuation<Void, Never>?
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// Puts an answer in, or waits; a cancelled task does not wait.
  ///
  /// - Parameter suspended: is told that the sender waits.
  func send(_ answer: Answer, suspended: @Sendable () -> Void) async {
    let isIn = state.withLock { state in
      guard state.buffer.count < capacity else { return false }
      state.buffer.append(answer)
      return true
    }
    if isIn { return }
    await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let waits = state.withLock { state in
          guard !state.isCancelled else { return false }
          state.sender = continuation
          return true
        }
        if waits { suspended() } else { continuation.resume() }
      }
    } onCancel: {
      let sender = state.withLock { state in
        state.isCancelled = true
        defer { state.sender = nil }
        return state.sender
      }
      sender?.resume()
    }
  }
}
