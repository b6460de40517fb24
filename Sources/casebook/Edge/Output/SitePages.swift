import CasebookRender
import CasebookSource

/// The files of a site by path, each made when it is asked for, from any thread.
struct SitePages: Sendable {
  /// Sorted by bytes.
  let paths: [String]
  /// Of each file, whether the site that is there is known to hold it already, so that nobody makes it again.
  var isKnown: [Bool]
  private let make: @Sendable (Int) throws -> [UInt8]

  /// Where images lie in the site.
  static let folder = "files/"

  init(paths: [String], isKnown: [Bool], make: @escaping @Sendable (Int) throws -> [UInt8]) {
    self.paths = paths
    self.isKnown = isKnown
    self.make = make
  }

  func bytes(at index: Int) throws(CommandFailure) -> [UInt8] {
    do {
      return try make(index)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("\(paths[index]): \(error)")
    }
  }
}

/// A plan of pages with the images that are copied beside them, in the order of paths.
struct SiteFiles: Sendable {
  /// One file: a page of the plan, or an image.
  private enum Origin: Sendable {
    case page(Int)
    case image(DocumentSource)
    case search(Int)
  }

  let paths: [String]
  private let origins: [Origin]
  private(set) var plan: SitePlan

  private let search: [[UInt8]]

  init(_ plan: SitePlan, images: [DocumentSource], search: [(path: String, bytes: [UInt8])] = []) {
    self.plan = plan
    self.search = search.map(\.bytes)
    var entries = plan.paths.enumerated().map { ($0.element, Origin.page($0.offset)) }
    entries += images.map { (SitePages.folder + $0.modelPath, .image($0)) }
    entries += search.enumerated().map { ($0.element.path, .search($0.offset)) }
    entries.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    paths = entries.map(\.0)
    origins = entries.map(\.1)
  }

  /// Of the file at an index, the page of one document that it is.
  func ownPage(at index: Int) -> SitePlan.OwnPage? {
    switch origins[index] {
    case .page(let page): plan.ownPage(at: page)
    case .image, .search: nil
    }
  }

  /// Takes the body of a document whose pages are to be made.
  mutating func add(_ body: DocumentBody, at document: Int) { plan.bodies[document] = body }

  func pages(isKnown: [Bool]? = nil) -> SitePages {
    SitePages(paths: paths, isKnown: isKnown ?? paths.map { _ in false }) { index in
      switch origins[index] {
      case .page(let page): return plan.bytes(at: page)
      case .search(let file): return search[file]
      case .image(let source):
        switch LibraryLoader.bytes(of: source) {
        case .read(let bytes): return bytes
        case .failed(let finding): throw CommandFailure("\(finding.path): \(finding.message)")
        }
      }
    }
  }
}
