import CasebookSource

extension CodeBlock {
  /// Whether it has no language of its own: none, or `text`, so that adding `text` to a fence changes nothing else.
  package var isPlain: Bool { language == nil || language == "text" }

  /// Names what the block says: SHA-256 over language NUL role NUL normalised code.
  ///
  /// Normalised: after repairs, lines ended by LF, blanks at their ends left out, so that no repair and no editor's tidying
  /// makes a check stale.
  package var digest: String {
    var hash = SHA256()
    if let language, !isPlain { hash.update(language.utf8) }
    hash.update([0])
    hash.update(role.rawValue.utf8)
    hash.update([0])
    hash.update(Self.normalised(Array(code.utf8)))
    return "sha256:" + hash.finish()
  }

  private static func normalised(_ code: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(code.count)
    var blanks = 0
    for byte in code {
      if byte == 0x0A { result.removeLast(blanks) }
      blanks = byte.isBlank ? blanks + 1 : 0
      result.append(byte)
    }
    result.removeLast(blanks)
    return result
  }
}
