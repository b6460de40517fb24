import CasebookModel
import CasebookSource

/// Finds the case that a user means.
enum CaseLookup {
  /// By id or alias, then by what its id or title begins with, if only one case does.
  static func find(_ name: String, in library: CaseLibrary) -> (document: CaseDocument, case: RawCase)? {
    if let exact = library.find(name) { return exact }
    let slug = Slug.make(name)
    if let exact = library.find(slug) { return exact }
    guard slug.utf8.count >= 3 else { return nil }
    let near = library.cases.filter { $0.case.id.hasPrefix(slug) || Slug.make($0.case.title.value) == slug }
    return near.count == 1 ? near.first : nil
  }
}
