import CasebookSource
import Glibc

/// Reads one file that the user named, or standard input.
enum OneFile {
  static func read(_ path: String) throws(CommandFailure) -> SourceFile {
    if path == "-" { return SourceFile(path: "stdin", bytes: try StandardInput.read(limit: LibraryLoader.largestFile)) }
    guard let kind = FileKind(at: path), let real = Paths.real(path) else {
      throw CommandFailure("\(path): \(SystemError().message)", help: GivenPath.near(path))
    }
    guard case .file = kind else { throw CommandFailure("\(path): only regular files are read; this is \(kind.noun)") }
    let root: Root
    do throws(SystemError) {
      root = try Root(Paths.parent(real))
    } catch {
      throw CommandFailure("\(path): \(error.message)")
    }
    let source = DocumentSource(root: root, path: [DiskName(text: Paths.name(real))], modelPath: path)
    switch LibraryLoader.bytes(of: source) {
    case .read(let bytes): return SourceFile(path: path, bytes: bytes)
    case .failed(let finding): throw CommandFailure("\(path): \(finding.message)")
    }
  }
}
