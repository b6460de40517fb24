import Glibc

/// Names in a folder, for suggestions; empty where it cannot be read.
enum FolderNames {
  static func read(_ path: String) -> [String] {
    guard let stream = DiskName(text: path).withCString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 1_000 {
      let name = DirectoryWalk.name(of: entry)
      if !DiskName(bytes: name).isHidden { names.append(DiskName.text(name)) }
    }
    return names.sorted()
  }
}
