import Glibc

/// Names in a folder, for suggestions; empty where it cannot be read.
enum FolderNames {
  static func read(_ path: String, hidden: Bool = false) -> [String] {
    guard let stream = DiskName(text: path).withCString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 1_000 {
      let name = DirectoryWalk.name(of: entry)
      if hidden ? name != [0x2E] && name != [0x2E, 0x2E] : !DiskName(bytes: name).isHidden {
        names.append(DiskName.text(name))
      }
    }
    return names.sorted()
  }
}
