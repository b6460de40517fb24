import CasebookSource
import Glibc

/// Finds the sources of a check and names what they say: a change there makes stale what the check has proved.
///
/// A check tells its source as `Module/File.swift`, which leaves out the folders between. It is looked for below the root,
/// then below each folder of the root, in the order: the path itself, `Sources/` and the path, any folder below
/// `Sources/Module` that holds the file.
struct CheckSources {
  let root: String
  private static let largestFile = 4 << 20

  /// SHA-256 over name and bytes of each file in the folder of the source; `nil` where it can't be seen from here.
  ///
  /// A source that is gone while its module is there has a digest that no folder has.
  func digest(of source: String) -> String? {
    guard let folder = folder(of: source) else { return hasModule(of: source) ? "gone" : nil }
    var hash = SHA256()
    for name in FolderNames.read(folder) {
      let path = Paths.join(folder, name)
      guard case .file(let size) = FileKind(at: path), size <= Self.largestFile, let bytes = Self.bytes(path) else {
        continue
      }
      hash.update(name.utf8)
      hash.update([0])
      hash.update(SHA256.hexDigest(bytes).utf8)
      hash.update([0])
    }
    return "sha256:" + hash.finish()
  }

  /// The folder that holds the source.
  func folder(of source: String) -> String? {
    let parts = source.split(separator: "/").map(String.init)
    guard let file = parts.last, !source.hasPrefix("/"), !parts.contains("..") else { return nil }
    let places = [root] + FolderNames.read(root).map { Paths.join(root, $0) }.filter { FileKind(at: $0) == .folder }
    for place in places {
      for path in [Paths.join(place, source), Paths.join(Paths.join(place, "Sources"), source)] {
        if case .file = FileKind(at: path) { return Paths.parent(path) }
      }
      guard parts.count == 2 else { continue }
      let module = Paths.join(Paths.join(place, "Sources"), parts[0])
      if FileKind(at: module) == .folder, let found = Self.search(module, for: file) { return found }
    }
    return nil
  }

  private func hasModule(of source: String) -> Bool {
    guard let module = source.split(separator: "/").first, source.contains("/") else { return false }
    return FileKind(at: Paths.join(Paths.join(root, "Sources"), String(module))) == .folder
  }

  /// The first folder below a module, by name, that holds a file.
  private static func search(_ module: String, for file: String) -> String? {
    var pending = [module]
    var visited = 0
    while let folder = pending.popLast(), visited < 1_000 {
      visited += 1
      if case .file = FileKind(at: Paths.join(folder, file)) { return folder }
      let below = FolderNames.read(folder).map { Paths.join(folder, $0) }.filter { FileKind(at: $0) == .folder }
      pending += below.reversed()
    }
    return nil
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let root = try? Root(Paths.parent(path)),
      let descriptor = try? root.open([DiskName(text: Paths.name(path))], O_RDONLY)
    else { return nil }
    defer { close(descriptor) }
    return try? SystemCall.readToEnd(descriptor, expected: 8 << 10, limit: largestFile)
  }
}
