import CasebookChecks
import Glibc

/// 100 requests from a client that has sixteen ports: a connection for each, or one for all.
let timeWait = Check(
  "network/time-wait", case: "time-wait-exhaustion",
  variants: [
    .bug(covers: "time-wait-exhaustion.bug"),
    .fix(covers: "time-wait-exhaustion.fix"),
  ],
  claims: [
    Claim("the bug's requests end with its ports, the fix's don't") {
      try $0.bug["answered"] == 16 && $0.fix["answered"] == 100
    },
    Claim("the bug's next connection is refused with EADDRNOTAVAIL, none of the fix's is") {
      try $0.bug["errno"] == Double(EADDRNOTAVAIL) && $0.fix["errno"] == 0
    },
    Claim("each request of the bug leaves a port in TIME_WAIT, the fix one in all") {
      try $0.bug["TIME_WAIT"] == 16 && $0.fix["TIME_WAIT"] == 1 && $0.fix["connections"] == 1
    },
  ],
  needs: [.kernel(6, 3), .file("/proc/net/tcp")]
) { run in
  // A port may be had again a second after its connection's end: a run that takes longer is no run, nor is one among whose
  // ports somebody else's connection came.
  for attempt in 0..<5 {
    guard let ports = Loopback.freshPorts(seed: Int(getpid()) + attempt * 401) else { break }
    let start = ContinuousClock.now
    let client = try Client(ports, keepsAlive: !run.isBug)
    let count = client.request(100) { answered, used in
      run.sample("answered", x: Double(answered), y: Double(used), xLabel: "requests answered", yLabel: "ports used")
    }
    let time = ContinuousClock.now - start
    let inTimeWait = Loopback.timeWaits(from: ports)
    let isOwn = Loopback.connections(from: ports) == client.connections
    guard isOwn, time.inMilliseconds < 800 else { continue }
    run.record("answered", count, unit: "requests")
    run.record("connections", client.connections, unit: "connections")
    run.record("errno", Int(client.refusal))
    run.record(
      "TIME_WAIT", inTimeWait, unit: "ports",
      beside: run.written(bug: "ports in TIME_WAIT: 16", fix: "ports in TIME_WAIT: 1"))
    return
  }
  try run.skip("100 requests over the loopback interface took more than 0.8 s, or no 16 ports in a row are free")
}

/// A client with few ports, and the server that it asks.
private final class Client {
  private let ports: ClosedRange<UInt16>
  private let keepsAlive: Bool
  private let listener: (socket: Int32, port: UInt16)
  private var kept: (client: Int32, server: Int32)?
  private(set) var connections = 0
  /// The error that ended it, or 0.
  private(set) var refusal: Int32 = 0

  init(_ ports: ClosedRange<UInt16>, keepsAlive: Bool) throws {
    self.ports = ports
    self.keepsAlive = keepsAlive
    listener = try Loopback.listen()
  }

  deinit { close(listener.socket) }

  /// - Returns: how many requests were answered.
  func request(_ count: Int, answered: (Int, Int) -> Void) -> Int {
    var done = 0
    for _ in 0..<count {
      do {
        let line = try kept ?? connect()
        kept = line
        try Loopback.send(line.client, [1, 2, 3, 4])
        guard let request = Loopback.receive(line.server, 4) else { break }
        try Loopback.send(line.server, request)
        guard Loopback.receive(line.client, 4) == request else { break }
        done += 1
        if !keepsAlive { hangUp() }
      } catch let fault as Loopback.Fault {
        refusal = fault.code
        break
      } catch { break }
      answered(done, connections)
    }
    hangUp()
    return done
  }

  private func connect() throws -> (client: Int32, server: Int32) {
    let client = try Loopback.connect(to: listener.port, from: ports)
    connections += 1
    let server = accept(listener.socket, nil, nil)
    guard server >= 0 else { throw Loopback.Fault("accept") }
    return (client, server)
  }

  /// The client closes first, so that the waiting is on its side.
  private func hangUp() {
    guard let kept else { return }
    close(kept.client)
    // The server has seen the end before it closes, so that neither is reset.
    _ = Loopback.receive(kept.server, 1)
    close(kept.server)
    self.kept = nil
  }
}
