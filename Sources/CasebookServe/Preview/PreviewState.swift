import Synchronization

/// What is shown at a moment: the pages, and what there is to say about them.
package struct PreviewState: Sendable {
  /// A finding on the page of its document.
  package struct Finding: Sendable, Hashable {
    /// `cases/a.html`
    package var page: String
    /// `content/a.md:3:1: error: a fenced block must be closed [CB003]`
    package var text: String

    package init(page: String, text: String) {
      self.page = page
      self.text = text
    }
  }

  /// The page at a path below the root of the site, made when it is asked for; `nil` where there is none.
  package var page: @Sendable (String) -> [UInt8]?
  /// Why the last build failed; the pages are those of the one before.
  package var failure: String?
  package var findings: [Finding]
  /// Where nothing but styles has changed, their new places.
  package var styles: [String]?

  package init(
    page: @escaping @Sendable (String) -> [UInt8]?, findings: [Finding] = [], failure: String? = nil,
    styles: [String]? = nil
  ) {
    self.page = page
    self.findings = findings
    self.failure = failure
    self.styles = styles
  }
}

/// The state that is shown, and who is told of the next one.
package final class PreviewBoard: Sendable {
  private struct Content {
    var state: PreviewState
    /// Rises with each state whose pages differ.
    var version = 1
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var nextListener = 0
  }

  /// Streams of events at a time; more than a person has windows.
  static let mostListeners = 64

  private let content: Mutex<Content>
  /// Tells the states of this run from those of another.
  private let run: String

  package init(_ state: PreviewState, run: String) {
    content = Mutex(Content(state: state))
    self.run = run
  }

  /// The page at a path, and the version of the state that it is of.
  func page(_ path: String) -> (bytes: [UInt8]?, version: String) {
    let (page, version) = content.withLock { ($0.state.page, $0.version) }
    return (page(path), "\(run).\(version)")
  }

  /// Shows a new state; one that failed keeps the pages, and so the version.
  package func show(_ state: PreviewState) {
    content.withLock { content in
      if state.failure == nil { content.version += 1 }
      content.state = state
      let event = Self.event(content.state, "\(run).\(content.version)")
      for listener in content.listeners.values { listener.yield(event) }
    }
  }

  /// Says that a build failed, over the pages of the one before.
  package func fail(_ message: String) {
    var state = content.withLock { $0.state }
    state.failure = message
    state.findings = []
    state.styles = nil
    show(state)
  }

  /// The state, and each that follows; a reader who is slow gets the last one only. `nil` where too many listen.
  func events() -> AsyncStream<String>? {
    let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let number = content.withLock { content -> Int? in
      guard content.listeners.count < Self.mostListeners else { return nil }
      content.nextListener += 1
      content.listeners[content.nextListener] = continuation
      continuation.yield(Self.event(content.state, "\(run).\(content.version)"))
      return content.nextListener
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.content.withLock { content in _ = content.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// One server-sent event: `event: state`, then one line of JSON.
  static func event(_ state: PreviewState, _ version: String) -> String {
    var json = "{\"version\":\(quoted(version)),\"failure\":\(state.failure.map(quoted) ?? "null"),\"findings\":["
    json += state.findings.map { "{\"page\":\(quoted($0.page)),\"text\":\(quoted($0.text))}" }.joined(separator: ",")
    json += "],\"styles\":" + (state.styles.map { "[" + $0.map(quoted).joined(separator: ",") + "]" } ?? "null") + "}"
    return "event: state\ndata: \(json)\n\n"
  }

  /// A JSON string; control characters escaped, so that it stays on one line.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
