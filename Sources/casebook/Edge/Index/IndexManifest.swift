import CasebookSource
import Glibc

/// What an index was made from: settings, files beside the content, and every folder and document with its stamp.
///
/// A change within the clock's last steps before the listing may hide behind an equal time, so such a file gets a stamp
/// that nothing equals: the next search builds once more.
struct IndexManifest {
  private(set) var bytes: [UInt8] = []

  /// Describes a knowledge base before its documents are read.
  init(_ base: KnowledgeBase, started: Int64) {
    append(text: Array(Self.settings(base).utf8))
    let besides = Self.filesBeside(base)
    append(number: UInt64(besides.count))
    for path in besides {
      append(Self.stamp(path), started)
      append(text: Array(path.utf8))
    }
    append(number: UInt64(base.folders.count))
    var files: [[UInt8]: [DocumentSource]] = [:]
    for source in base.sources {
      files[DiskName.joined(Array(source.path.dropLast())), default: []].append(source)
    }
    for folder in base.folders {
      let path = DiskName.joined(folder.path)
      let documents = files[path] ?? []
      append(folder.stamp, started)
      append(text: path)
      append(number: UInt64(documents.count))
      guard let first = documents.first, let opened = try? first.root.open(folder.path, O_RDONLY | O_DIRECTORY) else {
        continue
      }
      defer { close(opened) }
      for document in documents {
        guard let name = document.path.last else { continue }
        append(name.withCString { FileStamp($0, in: opened) }, started)
        append(text: name.bytes)
      }
    }
  }

  /// Settings that change what is found, and what the checks have proved.
  static func settings(_ base: KnowledgeBase) -> String {
    "\(base.content)\n\(base.configuration.limits.documentBytes)\n\(base.proofDigest.value)"
  }

  /// Files beside the documents that an index depends on.
  static func filesBeside(_ base: KnowledgeBase) -> [String] {
    [Paths.join(base.root, KnowledgeBase.fileName)]
  }

  /// Stamp of a path; a link's target counts.
  static func stamp(_ path: String) -> FileStamp {
    var status = stat()
    return DiskName(text: path).withCString { stat($0, &status) } == 0 ? FileStamp(status) : .absent
  }

  private mutating func append(_ stamp: FileStamp, _ started: Int64) {
    let stamp = stamp.settled(before: started)
    append(number: UInt64(bitPattern: stamp.size))
    append(number: UInt64(bitPattern: stamp.modified))
    append(number: UInt64(bitPattern: stamp.changed))
    append(number: stamp.inode)
  }

  private mutating func append(number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text and its final zero.
  private mutating func append(text: [UInt8]) {
    bytes.append(contentsOf: text)
    bytes.append(0)
  }
}
