import Glibc

/// What the disk says of the files of a site: compared with a cache, or written into one.
struct ListedSite {
  let site: Root
  /// The site's twin, where there is one.
  let twin: Root?

  init?(parent: Root, name: DiskName, store: SiteStore) {
    guard let site = try? parent.open([name], O_RDONLY | O_DIRECTORY) else { return nil }
    self.site = Root(descriptor: site)
    twin = (try? store.folder.open([SiteStore.twinName], O_RDONLY | O_DIRECTORY)).map { Root(descriptor: $0) }
  }

  /// Lists files by their paths, which are sorted.
  func listing(of paths: [String]) -> SiteListing {
    var folders: [SiteListing.Folder] = []
    var descriptors: [String: Int] = [:]
    for path in paths {
      let folder = Paths.parentOfRelative(path)
      let index: Int
      if let known = descriptors[folder] {
        index = known
      } else {
        index = folders.count
        descriptors[folder] = index
        folders.append(
          SiteListing.Folder(
            path: folder, stamp: Self.stamp(of: folder, in: site), twin: twin.map { Self.stamp(of: folder, in: $0) },
            files: []))
      }
      folders[index].files.append((DiskName(text: Paths.name(path)), OutputStamp(.absent)))
    }
    for index in folders.indices {
      guard let folder = try? site.open(DiskName.components(folders[index].path), O_RDONLY | O_DIRECTORY) else {
        continue
      }
      defer { close(folder) }
      for file in folders[index].files.indices {
        let stamp = folders[index].files[file].name.withCString { FileStamp($0, in: folder) }
        folders[index].files[file].stamp = OutputStamp(stamp)
      }
    }
    return SiteListing(folders: folders)
  }

  /// The listing of a cache with what a change has made of it.
  func listing(of stored: StoredSite, after change: SiteTwin.Change) -> SiteListing {
    var touched: [String: [String: Bool]] = [:]
    for file in change.written {
      touched[Paths.parentOfRelative(file.path), default: [:]][Paths.name(file.path)] = true
    }
    for path in change.removed { touched[Paths.parentOfRelative(path), default: [:]][Paths.name(path)] = false }
    var folders: [SiteListing.Folder] = []
    for folder in stored.folders {
      var files = folder.files.map { (DiskName(bytes: Array($0.name.dropLast())), $0.stamp) }
      if let changes = touched.removeValue(forKey: folder.path) {
        files.removeAll { changes[$0.0.text] != nil }
        files += fresh(changes, in: folder.path)
      }
      if !files.isEmpty { folders.append(listed(folder.path, files)) }
    }
    for (path, changes) in touched.sorted(by: { $0.key < $1.key }) {
      let files = fresh(changes, in: path)
      if !files.isEmpty { folders.append(listed(path, files)) }
    }
    return SiteListing(folders: folders)
  }

  private func listed(_ path: String, _ files: [(DiskName, OutputStamp)]) -> SiteListing.Folder {
    SiteListing.Folder(
      path: path, stamp: Self.stamp(of: path, in: site), twin: twin.map { Self.stamp(of: path, in: $0) },
      files: files.map { (name: $0.0, stamp: $0.1) })
  }

  /// Stamps of the files of a folder that were written.
  private func fresh(_ changes: [String: Bool], in path: String) -> [(DiskName, OutputStamp)] {
    guard let folder = try? site.open(DiskName.components(path), O_RDONLY | O_DIRECTORY) else { return [] }
    defer { close(folder) }
    return changes.filter(\.value).keys.sorted().map { name in
      let name = DiskName(text: name)
      return (name, OutputStamp(name.withCString { FileStamp($0, in: folder) }))
    }
  }

  private static func stamp(of folder: String, in root: Root) -> OutputStamp {
    guard let descriptor = try? root.open(DiskName.components(folder), O_RDONLY | O_DIRECTORY) else {
      return OutputStamp(.absent)
    }
    defer { close(descriptor) }
    return OutputStamp(FileStamp(of: descriptor) ?? .absent)
  }

  /// Whether all files are as a build left them, and none came or went.
  func isAsLeft(_ folders: [StoredSite.Folder]) -> Bool {
    for stored in folders {
      guard let folder = try? site.open(DiskName.components(stored.path), O_RDONLY | O_DIRECTORY) else { return false }
      defer { close(folder) }
      guard let stamp = FileStamp(of: folder), OutputStamp(stamp) == stored.stamp else { return false }
      for file in stored.files {
        guard let name = file.name.bindMemory(to: CChar.self).baseAddress, file.name.last == 0,
          OutputStamp(FileStamp(name, in: folder)) == file.stamp
        else { return false }
      }
    }
    return true
  }

  /// Whether the twin is as a build left it.
  func hasTwin(of folders: [StoredSite.Folder]) -> Bool {
    guard let twin else { return false }
    return folders.allSatisfy { $0.twin == Self.stamp(of: $0.path, in: twin) }
  }
}
