import CasebookSource

extension SiteRenderer {
  /// The pictures that some page shows, of those that there are: only they need to be copied.
  package func images(shownBy faces: [DocumentFace]) -> Set<String> {
    var shown: Set<String> = []
    for face in faces {
      for page in face.cases.map(\.page) + [face.page].compactMap(\.self) where page.areImages.contains(true) {
        for (target, isImage) in zip(page.links, page.areImages) where isImage {
          guard case .relative(let address) = target, let path = LinkResolver.path(toImage: address, from: face.path)
          else { continue }
          if configuration.images.contains(path) { shown.insert(path) }
        }
      }
    }
    return shown
  }
}
