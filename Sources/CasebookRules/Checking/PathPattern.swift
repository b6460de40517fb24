/// Matches paths as `.gitignore` does: `*` within a name, `**` across folders, `?` one byte.
///
/// Without a slash it is about the name in any folder: `*.md` matches `a/b.md`; a folder stands for all below it.
package struct PathPattern: Sendable, Hashable {
  package let text: String
  private let pattern: [UInt8]
  /// Bytes before the first wildcard.
  private let literal: Int

  package init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "/") {
      bytes.removeFirst()
    } else if bytes.starts(with: "./".utf8) {
      bytes.removeFirst(2)
    } else if !bytes.isEmpty, !bytes.dropLast().contains(UInt8(ascii: "/")) {
      bytes = Array("**/".utf8) + bytes
    }
    if bytes.last == UInt8(ascii: "/") { bytes += Array("**".utf8) }
    pattern = bytes
    literal = bytes.firstIndex { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } ?? bytes.count
  }

  private static let everything = Array("**/**".utf8)

  /// Whether a path, or a folder above it, fits.
  package func matches(_ path: String) -> Bool {
    guard !pattern.isEmpty else { return false }
    let slash = UInt8(ascii: "/")
    let star = UInt8(ascii: "*")
    // Most paths part from most patterns before the first wildcard.
    guard path.utf8.starts(with: pattern[..<literal]) else { return false }
    if pattern == Self.everything { return true }
    let path = Array(path.utf8)
    if literal == pattern.count { return path.count == literal || path[literal] == slash }
    // reachable[j]: the pattern up to here has eaten exactly the first j bytes of the path.
    var reachable = [Bool](repeating: false, count: path.count + 1)
    reachable[0] = true
    var i = 0
    while i < pattern.count {
      var next = [Bool](repeating: false, count: path.count + 1)
      let isDeep = pattern[i] == star && i + 1 < pattern.count && pattern[i + 1] == star
      if isDeep, i + 2 < pattern.count, pattern[i + 2] == slash {
        // `**/` eats nothing or whole folders.
        var isOpen = false
        for j in 0...path.count {
          if reachable[j] { next[j] = true }
          if isOpen, j > 0, path[j - 1] == slash { next[j] = true }
          if reachable[j] { isOpen = true }
        }
        i += 3
      } else if pattern[i] == star {
        var isOpen = false
        for j in 0...path.count {
          if j > 0, !isDeep, path[j - 1] == slash { isOpen = false }
          if reachable[j] { isOpen = true }
          next[j] = isOpen
        }
        i += isDeep ? 2 : 1
      } else {
        for j in 0..<path.count where reachable[j] {
          if pattern[i] == path[j] || (pattern[i] == UInt8(ascii: "?") && path[j] != slash) { next[j + 1] = true }
        }
        i += 1
      }
      reachable = next
    }
    if reachable[path.count] { return true }
    return path.indices.contains { reachable[$0] && path[$0] == slash }
  }
}
