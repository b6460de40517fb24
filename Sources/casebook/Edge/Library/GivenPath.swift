import CasebookSource

/// A path of the command line that leads to a file or a folder.
struct GivenPath {
  var text: String
  var real: String
  var kind: FileKind

  /// One that leads nowhere, or to what is not read.
  struct Missing {
    var real: String
    var reason: String
  }

  /// Resolves paths; where none of them leads anywhere there is nothing to do.
  static func resolve(_ paths: [String]) throws(CommandFailure) -> (found: [GivenPath], missing: [Missing]) {
    var found: [GivenPath] = []
    var missing: [Missing] = []
    for path in paths {
      guard let real = Paths.real(path), let kind = FileKind(at: path) else {
        let reason = SystemError().message
        if paths.count == 1 { throw CommandFailure("\(path): \(reason)", help: near(path)) }
        missing.append(Missing(real: Paths.realOfFuture(path), reason: reason))
        continue
      }
      switch kind {
      case .file, .folder: found.append(GivenPath(text: path, real: real, kind: kind))
      case .link, .fifo, .socket, .device:
        let reason = "only regular files are read; this is \(kind.noun)"
        if paths.count == 1 { throw CommandFailure("\(path): \(reason)") }
        missing.append(Missing(real: real, reason: reason))
      }
    }
    if found.isEmpty, !paths.isEmpty {
      throw CommandFailure(missing.map { "\(Paths.shown($0.real)): \($0.reason)" })
    }
    return (found, missing)
  }

  /// Names a neighbour of a missing path: `contnet` → `did you mean 'content'?`
  static func near(_ path: String) -> String? {
    let near = DidYouMean.suggestions(
      for: Paths.name(path), among: FolderNames.read(Paths.parent(Paths.realOfFuture(path))))
    return near.isEmpty ? nil : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"
  }
}
