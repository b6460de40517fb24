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

  /// Removes it with all that is in it, folders that were closed on purpose too.
  func remove() {
    guard (try? FileManager.default.removeItem(atPath: path)) == nil else { return }
    var open = [path]
    while let folder = open.popLast() {
      chmod(folder, 0o700)
      for name in ProcFS.names(folder) {
        var status = stat()
        guard lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
        open.append(folder + "/" + name)
      }
    }
    try? FileManager.default.removeItem(atPath: path)
  }

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
