import CasebookChecks
import Glibc

/// Thirty small calls over the loopback interface, header and body in two writes or in one.
let nagleDelayedAck = Check(
  "network/nagle-delayed-ack", case: "nagle-delayed-ack",
  variants: [
    .bug(covers: "nagle-delayed-ack.bug"),
    .fix(covers: "nagle-delayed-ack.fix"),
    .fix("no-delay", covers: "nagle-delayed-ack.fix-2"),
  ],
  claims: [
    Claim("the kernel holds the bug's second write back in half of the calls or more, the fix's never") {
      try $0.bug["held-back"] >= 15 && $0.fix["held-back"] == 0
    },
    Claim("half of the bug's calls take 30 ms or more, fewer than half of the fix's do") {
      try $0.bug["stalls"] >= 15 && $0.fix["stalls"] < 15
    },
    Claim("the fix needs no segment more than the bug") {
      try $0.fix["data-segments"] <= $0.bug["data-segments"] && $0.fix["held-back"] < $0.bug["held-back"]
    },
  ]
) { run in
  let listener = try Loopback.listen()
  defer { close(listener.socket) }
  let client = try Loopback.connect(to: listener.port)
  defer { close(client) }
  let server = accept(listener.socket, nil, nil)
  guard server >= 0 else { throw Loopback.Fault("accept") }
  if run.variant == "no-delay" { Loopback.sendAtOnce(client) }
  let calls = 30
  var heldBack = 0
  var times = Samples()
  var stalls = 0
  try Threads.run(
    1,
    meanwhile: {
      for call in 1...calls {
        let start = ContinuousClock.now
        do {
          if run.variant == "fix" {
            try Loopback.send(client, [0, 0, 0, 4, 1, 2, 3, 4])
          } else {
            try Loopback.send(client, [0, 0, 0, 4])
            try Loopback.send(client, [1, 2, 3, 4])
          }
        } catch { break }
        if Loopback.unsentBytes(client) > 0 { heldBack += 1 }
        guard Loopback.receive(client, 4) != nil else { break }
        let time = (ContinuousClock.now - start).inMilliseconds
        times.add(time)
        if time >= 30 { stalls += 1 }
        let segments = TCPInfo.dataSegmentsSent(client) ?? 0
        run.sample("segments", x: Double(call), y: Double(segments), xLabel: "calls", yLabel: "segments sent")
        run.sample("round trip", x: Double(call), y: time, xLabel: "call", yLabel: "ms", stability: .advisory)
      }
      shutdown(client, Int32(SHUT_WR))
    }
  ) { _ in
    // The server answers when it has header and body.
    while let request = Loopback.receive(server, 8) {
      guard (try? Loopback.send(server, Array(request.suffix(4)))) != nil else { break }
    }
    close(server)
  }
  guard times.count == calls else { throw Loopback.Fault("receive") }
  run.record(
    "data-segments", TCPInfo.dataSegmentsSent(client) ?? 0, unit: "segments",
    beside: run.written(bug: "segments with data: 60", fix: "one write: 30 segments"))
  let half = Double(calls / 2)
  run.bound("held-back", Double(heldBack), run.isBug ? .atLeast(half) : .atMost(0), unit: "calls")
  run.bound("stalls", Double(stalls), run.isBug ? .atLeast(half) : .below(half), unit: "calls")
  run.show("P50", times.percentile(50), unit: "ms")
}
