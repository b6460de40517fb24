import Glibc

/// The one step that puts a new folder in the place of an old one.
struct SiteSwap {
  let parent: Root
  let name: DiskName
  let next: DiskName
  /// Whether to try the exchange first; a test goes the other way.
  var exchanges = true

  /// Name that the old folder has between two renames, where they cannot be exchanged.
  static func oldName(of name: DiskName) -> DiskName { DiskName(text: ".\(name.text).old") }

  /// Exchanges both folders and removes the old one; without an old one a rename is enough.
  ///
  /// Where the file system has no exchange, two renames do; a crash between them is mended by the next build.
  func swap(hasOld: Bool, notes: inout [String]) throws(SystemError) {
    guard hasOld else { return try rename(next, to: name) }
    if exchange() {
      FolderRemoval.remove(next, in: parent)
      return
    }
    let error = SystemError()
    guard error.code == ENOSYS || error.code == EINVAL || error.code == EOPNOTSUPP else { throw error }
    let old = Self.oldName(of: name)
    FolderRemoval.remove(old, in: parent)
    try rename(name, to: old)
    do throws(SystemError) {
      try rename(next, to: name)
    } catch {
      try? rename(old, to: name)
      throw error
    }
    FolderRemoval.remove(old, in: parent)
    notes.append("the file system cannot exchange folders; the site was away for a moment between two renames")
  }

  private func rename(_ from: DiskName, to: DiskName) throws(SystemError) {
    let code = from.withCString { from in
      to.withCString { renameat(parent.descriptor, from, parent.descriptor, $0) }
    }
    guard code == 0 else { throw SystemError() }
  }

  private func exchange() -> Bool {
    guard exchanges else {
      errno = ENOSYS
      return false
    }
    return FolderExchange.exchange(parent.descriptor, next, parent.descriptor, name)
  }
}

/// Two folders that change places in one step.
enum FolderExchange {
  /// `renameat2` with `RENAME_EXCHANGE`, which Swift's Glibc module lacks; `false` with `errno` where it fails.
  static func exchange(_ first: Int32, _ a: DiskName, _ second: Int32, _ b: DiskName) -> Bool {
    typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let address = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return false
    }
    let call = unsafeBitCast(address, to: Call.self)
    return a.withCString { a in b.withCString { call(first, a, second, $0, 2) } } == 0
  }
}

/// Calls about a whole file system.
enum FileSystem {
  /// Brings what was written to the disk, so that a loss of power finds the new site whole.
  static func sync(_ folder: Root) {
    typealias Call = @convention(c) (Int32) -> Int32
    guard let address = dlsym(nil, "syncfs") else { return }
    _ = unsafeBitCast(address, to: Call.self)(folder.descriptor)
  }
}
