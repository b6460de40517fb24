import Synchronization

/// The search data of a previewed site, made when a reader first searches: most saves are looked at and never searched.
final class SearchOnDemand: Sendable {
  private let files = Mutex<[String: [UInt8]]?>(nil)
  private let base: KnowledgeBase
  private let started: Int64
  private let pages: [(document: String, caseIndex: Int, path: String)]

  /// Takes a knowledge base that was listed after `started`, and the pages of its cases.
  init(_ base: KnowledgeBase, started: Int64, pages: [(document: String, caseIndex: Int, path: String)]) {
    self.base = base
    self.started = started
    self.pages = pages
  }

  /// One file of the data; who asks while it is made waits for it.
  func bytes(at path: String) -> [UInt8]? {
    files.withLock { files in
      if let files { return files[path] }
      let made = (try? SiteSearch(base, started: started, pages: pages))?.files ?? []
      let byPath = Dictionary(made.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
      files = byPath
      return byPath[path]
    }
  }
}
