import Glibc

/// Writes a file that must not be there yet.
enum NewFile {
  static func write(_ bytes: [UInt8], at path: String) throws(CommandFailure) {
    let shown = Paths.shown(path)
    do throws(SystemError) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      let descriptor = Root.openAt(AT_FDCWD, DiskName(text: path), flags, 0o666)
      guard descriptor >= 0 else { throw SystemError() }
      defer { close(descriptor) }
      try SystemCall.writeAll(descriptor, bytes)
    } catch {
      if error.code == EEXIST { throw CommandFailure("\(shown): is there already; nothing was written") }
      throw CommandFailure("\(shown): \(error.message)")
    }
  }
}
