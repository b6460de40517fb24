/// A page of the site as the preview sends it.
struct PreviewPage: Sendable {
  var bytes: [UInt8]
  var mediaType: String
  var policy: String

  /// What pages may do: what their own policy allows, and besides listen to this server.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  /// Pictures and other files of the content: looked at, never run.
  static let filePolicy = "default-src 'none'; sandbox"

  /// Adds the script to a page of HTML; everything else is sent as the site has it.
  init(_ bytes: [UInt8], at path: String, version: String) {
    mediaType = Self.mediaType(of: path)
    policy = path.hasPrefix("files/") ? Self.filePolicy : Self.policy
    self.bytes = mediaType == Self.html ? Self.live(bytes, version) : bytes
  }

  static let html = "text/html; charset=utf-8"

  /// The type by the ending; what is not known is not guessed.
  static func mediaType(of path: String) -> String {
    switch path[(path.lastIndex(of: ".") ?? path.startIndex)...] {
    case ".html": html
    case ".css": "text/css; charset=utf-8"
    case ".js": "text/javascript; charset=utf-8"
    case ".json": "application/json"
    case ".xml": "application/xml; charset=utf-8"
    case ".txt": "text/plain; charset=utf-8"
    case ".md": "text/markdown; charset=utf-8"
    case ".svg": "image/svg+xml"
    case ".png": "image/png"
    case ".jpg", ".jpeg": "image/jpeg"
    case ".gif": "image/gif"
    case ".webp": "image/webp"
    case ".avif": "image/avif"
    case ".ico": "image/x-icon"
    default: "application/octet-stream"
    }
  }

  /// Puts the script before the end of the head, and lets the page's own policy allow it to listen.
  ///
  /// Both are looked for in the head alone, which holds no text of a document but its escaped title.
  private static func live(_ page: [UInt8], _ version: String) -> [UInt8] {
    guard let end = find("</head>", in: page, 0..<page.count) else { return page }
    var result = Array(page[..<end])
    let policy = "default-src 'none';"
    if let start = find(policy, in: page, 0..<end) {
      result.insert(contentsOf: " connect-src 'self';".utf8, at: start + policy.utf8.count)
    }
    result += Array("<script src=\"/\(PreviewScript.path)\" data-version=\"\(version)\" defer></script>\n".utf8)
    return result + page[end...]
  }

  private static func find(_ text: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, range.count >= wanted.count else { return nil }
    return (range.lowerBound...range.upperBound - wanted.count).first { start in
      bytes[start] == first && bytes[start...].starts(with: wanted)
    }
  }
}
