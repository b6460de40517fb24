import CasebookRender
import CasebookSource

/// The files of a site by path, each made when it is asked for, from any thread.
struct SitePages: Sendable {
  /// One file: a page of the plan, or an image that is copied.
  private enum Origin: Sendable {
    case page(Int)
    case image(DocumentSource)
  }

  /// Sorted by bytes.
  let paths: [String]
  private let origins: [Origin]
  private let plan: SitePlan

  init(_ plan: SitePlan, images: [DocumentSource]) {
    self.plan = plan
    var entries = plan.paths.enumerated().map { ($0.element, Origin.page($0.offset)) }
    entries += images.map { (Self.folder + $0.modelPath, .image($0)) }
    entries.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    paths = entries.map(\.0)
    origins = entries.map(\.1)
  }

  /// Where images lie in the site.
  static let folder = "files/"

  func bytes(at index: Int) throws(CommandFailure) -> [UInt8] {
    switch origins[index] {
    case .page(let page): return plan.bytes(at: page)
    case .image(let source):
      switch LibraryLoader.bytes(of: source) {
      case .read(let bytes): return bytes
      case .failed(let finding): throw CommandFailure("\(finding.path): \(finding.message)")
      }
    }
  }
}
