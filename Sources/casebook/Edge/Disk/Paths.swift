import Glibc

/// Paths as the user writes them, made absolute and compared.
enum Paths {
  /// The working folder.
  static let working: String =
    getcwd(nil, 0).map { pointer in
      defer { free(pointer) }
      return DiskName.text(
        Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { UInt8(bitPattern: $0) }))
    } ?? "."

  /// The working folder without links, asked once.
  static let realWorking = real(working) ?? working

  /// Resolves links and `..`; `nil` where nothing is there.
  static func real(_ path: String) -> String? {
    DiskName(text: path).withCString { path in
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return DiskName.text(
          Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { UInt8(bitPattern: $0) }))
      }
    }
  }

  /// Resolves a path whose last parts need not exist yet: `/tmp/link/new/site` → `/data/new/site`.
  static func realOfFuture(_ path: String) -> String {
    if let real = real(path) { return real }
    let absolute = path.hasPrefix("/") ? path : working + "/" + path
    var parts = absolute.split(separator: "/").map(String.init)
    var missing: [String] = []
    while let last = parts.popLast() {
      missing.insert(last, at: 0)
      if let real = real("/" + parts.joined(separator: "/")) {
        var resolved = real.split(separator: "/").map(String.init)
        for part in missing where part != "." {
          if part == ".." { _ = resolved.popLast() } else { resolved.append(part) }
        }
        return "/" + resolved.joined(separator: "/")
      }
    }
    return absolute
  }

  /// Joins a base and a path; an absolute path stands for itself.
  static func join(_ base: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.isEmpty || path == "." { return base }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// The part of a path below a folder, both real: `/a/b/c` below `/a` → `b/c`; `""` for the folder itself.
  static func relative(_ path: String, to folder: String) -> String? {
    // Bytes: neither a path nor a folder ends inside a letter.
    let (path, folder) = (path.utf8, folder.utf8)
    guard path.starts(with: folder) else { return nil }
    let rest = path.dropFirst(folder.count)
    guard let next = rest.first else { return "" }
    if folder.last == UInt8(ascii: "/") { return String(Substring(rest)) }
    return next == UInt8(ascii: "/") ? String(Substring(rest.dropFirst())) : nil
  }

  /// The shortest way to name a real path from the working folder: below it relative, nearby with `..`, else absolute.
  static func shown(_ path: String) -> String {
    let here = realWorking
    if let below = relative(path, to: here) { return below.isEmpty ? "." : below }
    var climb = here
    var dots = ""
    for _ in 0..<3 {
      climb = parent(climb)
      dots += dots.isEmpty ? ".." : "/.."
      if climb == "/" { break }
      if let below = relative(path, to: climb) { return below.isEmpty ? dots : dots + "/" + below }
    }
    return path
  }

  /// `shown` for paths below a folder, without asking for each of them how it is reached from here.
  static func shownBelow(_ folder: String) -> @Sendable (String) -> String {
    let isAround = folder != realWorking && relative(realWorking, to: folder) != nil
    // Above the working folder some paths lead down from here and others up.
    if isAround { return { shown(join(folder, $0)) } }
    let prefix = shown(folder)
    return { $0.isEmpty || prefix == "." ? $0.isEmpty ? prefix : $0 : join(prefix, $0) }
  }

  /// `/a/b` → `/a`; the root is its own parent.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// `cases/a.html` → `cases`; nothing for a name alone.
  static func parentOfRelative(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
