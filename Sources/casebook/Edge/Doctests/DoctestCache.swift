import CasebookSource
import Glibc

/// Digests of doctests that have passed, in a file that is always safe to delete: an unchanged block is not run again.
///
/// Only what ran and passed is in it, by one compiler; a block that failed runs each time, so that its output can be shown.
struct DoctestCache {
  private static let fileName = "doctests"
  private static let title = "casebook.doctests/1"
  private static let largest = 8 << 20

  private let folder: Root?
  private let compiler: String
  private(set) var passed: Set<String> = []

  init(_ base: KnowledgeBase, compiler: SwiftCompiler) {
    folder = CacheFolder.open(base)
    self.compiler = compiler.identity
    guard let folder else { return }
    let descriptor = Root.openAt(
      folder.descriptor, DiskName(text: Self.fileName), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = (try? SystemCall.readToEnd(descriptor, expected: 4 << 10, limit: Self.largest)) ?? []
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == "\(Self.title) \(self.compiler)" else { return }
    passed = Set(lines.dropFirst().filter { $0.utf8.count == 64 })
  }

  /// Puts new knowledge in the place of the old; where nothing can be written, the next run does the work again.
  mutating func save(_ digests: Set<String>) {
    guard digests != passed else { return }
    passed = digests
    guard let folder else { return }
    let text = (["\(Self.title) \(compiler)"] + digests.sorted()).joined(separator: "\n") + "\n"
    try? OutputFolder(folder).replace(Self.fileName, with: Array(text.utf8))
  }
}
