import Glibc

extension DocumentSource {
  /// Replaces a file by a rename, so that a reader sees it old or new, whole; its mode stays.
  ///
  /// A file that is no longer as it was read is left alone: somebody is writing to it.
  func replace(_ old: [UInt8], with new: [UInt8], shown: String) throws(CommandFailure) {
    guard case .read(let now) = LibraryLoader.bytes(of: self), now == old else {
      throw CommandFailure("\(shown): changed while it was mended; run casebook fix again")
    }
    guard let name = path.last else { return }
    do throws(SystemError) {
      let folder = try root.open(Array(path.dropLast()), O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      try Self.replace(name, in: folder, with: new)
    } catch {
      throw CommandFailure("\(shown): \(error.message)")
    }
  }

  private static func replace(_ name: DiskName, in folder: Int32, with bytes: [UInt8]) throws(SystemError) {
    var status = stat()
    guard name.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { throw SystemError() }
    let temporary = DiskName(bytes: Array(".casebook-fix-\(getpid())".utf8))
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = Root.openAt(folder, temporary, flags, status.st_mode & 0o777)
    guard descriptor >= 0 else { throw SystemError() }
    do throws(SystemError) {
      do throws(SystemError) {
        try SystemCall.writeAll(descriptor, bytes)
        guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { throw SystemError() }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw SystemError() }
      let code = temporary.withCString { from in name.withCString { renameat(folder, from, folder, $0) } }
      guard code == 0 else { throw SystemError() }
    } catch {
      _ = temporary.withCString { unlinkat(folder, $0, 0) }
      throw error
    }
  }
}
