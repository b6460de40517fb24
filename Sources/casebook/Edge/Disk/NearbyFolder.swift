import Glibc

/// Keeps the folder of the last file open, since the next one mostly stands beside it.
///
/// Three openings a document become one. A folder that is swapped meanwhile stays the one that was opened below the root.
final class NearbyFolder {
  private var root: Root?
  private var path: ArraySlice<DiskName> = []
  private var descriptor: Int32 = -1

  deinit { forget() }

  /// Opens a file below a root for reading; the caller closes it.
  func open(_ file: [DiskName], below root: Root) throws(SystemError) -> Int32 {
    guard let name = file.last, file.count > 1 else { return try root.open(file, O_RDONLY) }
    if self.root !== root || path != file.dropLast() {
      forget()
      descriptor = try root.open(Array(file.dropLast()), O_RDONLY | O_DIRECTORY)
      self.root = root
      path = file.dropLast()
    }
    let opened = Root.openAt(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw SystemError() }
    return opened
  }

  private func forget() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    root = nil
    path = []
  }
}
