/// Two sources that would be written to one file; nothing is written then.
package struct OutputCollision: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var sources: [String]

  package init(path: String, sources: [String]) {
    self.path = path
    self.sources = sources
  }

  /// `cases/a.html would be written twice: for a.md and for b.md; give one of them another id`
  package var description: String {
    "\(path) would be written twice: for \(sources.joined(separator: " and for ")); give one of them another id or name"
  }
}

/// What a renderer has made: path → bytes, sorted by path, no two of which a file system could take for one.
package struct OutputTree: Sendable {
  /// One file of the site: where it goes and its bytes.
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  package private(set) var files: [File]

  /// Sorts files and refuses pairs that differ in case or in Unicode composition alone.
  package init(_ files: [(path: String, source: String, bytes: [UInt8])]) throws(OutputCollision) {
    try Self.checkUnique(files.map { ($0.path, $0.source) })
    self.files = files.map { File(path: $0.path, bytes: $0.bytes) }.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// Throws for the first two paths that one file system or another would take for the same.
  package static func checkUnique(_ files: [(path: String, source: String)]) throws(OutputCollision) {
    // Swift compares strings by canonical equivalence, so that composed and decomposed names meet here.
    var seen: [String: String] = [:]
    for file in files {
      if let other = seen.updateValue(file.source, forKey: file.path.lowercased()) {
        throw OutputCollision(path: file.path, sources: [other, file.source])
      }
    }
  }
}
