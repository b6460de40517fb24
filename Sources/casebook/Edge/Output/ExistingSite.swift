import Glibc

/// The output folder as an earlier build, and others, left it.
struct ExistingSite {
  let root: Root
  /// `nil` for an empty folder that no build made.
  let manifest: SiteManifest?
  /// Files that no build wrote; they stay.
  let foreign: [String]

  /// Opens it; `nil` where there is none. A folder with files that no build wrote is refused: it may be somebody's work.
  static func open(_ name: DiskName, in parent: Root, shown: String) throws(CommandFailure) -> ExistingSite? {
    guard (try? FileKind(name, in: parent.descriptor)) != nil else { return nil }
    let root: Root
    let files: [String]
    do throws(SystemError) {
      root = Root(descriptor: try parent.open([name], O_RDONLY | O_DIRECTORY))
      files = try FolderListing.files(of: root)
    } catch {
      if error.code == ENOTDIR || error.code == ELOOP { throw CommandFailure("\(shown): not a folder") }
      throw CommandFailure("\(shown): \(error.message)")
    }
    guard let manifest = SiteManifest(of: root) else {
      guard files.isEmpty else {
        throw CommandFailure(
          "\(shown): holds files that no build wrote; they would be lost",
          help: "choose another folder with --output, or empty this one")
      }
      return ExistingSite(root: root, manifest: nil, foreign: [])
    }
    let known = Set(manifest.paths + [SiteManifest.fileName.text])
    return ExistingSite(root: root, manifest: manifest, foreign: files.filter { !known.contains($0) })
  }
}
