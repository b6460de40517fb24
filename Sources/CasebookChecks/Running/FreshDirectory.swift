import FoundationEssentials
import Glibc

/// An empty directory for one variant: in memory where there is one, since syncs cost a hundred times as much on a disk.
///
/// Its name bears the process that made it, so that one which was killed leaves nothing that the next can't tidy.
struct FreshDirectory {
  private static let prefix = "casebook-check-"

  let path: String

  /// Throws where no directory for temporary files can be written.
  init() throws {
    for parent in Self.parents where access(parent, W_OK | X_OK) == 0 {
      var template = Array("\(parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { continue }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return
    }
    throw RunnerFault("no directory for temporary files can be written: \(Self.parents.joined(separator: ", "))")
  }

  private init(existing path: String) { self.path = path }

  private static var parents: [String] {
    ["/dev/shm", getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"]
  }

  /// Removes what processes left that are no more: `casebook-check-4711-x7Qa3b` where no process 4711 is.
  static func tidy() {
    for parent in parents {
      for name in ProcFS.names(parent) where name.hasPrefix(prefix) {
        guard let owner = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), owner > 0,
          kill(owner, 0) != 0, errno == ESRCH
        else { continue }
        FreshDirectory(existing: "\(parent)/\(name)").remove()
      }
    }
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
