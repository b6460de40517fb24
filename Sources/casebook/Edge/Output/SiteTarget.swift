/// Where a site may go: neither into what it is made from, nor round it.
enum SiteTarget {
  /// The output folder as a real path whose last parts need not exist.
  static func find(_ base: KnowledgeBase) throws(CommandFailure) -> String {
    let setting = base.configuration.output
    let target = Paths.realOfFuture(Paths.join(base.root, setting?.value ?? "site"))
    let shown = Paths.shown(target)
    let content = Paths.shown(base.content)
    if target == base.content {
      throw CommandFailure("the output folder '\(shown)' is the content folder itself", help: help(base))
    }
    if Paths.relative(base.content, to: target) != nil || Paths.relative(base.root, to: target) != nil {
      throw CommandFailure("the output folder '\(shown)' holds what the site is made from", help: help(base))
    }
    // The default folder of a folder of Markdown lies inside it, and is passed over when the content is read.
    if Paths.relative(target, to: base.content) != nil, setting != nil {
      throw CommandFailure("the output folder '\(shown)' lies inside the content folder '\(content)'", help: help(base))
    }
    if let templates = base.templates, Paths.relative(target, to: templates) != nil {
      throw CommandFailure("the output folder '\(shown)' lies inside the templates", help: help(base))
    }
    return target
  }

  private static func help(_ base: KnowledgeBase) -> String {
    let beside = Paths.join(Paths.parent(base.content), "site")
    return "name another one: --output \(Paths.shown(beside == base.content ? beside + "-built" : beside))"
  }
}
