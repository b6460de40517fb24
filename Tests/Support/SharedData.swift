import Foundation

/// Material that lies beside the repository at `../shared`: real documents by others, for local testing, never copied in.
///
/// A test that needs it is `.enabled(if: SharedData.exists("data/fences"), …)`, so that its absence reads "skipped", not "passed".
package enum SharedData {
  /// Absolute path of a folder or file below `../shared`, or `nil` where it is absent.
  package static func path(_ name: String) -> String? {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let path = folder.appendingPathComponent("shared").appendingPathComponent(name).path
    if FileManager.default.fileExists(atPath: path) { return path }
    // A worktree or a clone elsewhere may name the place.
    guard let root = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] else { return nil }
    let named = root + "/" + name
    return FileManager.default.fileExists(atPath: named) ? named : nil
  }

  package static func exists(_ name: String) -> Bool { path(name) != nil }

  /// Bytes of a file below `../shared`; empty where it is absent.
  package static func bytes(_ name: String) -> [UInt8] {
    guard let path = path(name), let data = FileManager.default.contents(atPath: path) else { return [] }
    return [UInt8](data)
  }

  /// Names of the files of a folder below `../shared`, sorted.
  package static func files(in name: String, suffix: String = "") -> [String] {
    guard let path = path(name) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted()
  }
}
