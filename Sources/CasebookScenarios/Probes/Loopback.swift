import CasebookChecks
import Glibc

/// TCP over the loopback interface: a listener, connections, and what the kernel lists of them.
enum Loopback {
  /// A call that the kernel refused.
  struct Fault: Error, CustomStringConvertible {
    let call: String
    let code: Int32

    init(_ call: String) {
      self.call = call
      code = errno
    }

    var description: String { "\(call): \(String(cString: strerror(code)))" }
  }

  /// A socket that waits for connections, and its port.
  static func listen() throws -> (socket: Int32, port: UInt16) {
    let socket = try makeSocket()
    var address = address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withGeneric(&address) { bind(socket, $0, length) == 0 && Glibc.listen(socket, 128) == 0 }
    guard isBound, withGeneric(&address, { getsockname(socket, $0, &length) }) == 0 else { throw Fault("listen") }
    return (socket, UInt16(bigEndian: address.sin_port))
  }

  /// Connects a socket of its own, from the given ports where they are given.
  static func connect(to port: UInt16, from ports: ClosedRange<UInt16>? = nil) throws -> Int32 {
    let socket = try makeSocket()
    if let ports, !TCPInfo.setLocalPorts(socket, ports) {
      close(socket)
      throw Fault("setsockopt(IP_LOCAL_PORT_RANGE)")
    }
    var address = address(port: port)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard withGeneric(&address, { Glibc.connect(socket, $0, length) }) == 0 else {
      let fault = Fault("connect")
      close(socket)
      throw fault
    }
    return socket
  }

  /// Sixteen ports in a row that no connection uses or has used in the last minute, of those that the kernel lends.
  ///
  /// - Parameter seed: where to begin to look; two processes begin in two places.
  static func freshPorts(seed: Int) -> ClosedRange<UInt16>? {
    let lent = ProcFS.text("/proc/sys/net/ipv4/ip_local_port_range").split { $0.isWhitespace }.compactMap { Int($0) }
    guard lent.count == 2, lent[1] - lent[0] >= 16, lent[1] <= 65_535 else { return nil }
    let used = Set(connections().map(\.localPort))
    let windows = (lent[1] - lent[0] + 1) / 16
    for attempt in 0..<windows {
      let first = lent[0] + (seed * 53 + attempt) % windows * 16
      let ports = UInt16(first)...UInt16(first + 15)
      if !ports.contains(where: used.contains) { return ports }
    }
    return nil
  }

  /// Connections from a range of ports, whatever their state.
  static func connections(from ports: ClosedRange<UInt16>) -> Int {
    Set(connections().map(\.localPort).filter(ports.contains)).count
  }

  /// Ports of a range with a connection that waits for late segments; the kernel may list one twice.
  static func timeWaits(from ports: ClosedRange<UInt16>) -> Int {
    Set(connections().filter { ports.contains($0.localPort) && $0.state == 6 }.map(\.localPort)).count
  }

  /// Turns off the delay of small segments.
  static func sendAtOnce(_ socket: Int32) {
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Bytes that the kernel has taken and not yet sent (`SIOCOUTQNSD`).
  static func unsentBytes(_ socket: Int32) -> Int {
    var bytes: Int32 = 0
    return ioctl(socket, 0x894B, &bytes) == 0 ? Int(bytes) : 0
  }

  /// Lines of `/proc/net/tcp` and `/proc/net/tcp6`: `sl local_address rem_address st …`.
  private static func connections() -> [(localPort: UInt16, state: Int)] {
    (ProcFS.text("/proc/net/tcp") + ProcFS.text("/proc/net/tcp6")).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count > 3, let port = words[1].split(separator: ":").last.flatMap({ UInt16($0, radix: 16) }),
        let state = Int(words[3], radix: 16)
      else { return nil }
      return (port, state)
    }
  }

  private static func makeSocket() throws -> Int32 {
    let made = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { throw Fault("socket") }
    return made
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withGeneric<T>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> T
  ) -> T {
    withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) } }
  }
}

/// Whole messages over a socket.
extension Loopback {
  static func send(_ socket: Int32, _ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Fault("send") }
      sent += count
    }
  }

  /// - Returns: `nil` where the other side has closed before so many bytes came.
  static func receive(_ socket: Int32, _ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while bytes.count < count {
      let got = recv(socket, &buffer, count - bytes.count, 0)
      guard got > 0 else { return nil }
      bytes += buffer[..<got]
    }
    return bytes
  }
}
