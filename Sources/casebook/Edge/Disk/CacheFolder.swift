import Glibc

/// The folder for what can be made anew: beside `casebook.yml` in `.casebook/`, which keeps itself out of version control;
/// without a `casebook.yml` in the user's cache folder.
enum CacheFolder {
  /// Opens the folder, which is made where it is missing; `nil` where it cannot be.
  static func open(_ base: KnowledgeBase) -> Root? {
    guard let path = place(of: base) else { return nil }
    let isNew = FileKind(at: path) == nil
    guard make(path), let folder = try? Root(path) else { return nil }
    if isNew { try? OutputFolder(folder).create(Array("*\n".utf8), at: ".gitignore") }
    return folder
  }

  private static func place(of base: KnowledgeBase) -> String? {
    if case .file = FileKind(at: Paths.join(base.root, KnowledgeBase.fileName)) {
      return Paths.join(base.root, ".casebook")
    }
    let caches: String
    if let path = Environment.value("XDG_CACHE_HOME"), path.hasPrefix("/") {
      caches = path
    } else if let home = Environment.value("HOME"), home.hasPrefix("/") {
      caches = Paths.join(home, ".cache")
      guard Self.make(caches) else { return nil }
    } else {
      return nil
    }
    guard make(Paths.join(caches, "casebook")) else { return nil }
    return Paths.join(caches, "casebook/" + IndexBuild.name(of: base.root + "\n" + base.content))
  }

  private static func make(_ path: String) -> Bool {
    DiskName(text: path).withCString { mkdir($0, 0o777) } == 0 || FileKind(at: path) == .folder
  }

  /// Writes a file of the folder, and waits until it is on the disk if asked to.
  static func write(
    _ bytes: UnsafeRawBufferPointer, _ name: String, in folder: Root, syncs: Bool = true
  ) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = Root.openAt(folder.descriptor, DiskName(text: name), flags, 0o666)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = SystemCall.retrying {
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 { throw SystemError() }
      written += count
    }
    guard !syncs || fsync(descriptor) == 0 else { throw SystemError() }
  }
}
