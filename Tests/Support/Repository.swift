import Foundation

/// Files of the repository itself, for tests that compare sources, templates and content with each other.
package enum Repository {
  /// Absolute path of the repository's root.
  package static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  /// Bytes of a file below the root; empty where it is absent.
  package static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: root + "/" + path).map { [UInt8]($0) } ?? []
  }

  /// Text of a file below the root.
  package static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  /// Paths below a folder, relative to the root, sorted.
  package static func files(below folder: String, suffix: String = "") -> [String] {
    let names = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.contains(".build") }.map { folder + "/" + $0 }.sorted()
  }
}
