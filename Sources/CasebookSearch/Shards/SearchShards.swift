/// The index as files that a page loads one at a time: `search/root.js`, and parts below a folder named after all of them.
///
/// 1. **Tables** of sorted keys, cut into leaves: words, other terms, pairs, names, spellings, values of filters.
/// 2. **Cards**: what a list of results shows of a case, twelve to a file; **texts** in which quoted phrases are looked for.
/// 3. **The root**: the keys that part the leaves, the class of each case's length, the numbers of the scorer.
///
/// Lists are those of the index on disk, so that the browser adds the same integers. The root's name stays, so that no
/// page changes with the index; everything else lies in a folder whose name is a hash, and may be kept for ever. An index
/// of at most 100 kB is the root alone.
package struct SearchShards: Sendable {
  /// Below the root of the site; pages name it.
  package static let folder = "search/"
  package static let root = "search/root.js"
  /// A larger index is cut.
  static let largestWhole = 100_000
  /// Rises with every change of these files.
  static let version = 1

  /// Path below the site's root → a script.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// `address` tells the page of a case below the root where it is not `cases/<id>.html`.
  package init(_ search: CaseSearch, address: (SearchableCase) -> String? = { _ in nil }) {
    var writer = ShardWriter(search)
    writer.writeTerms()
    writer.writeFacets()
    writer.writeCases(address)
    let parts = writer.parts
    let size = parts.reduce(0) { $0 + $1.bytes.count }
    if size <= Self.largestWhole {
      var whole = writer.root(files: "")
      for part in parts { whole += part.bytes }
      files = [(Self.root, whole)]
      return
    }
    let digest = Self.digest(parts)
    files = parts.map { (Self.folder + digest + "/" + $0.name + ".js", $0.bytes) }
    files.append((Self.root, writer.root(files: digest + "/")))
  }

  /// Eight hexadecimal digits of a hash over all parts.
  private static func digest(_ parts: [(name: String, bytes: [UInt8])]) -> String {
    let hash = parts.reduce(UInt64(version)) { hash, part in
      part.bytes.withUnsafeBytes { Checksum.of($0, seed: hash) }
    }
    let digits = String(hash >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
