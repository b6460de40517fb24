import Glibc

/// Sleeps until something in one of some folders changes.
///
/// What has changed is not asked: the kernel drops events when there are too many, so that only the disk itself can tell.
final class FileWatch {
  /// Folders watched now, by the kernel's number.
  private var watched: [Int32: String] = [:]
  private let descriptor: Int32

  /// Time without a further event after which a burst is over; editors write a file in several steps.
  static let quiet: Int32 = 40
  /// Time after which a burst that does not end is not waited for any longer.
  static let longest: Int64 = 400

  init() throws(SystemError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw SystemError() }
  }

  deinit { close(descriptor) }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Watches these folders and no others; says how many could not be watched.
  ///
  /// A folder that is watched already keeps its watch, so that nothing is missed in between.
  func watch(_ folders: [String]) -> Int {
    var missing = 0
    var kept: [Int32: String] = [:]
    for folder in folders {
      let number = inotify_add_watch(descriptor, folder, Self.mask)
      if number >= 0 { kept[number] = folder } else if errno != ENOENT, errno != ENOTDIR { missing += 1 }
    }
    for number in watched.keys where kept[number] == nil { inotify_rm_watch(descriptor, number) }
    watched = kept
    return missing
  }

  /// Waits for a change, and until its burst is over; `false` when nothing came for so many milliseconds (-1: for ever).
  func wait(milliseconds: Int32 = -1) -> Bool {
    guard sleeps(milliseconds) else { return false }
    let started = Clock.nanoseconds
    repeat { drain() } while Clock.nanoseconds - started < Self.longest * 1_000_000 && sleeps(Self.quiet)
    return true
  }

  private func sleeps(_ milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = Glibc.poll(&poll, 1, milliseconds)
      if count >= 0 { return count > 0 }
      guard errno == EINTR else { return false }
    }
  }

  private func drain() {
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while let start = buffer.baseAddress, read(descriptor, start, buffer.count) > 0 {}
    }
  }
}
