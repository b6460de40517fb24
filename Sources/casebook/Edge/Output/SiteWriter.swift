import Glibc

/// Puts a site in its place: at every moment the output folder holds the old site or the new one, whole.
///
/// The new site grows in a sibling, `.site.next-PID`; what has not changed is linked from the old one, and so is whatever
/// somebody else has put there. Then both folders change places in one step, and the old one is removed. Whatever fails
/// before that step leaves the old site as it was.
struct SiteWriter {
  struct Summary: Equatable {
    var written = 0
    var unchanged = 0
    var removed = 0
    /// What was done instead, where the file system cannot exchange two folders.
    var notes: [String] = []
  }

  private let target: String
  private let parent: Root
  private let name: DiskName
  private let next: DiskName

  /// Opens the folder round the output folder.
  init(_ target: String) throws(CommandFailure) {
    self.target = target
    name = DiskName(text: Paths.name(target))
    next = DiskName(text: ".\(name.text).next-\(getpid())")
    parent = try Self.openParent(target)
  }

  /// Opens the folder round the output folder, which is made where it is missing.
  static func openParent(_ target: String) throws(CommandFailure) -> Root {
    do throws(SystemError) {
      try makeFolders(Paths.parent(target))
      return try Root(Paths.parent(target))
    } catch {
      throw CommandFailure("\(Paths.shown(Paths.parent(target))): \(error.message)")
    }
  }

  /// Writes all pages, each rendered once, on all processors.
  func write(_ pages: SitePages) throws(CommandFailure) -> Summary {
    if let bad = pages.paths.first(where: { !OutputName.isAllowed($0) }) {
      throw CommandFailure("'\(bad)' is no name for a page; use letters, digits, '-', '_' and '.'")
    }
    let old = try ExistingSite.open(name, in: parent, shown: Paths.shown(target))
    return try Interruption.watching { () throws(CommandFailure) in
      do throws(CommandFailure) {
        return try write(pages, over: old)
      } catch {
        FolderRemoval.remove(next, in: parent)
        throw error
      }
    }
  }

  private func write(_ pages: SitePages, over old: ExistingSite?) throws(CommandFailure) -> Summary {
    let manifest = SiteManifest(paths: pages.paths)
    let folder = try failing { () throws(SystemError) in try makeNext() }
    let isSame = try NewPages(pages, folder: folder, old: old?.root).write()
    var summary = Summary(
      written: isSame.count { !$0 }, unchanged: isSame.count { $0 },
      removed: Set(old?.manifest?.paths ?? []).subtracting(manifest.paths).count)
    if let old, summary.written == 0, old.manifest == manifest {
      FolderRemoval.remove(next, in: parent)
      return summary
    }
    try failing { () throws(SystemError) in
      let new = OutputFolder(folder)
      if let old {
        let oldFolder = OutputFolder(old.root)
        for (path, isSame) in zip(pages.paths, isSame) where isSame { try new.link(path, from: oldFolder) }
        let written = Set(manifest.paths)
        for path in old.foreign where !written.contains(path) { try new.link(path, from: oldFolder) }
      }
      let list = SiteManifest.fileName.text
      if let old, old.manifest == manifest {
        try new.link(list, from: OutputFolder(old.root))
      } else {
        try new.create(manifest.bytes, at: list)
      }
      FileSystem.sync(folder)
    }
    do throws(SystemError) {
      try SiteSwap(parent: parent, name: name, next: next).swap(hasOld: old != nil, notes: &summary.notes)
    } catch {
      guard let old, error.code == EXDEV || error.code == EBUSY else { throw failure(error) }
      try SiteInPlace(target: target, old: old, new: folder).replace(manifest, isSame)
      FolderRemoval.remove(next, in: parent)
      summary.notes.append("this folder cannot be exchanged as a whole; its files were replaced one by one")
    }
    return summary
  }

  private func makeNext() throws(SystemError) -> Root {
    guard next.withCString({ mkdirat(parent.descriptor, $0, 0o777) }) == 0 else { throw SystemError() }
    return Root(descriptor: try parent.open([next], O_RDONLY | O_DIRECTORY))
  }

  /// Names the output folder in the message of a failing call.
  private func failing<Result>(_ body: () throws(SystemError) -> Result) throws(CommandFailure) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: SystemError) -> CommandFailure {
    CommandFailure("\(Paths.shown(target)): \(error.message); the previous site is as it was")
  }

  /// Makes the folders round the output folder, as `mkdir -p` does.
  private static func makeFolders(_ path: String) throws(SystemError) {
    guard FileKind(at: path) == nil else { return }
    try makeFolders(Paths.parent(path))
    guard DiskName(text: path).withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw SystemError() }
  }
}
