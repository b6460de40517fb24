import Glibc

/// The folder for what can be made anew: beside `casebook.yml` in `.casebook/`, which keeps itself out of version control;
/// without a `casebook.yml` in the user's cache folder.
enum CacheFolder {
  /// Opens the folder, which is made where it is missing; `nil` where it cannot be.
  static func open(_ base: KnowledgeBase) -> Root? {
    guard let path = place(of: base) else { return nil }
    let isNew = FileKind(at: path) == nil
    guard make(path), let folder = try? Root(path) else { return nil }
    if isNew { try? OutputFolder(folder).create(Array("*\n".utf8), at: ".gitignore") }
    return folder
  }

  private static func place(of base: KnowledgeBase) -> String? {
    if case .file = FileKind(at: Paths.join(base.root, KnowledgeBase.fileName)) {
      return Paths.join(base.root, ".casebook")
    }
    let caches: String
    if let path = Environment.value("XDG_CACHE_HOME"), path.hasPrefix("/") {
      caches = path
    } else if let home = Environment.value("HOME"), home.hasPrefix("/") {
      caches = Paths.join(home, ".cache")
      guard Self.make(caches) else { return nil }
    } else {
      return nil
    }
    guard make(Paths.join(caches, "casebook")) else { return nil }
    return Paths.join(caches, "casebook/" + IndexBuild.name(of: base.root + "\n" + base.content))
  }

  private static func make(_ path: String) -> Bool {
    DiskName(text: path).withCString { mkdir($0, 0o777) } == 0 || FileKind(at: path) == .folder
  }
}
