import Testing

@testable import CasebookServe

@Suite("What the preview shows") struct PreviewBoardTests {
  private func state(_ text: String, failure: String? = nil) -> PreviewState {
    PreviewState(page: { $0 == "a.html" ? Array(text.utf8) : nil }, failure: failure)
  }

  @Test("a new state has a new version; one that failed keeps the pages and the version") func versions() {
    let board = PreviewBoard(state("one"), run: "r")
    #expect(board.page("a.html").version == "r.1")
    board.show(state("two"))
    #expect(board.page("a.html").version == "r.2")
    #expect(board.page("a.html").bytes == Array("two".utf8))
    board.show(state("two", failure: "templates/x.mustache:1:1: no such tag"))
    #expect(board.page("a.html").version == "r.2")
    #expect(board.page("b.html").bytes == nil)
  }

  @Test("a listener gets the state at once and each that follows") func events() async throws {
    let board = PreviewBoard(state("one"), run: "r")
    var events = try #require(board.events()).makeAsyncIterator()
    let first = await events.next()
    #expect(first == "event: state\ndata: {\"version\":\"r.1\",\"failure\":null,\"findings\":[],\"styles\":null}\n\n")
    board.show(state("two"))
    #expect(await events.next()?.contains("r.2") == true)
  }

  @Test("a slow listener gets the last state") func slowListeners() async throws {
    let board = PreviewBoard(state("one"), run: "r")
    var events = try #require(board.events()).makeAsyncIterator()
    for _ in 0..<100 { board.show(state("more")) }
    #expect(await events.next()?.contains("r.101") == true)
  }

  @Test("listeners are counted, and forgotten when they go") func tooManyListeners() async {
    let board = PreviewBoard(state("one"), run: "r")
    for _ in 0..<3 {
      var streams: [AsyncStream<String>] = []
      for _ in 0..<PreviewBoard.mostListeners { if let stream = board.events() { streams.append(stream) } }
      #expect(streams.count == PreviewBoard.mostListeners)
      #expect(board.events() == nil)
      streams = []
    }
  }

  @Test("text stays one line of JSON, whatever is in it") func hostileText() {
    let text = "a\"b\\c\nd\re\u{2028}f\u{0}g\u{1B}[31m</script>é"
    let event = PreviewBoard.event(
      PreviewState(page: { _ in nil }, findings: [.init(page: "a.html", text: text)], failure: text, styles: [text]),
      "v")
    #expect(event.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
    #expect(event.contains(#""text":"a\"b\\c\nd\u000de\u2028f\u0000g\u001b[31m</script>é""#))
  }
}

@Suite("A page of the preview") struct PreviewPageTests {
  private func live(_ html: String, at path: String = "a.html") -> String {
    String(decoding: PreviewPage(Array(html.utf8), at: path, version: "r.1").bytes, as: UTF8.self)
  }

  @Test func pagesGetTheScriptAndMayListen() {
    let html =
      "<head><meta content=\"default-src 'none'; script-src 'self'\"></head><body>default-src 'none';</head></body>"
    #expect(
      live(html)
        == "<head><meta content=\"default-src 'none'; connect-src 'self'; script-src 'self'\">"
        + "<script src=\"/_casebook/preview.js\" data-version=\"r.1\" defer></script>\n"
        + "</head><body>default-src 'none';</head></body>")
  }

  @Test(arguments: ["a.css", "a.js", "a.md", "a.xml", "files/a.svg", "a"]) func othersAreSentAsTheyAre(path: String) {
    #expect(live("<head></head>", at: path) == "<head></head>")
  }

  @Test func withoutAHeadNothingIsAdded() { for html in ["", "<", "</head", "plain"] { #expect(live(html) == html) } }

  @Test func filesOfTheContentNeverRun() {
    #expect(PreviewPage([], at: "files/content/a.svg", version: "").policy == "default-src 'none'; sandbox")
    #expect(PreviewPage([], at: "files/x.html.png", version: "").mediaType == "image/png")
    #expect(PreviewPage([], at: "files/x.svgz", version: "").mediaType == "application/octet-stream")
  }
}
