import CasebookSearch
import Glibc

/// The file with the index of a knowledge base: a cache that is always safe to delete.
///
/// It lies in the cache folder. Whoever builds holds a lock, writes a new file, brings it to the disk and renames it: a
/// reader has the old or the new one, whole. Where nothing can be written, searches build in memory.
struct IndexStore {
  private static let fileName = "search.index"

  private let folder: Root

  /// Opens the folder, which is made where it is missing; `nil` where it cannot be.
  init?(_ base: KnowledgeBase) {
    guard let folder = CacheFolder.open(base) else { return nil }
    self.folder = folder
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
    let isWritten = file.withBytes { (try? CacheFolder.write($0, new, in: folder)) != nil }
    guard isWritten else {
      unlinkat(folder.descriptor, new, 0)
      return
    }
    renameat(folder.descriptor, new, folder.descriptor, Self.fileName)
  }
}
