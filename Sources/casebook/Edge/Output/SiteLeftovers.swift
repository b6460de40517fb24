import Glibc

/// What builds that were killed left beside the output folder.
struct SiteLeftovers {
  let parent: Root
  let name: DiskName

  /// Puts back a site that was caught between two renames, and removes half-made ones whose process is gone.
  func tidy() {
    let old = SiteSwap.oldName(of: name)
    let names = (try? DirectoryWalk.names(of: parent.descriptor)) ?? []
    if names.contains(old) {
      if names.contains(name) {
        FolderRemoval.remove(old, in: parent)
      } else {
        _ = old.withCString { from in name.withCString { renameat(parent.descriptor, from, parent.descriptor, $0) } }
      }
    }
    let prefix = Array(".\(name.text).next-".utf8)
    for found in names where found.bytes.starts(with: prefix) {
      guard let process = pid_t(String(decoding: found.bytes.dropFirst(prefix.count), as: UTF8.self)) else { continue }
      let isAlive = process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
      if !isAlive { FolderRemoval.remove(found, in: parent) }
    }
  }
}
