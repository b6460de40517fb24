import CasebookSource

extension SiteRenderer {
  /// The pictures that some page shows, of those that there are: only they need to be copied.
  package func images(shownBy bodies: [DocumentBody]) -> Set<String> {
    var shown: Set<String> = []
    for body in bodies {
      for link in body.cases.lazy.flatMap(\.body.links) + (body.page?.links ?? []) where link.isImage {
        guard case .relative(let address) = link.target, let path = LinkResolver.path(toImage: address, from: body.path)
        else {
          continue
        }
        if configuration.images.contains(path) { shown.insert(path) }
      }
    }
    return shown
  }
}
