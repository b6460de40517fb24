import Glibc

/// A second folder with the same files as the site, under second names: where the next site is made ready.
///
/// A change of a few files among thousands is written here, both folders change places in one step, and the one that was
/// the site is brought up to date as well. Whoever looks, or whatever is killed, finds the old site or the new one, whole,
/// at a cost that goes by what has changed; linking all files anew costs ten times as much as an unchanged build.
struct SiteTwin {
  /// Files to write and to remove, by path.
  struct Change {
    var written: [(path: String, bytes: [UInt8])] = []
    var removed: [String] = []

    var isEmpty: Bool { written.isEmpty && removed.isEmpty }
  }

  /// The folder round the site, and the site's name.
  let parent: Root
  let name: DiskName
  let store: SiteStore

  /// Makes the twin of a site as it is now; without one the next change is written beside the site as a whole.
  func make() {
    remove()
    let next = DiskName(text: "site.twin.new")
    FolderRemoval.remove(next, in: store.folder)
    guard let site = try? Root(descriptor: parent.open([name], O_RDONLY | O_DIRECTORY)),
      next.withCString({ mkdirat(store.folder.descriptor, $0, 0o777) }) == 0
    else { return }
    do throws(SystemError) {
      let (from, to) = (OutputFolder(site), OutputFolder(try open(next)))
      for path in try FolderListing.files(of: site) { try to.link(path, from: from) }
      try rename(next, to: SiteStore.twinName)
    } catch {
      FolderRemoval.remove(next, in: store.folder)
    }
  }

  /// Drops it.
  func remove() { FolderRemoval.remove(SiteStore.twinName, in: store.folder) }

  /// Brings a change into the site; `nil` where the twin can't take the site's place, and the site is as it was.
  func apply(_ change: Change) throws(CommandFailure) -> SystemError? {
    do throws(SystemError) {
      let twin = OutputFolder(try open(SiteStore.twinName))
      for file in change.written {
        if Interruption.isWanted { throw SystemError(EINTR) }
        try twin.replace(file.path, with: file.bytes)
      }
      remove(change.removed, from: twin)
      FileSystem.sync(twin.root)
      guard
        FolderExchange.exchange(parent.descriptor, name, store.folder.descriptor, SiteStore.twinName)
      else { throw SystemError() }
    } catch {
      remove()
      switch error.code {
      case EXDEV, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP, EACCES, EPERM, ENOENT: return error
      default: throw CommandFailure("\(name.text): \(error.message); the previous site is as it was")
      }
    }
    do throws(SystemError) {
      let site = OutputFolder(Root(descriptor: try parent.open([name], O_RDONLY | O_DIRECTORY)))
      let twin = OutputFolder(try open(SiteStore.twinName))
      for file in change.written {
        twin.remove(file.path)
        try twin.link(file.path, from: site)
      }
      remove(change.removed, from: twin)
    } catch {
      // The site is the new one; it has no twin any more.
      remove()
    }
    return nil
  }

  /// Removes files, and the folders that they leave empty.
  private func remove(_ paths: [String], from folder: OutputFolder) {
    for path in paths { folder.remove(path) }
    var parents = Set(paths.map(Paths.parentOfRelative))
    while let path = parents.max(by: { $0.utf8.count < $1.utf8.count }) {
      parents.remove(path)
      guard !path.isEmpty, folder.removeFolder(path) else { continue }
      parents.insert(Paths.parentOfRelative(path))
    }
  }

  private func open(_ name: DiskName) throws(SystemError) -> Root {
    Root(descriptor: try store.folder.open([name], O_RDONLY | O_DIRECTORY))
  }

  private func rename(_ from: DiskName, to: DiskName) throws(SystemError) {
    let code = from.withCString { from in
      to.withCString { renameat(store.folder.descriptor, from, store.folder.descriptor, $0) }
    }
    guard code == 0 else { throw SystemError() }
  }
}
