import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The preview on this machine's own addresses, over HTTP/1.1.
package enum PreviewServer {
  /// Why it could not begin.
  package enum Failure: Error, Sendable {
    /// No port from the first to the last is free.
    case noPort(first: Int, last: Int)
    case system(String)
  }

  /// Ports tried after the one that was asked for.
  static let attempts = 20
  /// Connections at a time; readers beyond them wait in the queue until idle ones are closed.
  static let mostConnections = 1_000
  /// Seconds after which a connection on which nothing happens is closed; events send more often.
  static let idleSeconds: Int64 = 30

  /// Serves until the task is cancelled; `ready` gets the port once it answers.
  ///
  /// With `isExact` a port that is taken is a failure, else the next one is tried.
  package static func run(
    _ board: PreviewBoard, port: Int, isExact: Bool, token: String, ready: @escaping @Sendable (Int) async -> Void
  ) async throws(Failure) {
    let last = isExact ? port : min(port + attempts, 65_535)
    for candidate in port...max(port, last) {
      let responder = PreviewResponder(gate: PreviewGate(port: candidate, token: token), board: board)
      do {
        return try await serve(responder, port: candidate, ready: ready)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        continue
      } catch is CancellationError {
        return
      } catch {
        throw .system("\(error)")
      }
    }
    throw .noPort(first: port, last: last)
  }

  /// Serves on 127.0.0.1, and on ::1 where that is to be had.
  private static func serve(
    _ responder: PreviewResponder, port: Int, ready: @escaping @Sendable (Int) async -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let other = application(responder, host: "::1", port: port) {}
      let first = application(responder, host: "127.0.0.1", port: port) {
        await ready(port)
      }
      group.addTask { try await first.run() }
      group.addTask {
        do { try await other.run() } catch is IOError {
          // No IPv6 here, or somebody else has that address: 127.0.0.1 is enough.
          try await Task.sleep(for: .seconds(1 << 30))
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func application(
    _ responder: PreviewResponder, host: String, port: Int, ready: @escaping @Sendable () async -> Void
  ) -> Application<PreviewResponder> {
    var logger = Logger(label: "casebook")
    logger.logLevel = .critical
    return Application(
      responder: responder,
      server: .http1(configuration: .init(idleTimeout: .seconds(idleSeconds))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(mostConnections, logger: logger)),
      onServerRunning: { _ in await ready() }, logger: logger)
  }
}
