/// Decides what a request is answered with, before anything else looks at it.
///
/// A page of another origin can send requests to this machine, and under a name of its own as well (DNS rebinding): so the
/// name by which the server was called is checked, then where the request comes from. A path is a key of the map of pages and
/// nothing else: there is no file behind it.
struct PreviewGate: Sendable {
  /// What is to be sent.
  enum Answer: Equatable, Sendable {
    /// The page of that path, or the one that says that there is none.
    case page(String)
    /// The script that reloads.
    case script
    /// The stream of events.
    case events
    case refused(Int, String)
  }

  /// What of a request decides.
  struct Request: Sendable {
    var method: String
    /// As it stands in the request line: `/cases/a.html?x=1`.
    var target: String
    var host: String?
    var origin: String?
  }

  let port: Int
  /// Drawn at each start: no other page can know where the events are.
  let token: String

  static let longestTarget = 2_048

  func answer(to request: Request) -> Answer {
    guard let host = request.host, isOurs(host) else {
      return .refused(421, "this preview answers to localhost:\(port) only")
    }
    if let origin = request.origin, !isOurOrigin(origin) {
      return .refused(403, "this preview answers to its own pages only")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .refused(405, "pages can be read, and nothing else")
    }
    guard request.target.utf8.count <= Self.longestTarget, let path = Self.path(of: request.target) else {
      return .refused(400, "this is no address of a page")
    }
    switch path {
    case PreviewScript.path: return .script
    case PreviewScript.events(token): return .events
    default: return .page(path)
    }
  }

  private func isOurs(_ host: String) -> Bool {
    ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"].contains(host.lowercased())
  }

  private func isOurOrigin(_ origin: String) -> Bool {
    origin.hasPrefix("http://") && isOurs(String(origin.dropFirst("http://".count)))
  }

  /// `/a%20b/?q` → `a b/index.html`; `nil` for what no browser sends.
  static func path(of target: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(target.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "/") else { return nil }
    while let byte = rest.popFirst(), byte != UInt8(ascii: "?"), byte != UInt8(ascii: "#") {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
      let path = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
