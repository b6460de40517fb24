import CasebookSource

/// A file of the site as a build left it.
struct OutputRecord {
  var path: String
  var stamp: OutputStamp
}

/// What the disk says of a file of the site; the time of the inode's last change is left out, since a second name changes it.
struct OutputStamp: Equatable {
  var size: Int64
  var modified: Int64
  var inode: UInt64

  init(_ stamp: FileStamp) {
    size = stamp.size
    modified = stamp.modified
    inode = stamp.inode
  }

  init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

extension RecordWriter {
  mutating func output(_ output: OutputRecord) {
    text(output.path)
    outputStamp(output.stamp)
  }

  mutating func outputStamp(_ stamp: OutputStamp) {
    for number in [UInt64(bitPattern: stamp.size), UInt64(bitPattern: stamp.modified), stamp.inode] {
      self.number(number)
    }
  }
}

extension RecordReader {
  mutating func outputStamp() -> OutputStamp {
    OutputStamp(size: Int64(bitPattern: number()), modified: Int64(bitPattern: number()), inode: number())
  }
}
