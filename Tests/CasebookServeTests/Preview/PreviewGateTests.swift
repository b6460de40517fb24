import Testing

@testable import CasebookServe

@Suite("Who may read the preview") struct PreviewGateTests {
  private let gate = PreviewGate(port: 8137, token: "t0k")

  private func answer(
    _ target: String, method: String = "GET", host: String? = "localhost:8137", origin: String? = nil
  ) -> PreviewGate.Answer {
    gate.answer(to: PreviewGate.Request(method: method, target: target, host: host, origin: origin))
  }

  @Test(arguments: ["localhost:8137", "127.0.0.1:8137", "[::1]:8137", "LOCALHOST:8137"])
  func itsOwnNamesPass(host: String) {
    #expect(answer("/", host: host) == .page("index.html"))
    #expect(answer("/", host: host, origin: "http://\(host.lowercased())") == .page("index.html"))
  }

  @Test(
    "a name that somebody else's page may stand for is refused",
    arguments: [
      nil, "", "localhost", "localhost:", "localhost:80", "localhost:81370", "localhost:8137.evil.org", "evil.org",
      "evil.org:8137", "127.0.0.1", "127.0.0.1:80", "127.0.0.2:8137", "0.0.0.0:8137", "[::]:8137", "::1:8137",
      "2130706433:8137", "0x7f000001:8137", "127.1:8137", "localhost:8137, evil.org", "localhost:8137@evil.org",
      "localhost.:8137", "a.localhost:8137", " localhost:8137", "localhost:8137 ", "[::ffff:127.0.0.1]:8137",
    ] as [String?])
  func otherHosts(host: String?) {
    #expect(answer("/", host: host) == .refused(421, "this preview answers to localhost:8137 only"))
  }

  @Test(arguments: [
    "http://evil.org", "https://localhost:8137", "http://localhost", "http://localhost:80", "null", "", "file://",
    "http://localhost:8137.evil.org", "http://evil.org:8137", "localhost:8137", "http://127.0.0.1:8138",
    "http://localhost:8137/", "HTTP://localhost:8137", "http://localhost:8137, http://evil.org",
    "chrome-extension://abc",
  ])
  func otherOrigins(origin: String) {
    #expect(answer("/", origin: origin) == .refused(403, "this preview answers to its own pages only"))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "get", ""])
  func onlyReading(method: String) {
    #expect(answer("/", method: method) == .refused(405, "pages can be read, and nothing else"))
  }

  @Test(
    "an address is a key of the map, once decoded, and nothing is made of dots",
    arguments: [
      ("/", "index.html"), ("/cases/a.html", "cases/a.html"), ("/cases/", "cases/index.html"),
      ("/a%20b.html?q=/etc/passwd", "a b.html"), ("/a.html#x", "a.html"), ("/%C3%A9.html", "é.html"),
      ("/../etc/passwd", "../etc/passwd"), ("/%2e%2e/%2fetc/passwd", ".././etc/passwd".replacing("./e", with: "/e")),
      ("/%252e%252e/x", "%2e%2e/x"), ("//etc/passwd", "/etc/passwd"), ("/./a", "./a"),
      ("/_casebook/events-", "_casebook/events-"),
    ])
  func paths(target: String, path: String) { #expect(answer(target) == .page(path)) }

  @Test(arguments: [
    "", "*", "http://localhost:8137/", "cases/a.html", "/%", "/%2", "/%zz", "/%00", "/a%00.html", "/%ff", "/%c0%af",
    "/a\\b", "/%5c..%5c", "/a%0d%0ab", "/\u{7F}",
  ])
  func noAddresses(target: String) { #expect(answer(target) == .refused(400, "this is no address of a page")) }

  @Test func aLongAddressIsNone() {
    #expect(answer("/" + String(repeating: "a", count: 3_000)) == .refused(400, "this is no address of a page"))
  }

  @Test func eventsNeedTheToken() {
    #expect(answer("/_casebook/events-t0k") == .events)
    #expect(answer("/_casebook/events-other") == .page("_casebook/events-other"))
    #expect(answer("/_casebook/preview.js") == .script)
  }
}
