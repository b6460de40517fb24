import Glibc

/// Files of `/proc`, read to their end.
///
/// A short read is not the end there: the kernel gives a page at a time, and readers that stop at it lose the rest.
public enum ProcFS {
  /// The whole text of a file; empty where it can't be read.
  public static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  static func bytes(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        result += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return result
      }
    }
  }

  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Names in a directory, without `.` and `..`.
  static func names(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

/// The files that this process holds open below a directory.
public struct OpenFiles: Sendable {
  /// Where each of them leads, sorted; a file that was removed ends with ` (deleted)`.
  public let paths: [String]

  /// Looks at all descriptors of this process.
  public init(under directory: String) {
    let root = directory.hasSuffix("/") ? directory : directory + "/"
    var found: [String] = []
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    for name in ProcFS.names("/proc/self/fd") {
      let length = readlink("/proc/self/fd/\(name)", &buffer, buffer.count - 1)
      guard length > 0 else { continue }
      let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if path.hasPrefix(root) { found.append(path) }
    }
    paths = found.sorted()
  }

  /// How many there are.
  public var count: Int { paths.count }
}
