import Glibc

/// Finds programs on a search path.
enum ProgramSearch {
  /// The user's search path.
  static var path: String { Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin" }

  /// The first program of that name on the path; a script only where there is no other.
  ///
  /// Scripts in the place of a program start it in their turn, and take longer for that than a block takes to parse.
  static func find(_ name: String, path: String) -> String? {
    let candidates = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .filter { access($0, X_OK) == 0 && isFile($0) }
    return candidates.first(where: isBinary) ?? candidates.first
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file begins as ELF does.
  private static func isBinary(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 4)
    return SystemCall.retrying { read(descriptor, &head, 4) } == 4 && head == [0x7F, 0x45, 0x4C, 0x46]
  }
}
