import Glibc

/// The last resort where a folder can neither be exchanged nor renamed, a mount point for one: file by file.
struct SiteInPlace {
  let target: String
  let old: ExistingSite
  let new: Root

  /// Replaces each file by a rename, removes what is no longer made, and writes the list of files last.
  ///
  /// What is new stands on the list before it is there: a build that stops half-way leaves no file that nobody owns.
  func replace(_ manifest: SiteManifest, _ isSame: [Bool]) throws(CommandFailure) {
    let oldFolder = OutputFolder(old.root)
    let newFolder = OutputFolder(new)
    let oldPaths = old.manifest?.paths ?? []
    do throws(SystemError) {
      let both = Set(manifest.paths).union(oldPaths).sorted()
      try oldFolder.replace(SiteManifest.fileName.text, with: SiteManifest(paths: both).bytes)
      for (path, isSame) in zip(manifest.paths, isSame) where !isSame {
        if Interruption.isWanted { throw SystemError(EINTR) }
        try oldFolder.replace(path, with: try newFolder.contents(of: path))
      }
      for path in Set(oldPaths).subtracting(manifest.paths) { oldFolder.remove(path) }
      try oldFolder.replace(SiteManifest.fileName.text, with: manifest.bytes)
    } catch {
      throw CommandFailure("\(Paths.shown(target)): \(error.message); build again to finish the replacement")
    }
  }
}
