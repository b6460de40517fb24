import Glibc

/// An empty folder for sources, objects and what a doctest writes; removed with all that is in it.
///
/// Its name bears the process that made it, so that the next run can tidy up after one that was killed.
struct DoctestFolder {
  private static let prefix = "casebook-doctest-"

  let path: String

  /// In memory for what a program writes, where there is such a place: a disk can be slow, and a test must not be.
  init(inMemory: Bool = false) throws(SystemError) {
    let usual = Environment.value("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var failure = SystemError(ENOENT)
    for parent in (inMemory ? ["/dev/shm"] : []) + [usual] where access(parent, W_OK | X_OK) == 0 {
      var template = Array("\(parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return
      }
      failure = SystemError()
    }
    throw failure
  }

  /// Writes a file, making the folder that it lies in.
  func write(_ bytes: [UInt8], _ name: String) throws(SystemError) {
    let file = Paths.join(path, name)
    let folder = Paths.parent(file)
    if folder != path, mkdir(folder, 0o700) != 0, errno != EEXIST { throw SystemError() }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    try SystemCall.writeAll(descriptor, bytes)
  }

  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    guard let parent = try? Root(Paths.parent(path)) else { return }
    FolderRemoval.remove(DiskName(text: Paths.name(path)), in: parent)
  }

  /// Bytes that the files below it take, as far as they can be read; looks at ten thousand names at most.
  var size: Int {
    var pending = [path]
    var total = 0
    var seen = 0
    while let folder = pending.popLast(), seen < 10_000 {
      for name in FolderNames.read(folder, hidden: true) {
        seen += 1
        var status = stat()
        let file = Paths.join(folder, name)
        guard lstat(file, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { pending.append(file) } else { total += Int(status.st_blocks) * 512 }
      }
    }
    return total
  }

  /// Removes what processes left that are no more.
  static func tidy() {
    for parent in ["/dev/shm", Environment.value("TMPDIR") ?? "/tmp"] {
      for name in FolderNames.read(parent) where name.hasPrefix(prefix) {
        guard let owner = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), owner > 0,
          kill(owner, 0) != 0, errno == ESRCH
        else { continue }
        remove(Paths.join(parent, name))
      }
    }
  }
}
