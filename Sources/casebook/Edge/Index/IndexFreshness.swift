import Glibc

/// Compares a manifest with the disk: a stat for each folder and file, nothing read.
struct IndexFreshness {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  /// Folders met so far, and those of them whose own stamp differs, with the documents they had.
  private var folders: Set<[UInt8]> = []
  private var changed: [(path: [UInt8], documents: Set<[UInt8]>)] = []

  init(_ manifest: UnsafeRawBufferPointer) { bytes = manifest }

  /// Whether settings, files and folders are what they were.
  mutating func holds(for base: KnowledgeBase) -> Bool {
    guard let settings = text(), string(settings) == IndexManifest.settings(base) else { return false }
    let besides = IndexManifest.filesBeside(base)
    guard number() == UInt64(besides.count) else { return false }
    for path in besides {
      let known = stamp()
      guard let name = text(), string(name) == path, known == IndexManifest.stamp(path) else { return false }
    }
    guard let content = try? Root(base.content) else { return false }
    var left = number()
    while left > 0 {
      guard folderHolds(in: content) else { return false }
      left -= 1
    }
    // A folder that changed may still hold the same documents: an editor's file came and went.
    return offset == bytes.count && changed.allSatisfy { holdsOnly($0.documents, $0.path, in: content) }
  }

  private mutating func folderHolds(in content: Root) -> Bool {
    let known = stamp()
    guard let path = text() else { return false }
    let folder = SystemCall.retrying {
      path.pointee == 0
        ? openat(content.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        : openat(content.descriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard folder >= 0 else { return false }
    defer { close(folder) }
    guard let stamp = FileStamp(of: folder), stamp.inode == known.inode else { return false }
    let name = Self.bytes(path)
    folders.insert(name)
    var documents: Set<[UInt8]> = []
    var left = number()
    while left > 0 {
      let known = self.stamp()
      guard let name = text(), FileStamp(name, in: folder) == known else { return false }
      if stamp != known { documents.insert(Self.bytes(name)) }
      left -= 1
    }
    if stamp != known { changed.append((name, documents)) }
    return true
  }

  /// Whether a folder holds no other documents and folders than those that are known.
  private func holdsOnly(_ documents: Set<[UInt8]>, _ path: [UInt8], in content: Root) -> Bool {
    let components = DiskName.components(DiskName.text(path))
    guard let folder = try? content.open(components, O_RDONLY | O_DIRECTORY) else { return false }
    defer { close(folder) }
    guard let names = try? DirectoryWalk.names(of: folder) else { return false }
    return names.allSatisfy { name in
      if name.isHidden || documents.contains(name.bytes) { return true }
      guard let kind = try? FileKind(name, in: folder) else { return false }
      if kind == .folder {
        return folders.contains(DiskName.joined(components + [name])) || isSite(components + [name], in: content)
      }
      return !name.isMarkdown
    }
  }

  /// Whether a folder is what a build wrote.
  private func isSite(_ path: [DiskName], in content: Root) -> Bool {
    guard let manifest = try? content.open(path + [SiteManifest.fileName], O_RDONLY) else { return false }
    close(manifest)
    return true
  }

  private mutating func number() -> UInt64 {
    guard offset + 8 <= bytes.count else { return 0 }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private mutating func stamp() -> FileStamp {
    FileStamp(
      size: Int64(bitPattern: number()), modified: Int64(bitPattern: number()), changed: Int64(bitPattern: number()),
      inode: number())
  }

  /// A text that ends in a zero, where it stands.
  private mutating func text() -> UnsafePointer<CChar>? {
    guard offset < bytes.count, let base = bytes.baseAddress else { return nil }
    let length = strnlen((base + offset).assumingMemoryBound(to: CChar.self), bytes.count - offset)
    guard offset + length < bytes.count else { return nil }
    defer { offset += length + 1 }
    return (base + offset).assumingMemoryBound(to: CChar.self)
  }

  private func string(_ text: UnsafePointer<CChar>) -> String { String(cString: text) }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }
}
