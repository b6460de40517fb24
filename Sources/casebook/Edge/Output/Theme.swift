import CasebookSource
import Glibc

/// The files of the templates folder, which replace built-in ones of the same name.
enum Theme {
  /// Path below the folder → bytes; empty where there is no folder.
  static func read(_ base: KnowledgeBase) throws(CommandFailure) -> [String: [UInt8]] {
    guard let folder = base.templates else { return [:] }
    var files: [String: [UInt8]] = [:]
    do throws(SystemError) {
      let root = try Root(folder)
      for path in try FolderListing.files(of: root) {
        let descriptor = try root.open(DiskName.components(path), O_RDONLY)
        defer { close(descriptor) }
        files[path] = try SystemCall.readToEnd(descriptor, expected: 4096, limit: 4 << 20)
      }
    } catch {
      throw CommandFailure("\(Paths.shown(folder)): \(error.message); nothing was written")
    }
    return files
  }
}
