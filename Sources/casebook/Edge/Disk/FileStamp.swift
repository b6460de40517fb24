import Glibc

/// What the disk says of a file without reading it; two equal stamps mean an unchanged file.
///
/// Besides size, modification time and inode it holds the time of the last change of the inode, which no program can set
/// back: `touch -r` and `cp -p` are seen.
struct FileStamp: Equatable {
  var size: Int64
  var modified: Int64
  var changed: Int64
  var inode: UInt64

  /// What is not there.
  static let absent = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

  init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// Asks about an open file; `nil` where the disk does not answer.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Asks about a name in an open folder, without following a link.
  init(_ name: UnsafePointer<CChar>, in folder: Int32) {
    var status = stat()
    self = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStamp(status) : .absent
  }

  /// Coarser than the time stamps of any local file system in use.
  private static let clockStep: Int64 = 20_000_000

  /// The stamp to keep of what was asked about after `started`: a change within the clock's last steps before may hide behind
  /// an equal time, so such a file gets one that nothing on the disk equals.
  func settled(before started: Int64) -> FileStamp {
    var stamp = self
    if max(modified, changed) > started - Self.clockStep { stamp.changed = .min }
    return stamp
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
