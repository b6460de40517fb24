import HTTPTypes
package import Hummingbird
import NIOCore

/// Answers requests from the board alone: no path of a request ever reaches a disk.
package struct PreviewResponder: HTTPResponder {
  package typealias Context = BasicRequestContext

  let gate: PreviewGate
  let board: PreviewBoard

  package func respond(to request: Request, context: Context) async throws -> Response {
    let asked = PreviewGate.Request(
      method: request.method.rawValue, target: request.head.path ?? "", host: request.head.authority,
      origin: request.headers[.origin])
    var response: Response
    switch gate.answer(to: asked) {
    case .page(let path): response = page(path, wantsMarkdown: Self.wantsMarkdown(request))
    case .script:
      response = Self.response(.ok, PreviewScript.text(token: gate.token).utf8, "text/javascript; charset=utf-8")
    case .events: response = events()
    case .refused(let status, let why):
      response = Self.response(.init(code: status), "\(status): \(why)\n".utf8, "text/plain; charset=utf-8")
      if status == 405 { response.headers[.allow] = "GET, HEAD" }
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.cacheControl] = "no-store"
    if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
    if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { response.headers[name] = "same-origin" }
    if request.method == .head {
      response.body = ResponseBody(contentLength: response.body.contentLength) { try await $0.finish(nil) }
    }
    return response
  }

  /// The page, its twin in Markdown for who asks for one, or the page that says that there is none.
  private func page(_ path: String, wantsMarkdown: Bool) -> Response {
    var path = path
    var (bytes, version) = board.page(path)
    if wantsMarkdown, bytes != nil, let twin = board.page(path + ".md").bytes {
      bytes = twin
      path += ".md"
    }
    guard let bytes else {
      let missing = board.page("404.html").bytes ?? Array("404: there is no such page\n".utf8)
      return Self.response(.notFound, PreviewPage(missing, at: "404.html", version: version))
    }
    return Self.response(.ok, PreviewPage(bytes, at: path, version: version))
  }

  /// `Accept: text/markdown`, which no browser sends.
  private static func wantsMarkdown(_ request: Request) -> Bool {
    request.headers[.accept]?.split(separator: ",").contains { $0.hasPrefix("text/markdown") } ?? false
  }

  private static func response(_ status: HTTPResponse.Status, _ page: PreviewPage) -> Response {
    var response = response(status, page.bytes, page.mediaType)
    response.headers[.contentSecurityPolicy] = page.policy
    return response
  }

  private static func response(
    _ status: HTTPResponse.Status, _ bytes: some Collection<UInt8>, _ mediaType: String
  ) -> Response {
    Response(
      status: status, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The stream of states; a comment from time to time shows whether the reader is still there.
  private func events() -> Response {
    guard let states = board.events() else {
      return Self.response(.serviceUnavailable, "503: too many windows listen\n".utf8, "text/plain; charset=utf-8")
    }
    let body = ResponseBody { writer in
      try await withThrowingTaskGroup(of: Void.self) { group in
        let (lines, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(8))
        group.addTask {
          for await state in states { continuation.yield(state) }
          continuation.finish()
        }
        group.addTask {
          while !Task.isCancelled {
            try await Task.sleep(for: Self.heartbeat)
            continuation.yield(": here\n\n")
          }
        }
        defer { group.cancelAll() }
        for await line in lines { try await writer.write(ByteBuffer(string: line)) }
        try await writer.finish(nil)
      }
    }
    return Response(status: .ok, headers: [.contentType: "text/event-stream"], body: body)
  }

  private static let heartbeat = Duration.seconds(10)
}
