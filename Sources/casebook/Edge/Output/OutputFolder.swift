import Glibc

/// A folder that a build writes into or compares with; each folder inside it is opened once, never through a link.
final class OutputFolder {
  let root: Root
  private var folders: [String: Int32] = [:]

  init(_ root: Root) { self.root = root }

  deinit { for descriptor in folders.values { close(descriptor) } }

  /// Splits `cases/a.html` into the descriptor of `cases`, made where it is missing and wanted, and `a.html`.
  func place(_ path: String, creating: Bool) throws(SystemError) -> (folder: Int32, name: DiskName) {
    guard let slash = path.lastIndex(of: "/") else { return (root.descriptor, DiskName(text: path)) }
    let name = DiskName(text: String(path[path.index(after: slash)...]))
    return (try folder(String(path[..<slash]), creating: creating), name)
  }

  private func folder(_ path: String, creating: Bool) throws(SystemError) -> Int32 {
    if let known = folders[path] { return known }
    var parent = root.descriptor
    var walked = ""
    for part in path.split(separator: "/") {
      walked += walked.isEmpty ? part : "/" + part
      if let known = folders[walked] {
        parent = known
        continue
      }
      let name = DiskName(text: String(part))
      if creating, name.withCString({ mkdirat(parent, $0, 0o777) }) != 0, errno != EEXIST { throw SystemError() }
      let opened = Root.openAt(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard opened >= 0 else { throw SystemError() }
      folders[walked] = opened
      parent = opened
    }
    return parent
  }

  /// Whether a file holds exactly these bytes.
  func holds(_ bytes: [UInt8], at path: String) -> Bool {
    guard let (folder, name) = try? place(path, creating: false) else { return false }
    let descriptor = Root.openAt(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileKind(status) == .file(size: bytes.count) else { return false }
    return (try? SystemCall.readToEnd(descriptor, expected: bytes.count, limit: bytes.count)) == bytes
  }

  /// All bytes of a file.
  func contents(of path: String) throws(SystemError) -> [UInt8] {
    let (folder, name) = try place(path, creating: false)
    let descriptor = Root.openAt(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    return try SystemCall.readToEnd(descriptor, expected: 64 << 10, limit: 1 << 30)
  }

  /// Writes a file that is not there yet.
  func create(_ bytes: [UInt8], at path: String) throws(SystemError) {
    let (folder, name) = try place(path, creating: true)
    let descriptor = Root.openAt(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError() }
    do throws(SystemError) {
      try SystemCall.writeAll(descriptor, bytes)
    } catch {
      close(descriptor)
      throw error
    }
    // A file system over the network tells only here that it is full.
    guard close(descriptor) == 0 else { throw SystemError() }
  }

  /// Gives a file of another folder a second name here.
  func link(_ path: String, from other: OutputFolder) throws(SystemError) {
    let (oldFolder, name) = try other.place(path, creating: false)
    let (newFolder, _) = try place(path, creating: true)
    guard name.withCString({ linkat(oldFolder, $0, newFolder, $0, 0) }) == 0 else { throw SystemError() }
  }

  /// Replaces a file by a rename, so that a reader sees the old one or the new one, whole.
  func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let (folder, name) = try place(path, creating: true)
    let temporary = DiskName(text: ".\(name.text).next-\(getpid())")
    let temporaryPath = path.lastIndex(of: "/").map { String(path[...$0]) + temporary.text } ?? temporary.text
    _ = temporary.withCString { unlinkat(folder, $0, 0) }
    do throws(SystemError) {
      try create(bytes, at: temporaryPath)
      let code = temporary.withCString { old in name.withCString { renameat(folder, old, folder, $0) } }
      guard code == 0 else { throw SystemError() }
    } catch {
      _ = temporary.withCString { unlinkat(folder, $0, 0) }
      throw error
    }
  }

  /// Removes a folder that is empty; says whether it was.
  func removeFolder(_ path: String) -> Bool {
    guard let (folder, name) = try? place(path, creating: false) else { return false }
    guard name.withCString({ unlinkat(folder, $0, AT_REMOVEDIR) }) == 0 else { return false }
    if let descriptor = folders.removeValue(forKey: path) { close(descriptor) }
    return true
  }

  /// Removes a file; one that is gone already is no error.
  func remove(_ path: String) {
    guard let (folder, name) = try? place(path, creating: false) else { return }
    _ = name.withCString { unlinkat(folder, $0, 0) }
  }
}
