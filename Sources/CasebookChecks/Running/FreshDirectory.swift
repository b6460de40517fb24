import FoundationEssentials
import Glibc

/// An empty directory for one variant: in memory where there is one, since syncs cost a hundred times as much on a disk.
struct FreshDirectory {
  let path: String

  /// Throws where no directory for temporary files can be written.
  init() throws {
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    for parent in ["/dev/shm", temporary] where access(parent, W_OK | X_OK) == 0 {
      var template = Array((parent + "/casebook-check-XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { continue }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return
    }
    throw RunnerFault("no directory for temporary files can be written: /dev/shm, \(temporary)")
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Bytes that the files below it take, as far as they can be read.
  var size: Int {
    var open = [path]
    var total = 0
    while let folder = open.popLast() {
      for name in ProcFS.names(folder) {
        var status = stat()
        let file = folder + "/" + name
        guard lstat(file, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { open.append(file) } else { total += Int(status.st_blocks) * 512 }
      }
    }
    return total
  }
}

/// Why a variant could not be started at all.
struct RunnerFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
