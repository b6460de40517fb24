import Glibc

/// An open folder: the only way to files below it, name by name, never through a link, never outside.
///
/// A path is opened component by component relative to the descriptor, so that neither `..` nor a link swapped in between
/// check and use leads elsewhere.
final class Root: Sendable {
  let descriptor: Int32

  /// Opens a folder by a path that the user gave; a link in that path is the user's choice and is followed.
  init(_ path: String) throws(SystemError) {
    let opened = SystemCall.retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard opened >= 0 else { throw SystemError() }
    descriptor = opened
  }

  /// Takes over a descriptor that is open.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens what a relative path names; the caller closes it.
  ///
  /// Never blocks on a FIFO: `O_NONBLOCK` is part of every opening.
  func open(_ path: [DiskName], _ flags: Int32) throws(SystemError) -> Int32 {
    var folder = descriptor
    for (index, name) in path.enumerated() {
      let isLast = index == path.count - 1
      let wanted = (isLast ? flags : O_RDONLY | O_DIRECTORY) | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      let next = Self.openAt(folder, name, wanted)
      let error = SystemError()
      if folder != descriptor { close(folder) }
      guard next >= 0 else { throw error }
      folder = next
    }
    return path.isEmpty ? dup(descriptor) : folder
  }

  static func openAt(_ folder: Int32, _ name: DiskName, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    name.withCString { name in SystemCall.retrying { openat(folder, name, flags, mode) } }
  }
}

extension DiskName {
  /// Calls with the name as C takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
      for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
      buffer[bytes.count] = 0
      return buffer.baseAddress.map { body($0) } ?? body([0])
    }
  }

  /// Splits a relative path: `a/b.md` → `a`, `b.md`; `.` and empty parts vanish.
  static func components(_ path: String) -> [DiskName] {
    DiskName(text: path).bytes.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
      .map { DiskName(bytes: Array($0)) }
  }
}
