import CasebookSearch
import Glibc

/// The file with the index of a knowledge base: a cache that is always safe to delete.
///
/// Beside `casebook.yml` in `.casebook/`, which keeps itself out of version control; without a `casebook.yml` in the
/// user's cache folder. Whoever builds holds a lock, writes a new file, brings it to the disk and renames it: a reader
/// has the old or the new one, whole. Where nothing can be written, searches build in memory.
struct IndexStore {
  private static let fileName = "search.index"

  private let folder: Root

  /// Opens the folder, which is made where it is missing; `nil` where it cannot be.
  init?(_ base: KnowledgeBase) {
    guard let path = Self.place(of: base) else { return nil }
    guard let folder = Self.open(path) else { return nil }
    self.folder = folder
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

  private static func open(_ path: String) -> Root? {
    let isNew = FileKind(at: path) == nil
    guard make(path), let folder = try? Root(path) else { return nil }
    if isNew { try? write(Array("*\n".utf8), ".gitignore", in: folder) }
    return folder
  }

  private static func make(_ path: String) -> Bool {
    DiskName(text: path).withCString { mkdir($0, 0o777) } == 0 || FileKind(at: path) == .folder
  }

  /// Maps the index, if there is one that this build of the program wrote, and it is whole.
  func load() -> IndexFile? {
    let descriptor = Root.openAt(
      folder.descriptor, DiskName(text: Self.fileName), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, case .file(let size) = FileKind(status), size > 0 else { return nil }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else { return nil }
    let address = UInt(bitPattern: memory)
    let bytes = UnsafeRawBufferPointer(start: memory, count: size)
    let owner = IndexBytes(mapped: bytes) { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }
    return IndexFile(owner, build: IndexBuild.digest)
  }

  /// Puts an index in the place of the old one, unless somebody else is doing so.
  func save(_ file: IndexFile) {
    let lock = Root.openAt(
      folder.descriptor, DiskName(text: "search.lock"), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard lock >= 0 else { return }
    defer { close(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return }
    // What a killed process left under this name is overwritten: the lock died with it.
    let new = Self.fileName + ".new"
    let isWritten = file.withBytes { (try? Self.write($0, new, in: folder)) != nil }
    guard isWritten else {
      unlinkat(folder.descriptor, new, 0)
      return
    }
    renameat(folder.descriptor, new, folder.descriptor, Self.fileName)
  }

  private static func write(_ bytes: [UInt8], _ name: String, in folder: Root) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) { try write(bytes, name, in: folder) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, _ name: String, in folder: Root) throws(SystemError) {
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
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }
}
