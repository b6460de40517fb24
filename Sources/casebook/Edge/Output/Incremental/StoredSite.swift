import CasebookSource
import Glibc

/// The cache of the last build, mapped and read no further than is asked for.
struct StoredSite {
  /// A folder of the site as it was left.
  struct Folder {
    var path: String
    var stamp: OutputStamp
    var twin: OutputStamp?
    var files: [File]
  }

  /// A file; its name ends in a zero.
  struct File {
    var name: UnsafeRawBufferPointer
    var stamp: OutputStamp
  }

  private let memory: MappedFile
  let settings: UInt64
  let others: [(path: String, count: Int)]
  let images: [(path: String, stamp: FileStamp)]
  let folders: [Folder]
  let documents: [StoredDocument]

  /// Reads a cache; `nil` for one that is damaged or that another program wrote.
  init?(_ memory: MappedFile) {
    let bytes = memory.bytes
    let mark = SiteCache.mark
    guard bytes.count > mark.count + 1, bytes.prefix(mark.count).elementsEqual(mark) else { return nil }
    let length = Int(bytes[mark.count])
    let start = mark.count + 1 + length
    guard start <= bytes.count else { return nil }
    var checksum = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[(mark.count + 1)..<start]))
    let wanted: UInt64 = checksum.number()
    let payload = UnsafeRawBufferPointer(rebasing: bytes[start...])
    guard checksum.isFinished, ContentDigest(payload).value == wanted else { return nil }
    var record = RecordReader(payload)
    guard record.number() == IndexBuild.digest else { return nil }
    settings = record.number()
    others = record.list { record in
      let path = record.text()
      return (path, record.number())
    }
    images = record.list { record in
      let path = record.text()
      return (path, record.stamp())
    }
    folders = record.list { record in
      let path = record.text()
      let stamp = record.outputStamp()
      let twin = record.optional { $0.outputStamp() }
      let files = record.list { record in
        let name = record.data()
        return File(name: name, stamp: record.outputStamp())
      }
      return Folder(path: path, stamp: stamp, twin: twin, files: files)
    }
    var isWhole = true
    documents = record.list { record -> StoredDocument? in
      let document = StoredDocument(record.data())
      if document == nil { isWhole = false }
      return document
    }.compactMap(\.self)
    guard isWhole, record.isFinished else { return nil }
    self.memory = memory
  }

  /// All files by path, the list of them included.
  var paths: [String] {
    folders.flatMap { folder in
      folder.files.map { file in
        let name = String(decoding: file.name.dropLast(), as: UTF8.self)
        return folder.path.isEmpty ? name : folder.path + "/" + name
      }
    }
  }

  /// Number of files, the list of them left out.
  var count: Int { max(0, folders.reduce(0) { $0 + $1.files.count } - 1) }
}

/// A file mapped into memory for as long as somebody holds it.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// Maps a file of a folder; `nil` where it can't be.
  init?(_ name: String, in folder: Root) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = Root.openAt(folder.descriptor, DiskName(text: name), flags)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, case .file(let size) = FileKind(status), size > 0 else { return nil }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: memory, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
