import Glibc

/// What a name on the disk stands for.
enum FileKind: Equatable {
  case file(size: Int)
  case folder, link, fifo, socket, device

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(size: Int(status.st_size))
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// Asks about a name in an open folder, without following a link.
  init(_ name: DiskName, in folder: Int32) throws(SystemError) {
    var status = stat()
    guard name.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { throw SystemError() }
    self.init(status)
  }

  /// Asks what a link leads to; `nil` where it leads nowhere.
  static func ofTarget(_ name: DiskName, in folder: Int32) -> FileKind? {
    var status = stat()
    guard name.withCString({ fstatat(folder, $0, &status, 0) }) == 0 else { return nil }
    return FileKind(status)
  }

  /// Asks about a path that the user gave; links are followed. `nil` where there is nothing.
  init?(at path: String) {
    var status = stat()
    guard DiskName(text: path).withCString({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// A noun phrase: `a FIFO`.
  var noun: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .fifo: "a FIFO"
    case .socket: "a socket"
    case .device: "a device"
    }
  }
}
