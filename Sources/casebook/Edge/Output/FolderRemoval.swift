import Glibc

/// Removes a folder with all that is in it, links as links.
enum FolderRemoval {
  /// Walks with a stack of open folders; nothing outside is ever touched.
  static func remove(_ name: DiskName, in parent: Root) {
    guard let top = try? parent.open([name], O_RDONLY | O_DIRECTORY) else { return }
    var open: [(descriptor: Int32, name: DiskName, parent: Int32)] = [(top, name, parent.descriptor)]
    while let current = open.last {
      guard let child = firstFolderAfterRemovingFiles(of: current.descriptor) else {
        close(current.descriptor)
        open.removeLast()
        guard current.name.withCString({ unlinkat(current.parent, $0, AT_REMOVEDIR) }) == 0 else { break }
        continue
      }
      let descriptor = Root.openAt(current.descriptor, child, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0, open.count < 1_000 else { break }
      open.append((descriptor, child, current.descriptor))
    }
    for folder in open { close(folder.descriptor) }
  }

  private static func firstFolderAfterRemovingFiles(of folder: Int32) -> DiskName? {
    var first: DiskName?
    for name in (try? DirectoryWalk.names(of: folder)) ?? [] {
      if name.withCString({ unlinkat(folder, $0, 0) }) != 0, errno == EISDIR || errno == EPERM, first == nil {
        first = name
      }
    }
    return first
  }
}
