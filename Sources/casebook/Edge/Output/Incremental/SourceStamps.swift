import Glibc

/// Asks the disk about files that will be read, before they are read: a change in between is seen by the next build.
enum SourceStamps {
  /// Stamps in the order of the files; a change within the clock's last steps before the start gets one that nothing equals.
  static func read(_ sources: [DocumentSource], started: Int64) -> [FileStamp] {
    var folder: Int32 = -1
    var opened: (root: Root, path: ArraySlice<DiskName>)?
    defer { if folder >= 0 { close(folder) } }
    return sources.map { source in
      guard let name = source.path.last else { return .absent }
      let path = source.path.dropLast()
      if opened.map({ $0.root !== source.root || $0.path != path }) ?? true {
        if folder >= 0 { close(folder) }
        folder = (try? source.root.open(Array(path), O_RDONLY | O_DIRECTORY)) ?? -1
        opened = (source.root, path)
      }
      guard folder >= 0 else { return .absent }
      return name.withCString { FileStamp($0, in: folder) }.settled(before: started)
    }
  }
}
