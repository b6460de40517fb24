import CasebookSource
import Glibc

/// What a build leaves for the next one, as one file: settings, every document's record, every file of the site.
///
/// It begins with a mark, a checksum over all that follows, and the build of the program: a file that is damaged or that
/// another program wrote is as good as none, and everything is built anew.
struct SiteCache {
  /// Digest of all that every page depends on.
  var settings: UInt64
  /// Error findings that are about the library, or about files, by path.
  var others: [(path: String, count: Int)]
  /// Records of the documents in the order of their paths, new or as the last cache held them.
  var documents: [[UInt8]]
  /// Pictures that the site holds, with their stamps in the order of their paths.
  var images: [(path: String, stamp: FileStamp)]
  var site: SiteListing

  static let mark = Array("casebook-site-cache/1\n".utf8)

  var bytes: [UInt8] {
    var payload = RecordWriter(capacity: 1 << 20)
    payload.number(IndexBuild.digest)
    payload.number(settings)
    payload.list(others) { record, other in
      record.text(other.path)
      record.number(other.count)
    }
    payload.list(images) { record, image in
      record.text(image.path)
      record.stamp(image.stamp)
    }
    site.write(to: &payload)
    payload.list(documents) { $0.data($1) }
    var checksum = RecordWriter()
    checksum.number(ContentDigest(payload.bytes).value)
    return Self.mark + [UInt8(checksum.bytes.count)] + checksum.bytes + payload.bytes
  }
}

/// The files of the site as a build left them, by folder, and the stamps of the folders themselves.
struct SiteListing {
  /// A folder of the site: its own files, by name.
  struct Folder {
    var path: String
    var stamp: OutputStamp
    /// Stamp of the same folder of the site's twin, where there is one.
    var twin: OutputStamp?
    var files: [(name: DiskName, stamp: OutputStamp)]
  }

  var folders: [Folder]

  func write(to record: inout RecordWriter) {
    record.list(folders) { record, folder in
      record.text(folder.path)
      record.outputStamp(folder.stamp)
      record.optional(folder.twin) { $0.outputStamp($1) }
      record.list(folder.files) { record, file in
        // With its final zero, as the disk takes it.
        record.data(file.name.bytes + [0])
        record.outputStamp(file.stamp)
      }
    }
  }
}
