import Glibc

/// The place of a site's cache and twin; whoever holds it is the only build that may use them.
///
/// Both are always safe to delete. Where the folder can't be made, or another build is at work, everything is built anew.
struct SiteStore {
  static let cacheName = "site.cache"
  static let twinName = DiskName(text: "site.twin")

  let folder: Root
  /// Held as long as this value lives: the lock goes with the descriptor.
  private let lock: Root

  init?(_ base: KnowledgeBase) {
    guard let folder = CacheFolder.open(base) else { return nil }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let descriptor = Root.openAt(folder.descriptor, DiskName(text: "site.lock"), flags, 0o666)
    guard descriptor >= 0 else { return nil }
    lock = Root(descriptor: descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    self.folder = folder
  }

  func load() -> StoredSite? { MappedFile(Self.cacheName, in: folder).flatMap(StoredSite.init) }

  /// Replaces the cache; where that fails there is none, and the next build is a full one.
  func save(_ cache: SiteCache) {
    let new = Self.cacheName + ".new"
    let isWritten = cache.bytes.withUnsafeBytes { (try? CacheFolder.write($0, new, in: folder, syncs: false)) != nil }
    let isPlaced = isWritten && renameat(folder.descriptor, new, folder.descriptor, Self.cacheName) == 0
    if !isPlaced {
      unlinkat(folder.descriptor, new, 0)
      forget()
    }
  }

  /// Drops the cache.
  func forget() { unlinkat(folder.descriptor, Self.cacheName, 0) }
}
