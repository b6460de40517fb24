import Glibc

/// Everything below a folder that is no folder, hidden names included.
enum FolderListing {
  /// Paths relative to the folder, in no order.
  static func files(of root: Root) throws(SystemError) -> [String] {
    var files: [String] = []
    var pending: [[DiskName]] = [[]]
    while let path = pending.popLast() {
      let folder = try root.open(path, O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      for name in try DirectoryWalk.names(of: folder) {
        let below = path + [name]
        if try FileKind(name, in: folder) == .folder {
          pending.append(below)
        } else {
          files.append(below.map(\.text).joined(separator: "/"))
        }
      }
    }
    return files
  }

  /// Paths of all folders below a folder; those that can't be read are left out.
  static func folders(below path: String) -> [String] {
    var folders: [String] = []
    var pending = [path]
    while let path = pending.popLast() {
      for name in FolderNames.read(path) where FileKind(at: Paths.join(path, name)) == .folder {
        pending.append(Paths.join(path, name))
      }
      folders.append(path)
    }
    return folders
  }
}
