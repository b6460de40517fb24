import Glibc

/// The Markdown files below a folder, sorted by bytes, and what was left out that looks like one.
///
/// Names are bytes from `readdir`, since a name need not be UTF-8. Folders that begin with a dot are skipped silently,
/// links are never followed.
struct DirectoryWalk {
  struct Found {
    var path: [DiskName]
    /// Bytes of a picture; of a document only its reader asks.
    var size: Int
  }

  struct Skipped {
    enum Reason {
      case special(FileKind)
      case tooDeep
      case unreadable(SystemError)
    }

    var path: [DiskName]
    var reason: Reason
  }

  private(set) var files: [Found] = []
  /// Pictures that a page may show.
  private(set) var images: [Found] = []
  private(set) var skipped: [Skipped] = []
  /// Folders that were read, with what the disk said of them before they were listed.
  private(set) var folders: [(path: [DiskName], stamp: FileStamp)] = []

  /// Folders inside each other that are read; a path of the disk is not longer.
  private static let depth = 64

  /// Walks from a folder below the root; a folder that a build wrote is no content.
  init(_ root: Root, from start: [DiskName] = []) {
    var pending = [start]
    while let path = pending.popLast() {
      do throws(SystemError) {
        let folder = try root.open(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        let stamp = FileStamp(of: folder)
        let entries = try Self.entries(of: folder)
        if entries.contains(where: { $0.name == SiteManifest.fileName }) { continue }
        if let stamp { self.folders.append((path, stamp)) }
        var folders: [[DiskName]] = []
        for (name, isFile) in entries where !name.isHidden {
          // Most names are documents, and the folder says so itself.
          if isFile, !name.isImage {
            if name.isMarkdown { files.append(Found(path: path + [name], size: 0)) }
            continue
          }
          guard let kind = try? FileKind(name, in: folder) else { continue }
          if kind == .link, FileKind.ofTarget(name, in: folder) == .folder {
            skipped.append(Skipped(path: path + [name], reason: .special(kind)))
          } else {
            visit(path + [name], kind, folders: &folders)
          }
        }
        pending += folders
      } catch {
        skipped.append(Skipped(path: path, reason: .unreadable(error)))
      }
    }
    files.sort { Self.isBefore($0.path, $1.path) }
    skipped.sort { Self.isBefore($0.path, $1.path) }
  }

  private mutating func visit(_ path: [DiskName], _ kind: FileKind, folders: inout [[DiskName]]) {
    let looksLikeMarkdown = path.last?.isMarkdown ?? false
    switch kind {
    case .file(let size):
      if looksLikeMarkdown { files.append(Found(path: path, size: size)) }
      if path.last?.isImage == true { images.append(Found(path: path, size: size)) }
    case .folder where looksLikeMarkdown: skipped.append(Skipped(path: path, reason: .special(kind)))
    case .folder where path.count >= Self.depth: skipped.append(Skipped(path: path, reason: .tooDeep))
    case .folder: folders.append(path)
    case .link, .fifo, .socket, .device:
      if looksLikeMarkdown { skipped.append(Skipped(path: path, reason: .special(kind))) }
    }
  }

  /// Names in an open folder, without `.` and `..`; takes no descriptor from the caller.
  static func names(of folder: Int32) throws(SystemError) -> [DiskName] { try entries(of: folder).map(\.name) }

  /// The same, with whether the folder says that a name is a regular file; not every file system does.
  private static func entries(of folder: Int32) throws(SystemError) -> [(name: DiskName, isFile: Bool)] {
    let copy = dup(folder)
    guard copy >= 0, let stream = fdopendir(copy) else { throw SystemError() }
    defer { closedir(stream) }
    // The copy shares its place in the folder with the descriptor, which may have been read before.
    rewinddir(stream)
    var entries: [(name: DiskName, isFile: Bool)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError() }
        break
      }
      let name = Self.name(of: entry)
      if name != [0x2E], name != [0x2E, 0x2E] {
        entries.append((DiskName(bytes: name), Int(entry.pointee.d_type) == DT_REG))
      }
    }
    return entries
  }

  /// The bytes of a directory entry's name.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafePointer(to: &entry.pointee.d_name) { field in
      field.withMemoryRebound(to: CChar.self, capacity: 256) { text in
        UnsafeBufferPointer(start: text, count: strnlen(text, 256)).map { UInt8(bitPattern: $0) }
      }
    }
  }

  /// The order of paths as text with `/`, byte by byte.
  static func isBefore(_ a: [DiskName], _ b: [DiskName]) -> Bool {
    let slash = UInt8(ascii: "/")
    for index in 0..<min(a.count, b.count) where a[index] != b[index] {
      let (first, second) = (a[index].bytes, b[index].bytes)
      let common = min(first.count, second.count)
      let order = memcmp(first, second, common)
      if order != 0 { return order < 0 }
      // One name begins the other: behind it stands a slash, or nothing.
      if first.count == common { return index == a.count - 1 || slash < second[common] }
      return index < b.count - 1 && first[common] < slash
    }
    return a.count < b.count
  }
}
