import CasebookModel
import CasebookSource

/// A knowledge base as found on the disk: its root, its settings, and the documents to read.
///
/// The root is the folder with `casebook.yml`, found upwards; without one, the folder that was given is the whole of it.
struct KnowledgeBase: Sendable {
  /// Real path of the root.
  let root: String
  let configuration: Configuration
  /// Real path of the folder with the documents.
  let content: String
  /// Documents in the order of their model paths.
  private(set) var sources: [DocumentSource] = []
  /// Pictures beside the documents.
  private(set) var images: [DocumentSource] = []
  /// Pictures that cannot be copied into a site: too large, or with a name that not every system takes.
  private(set) var unusableImages: [String] = []
  /// Folders that were listed, with what the disk said of them before.
  private(set) var folders: [(path: [DiskName], stamp: FileStamp)] = []
  /// Findings of the walk: what was skipped and why.
  private(set) var findings: [Diagnostic] = []
  /// What is recorded of the checks.
  private(set) var proofs = ProofRecords()
  /// Of all bytes that those records come from.
  private(set) var proofDigest = ContentDigest()
  /// What the PATH arguments limit a report to; `nil` reports everything.
  private(set) var selection: [String]?

  /// The file that makes a folder a knowledge base.
  static let fileName = "casebook.yml"

  /// Finds a knowledge base and lists it, if asked to, without reading a document.
  init(_ options: Options, isListed: Bool = true) throws(CommandFailure) {
    let (paths, missing) = try GivenPath.resolve(options.paths)
    let declared: String?
    if let given = options.root {
      root = try Self.folder(given, "--root")
      declared = root
    } else {
      declared = Self.find(from: paths.first?.real ?? Paths.realWorking)
      root = declared ?? Self.implied(paths)
    }
    configuration = try Configuration.read(root: root, options: options)
    content = try Self.contentFolder(root, configuration, options)
    let isWhole = options.content != nil || paths.isEmpty || declared != nil || paths.map(\.real) == [root]
    if isWhole, isListed { try list(folder: content) }
    for path in paths { try add(path, isRead: isWhole) }
    for path in missing { findings.append(FileFindings.cannotRead(modelPath(path.real), path.reason)) }
    if !paths.isEmpty, paths.map(\.real) != [root] {
      selection = (paths.map(\.real) + missing.map(\.real)).map(modelPath)
    }
    let proof = proofStore.read(configuration, root: root)
    proofs = proof.records
    proofDigest = proof.digest
    findings += proof.findings
    sources.sort { $0.modelPath.utf8.lexicographicallyPrecedes($1.modelPath.utf8) }
  }

  /// Where proofs are recorded.
  var proofStore: ProofStore { ProofStore(content: content, modelPath: modelPath(content)) }

  /// What the command line says about the place.
  struct Options {
    var root: String?
    var content: String?
    var paths: [String] = []
    /// Values of options that stand for keys of `casebook.yml`.
    var overrides: [ConfigurationKey: String] = [:]
  }

  private static func folder(_ path: String, _ option: String) throws(CommandFailure) -> String {
    guard let real = Paths.real(path) else {
      throw CommandFailure("\(option) \(path): \(SystemError().message)", help: GivenPath.near(path))
    }
    guard FileKind(at: real) == .folder else { throw CommandFailure("\(option) \(path): not a folder") }
    return real
  }

  /// Looks upwards for `casebook.yml`.
  private static func find(from start: String) -> String? {
    var folder = start
    while true {
      if case .file = FileKind(at: Paths.join(folder, fileName)) { return folder }
      if folder == "/" { return nil }
      folder = Paths.parent(folder)
    }
  }

  /// Without `casebook.yml`: the folder given, the folder of the one file given, else the working folder.
  private static func implied(_ paths: [GivenPath]) -> String {
    let working = Paths.realWorking
    guard let first = paths.first else { return working }
    if paths.count == 1 { return first.kind == .folder ? first.real : Paths.parent(first.real) }
    if paths.allSatisfy({ Paths.relative($0.real, to: working) != nil }) { return working }
    var common = Paths.parent(first.real)
    while !paths.allSatisfy({ Paths.relative($0.real, to: common) != nil }) { common = Paths.parent(common) }
    return common
  }

  /// `--content`, else the setting, else `content/` where there is one, else the root.
  private static func contentFolder(
    _ root: String, _ configuration: Configuration, _ options: Options
  ) throws(CommandFailure) -> String {
    if let given = options.content { return try folder(given, "--content") }
    if let setting = configuration.content {
      let path = Paths.join(root, setting.value)
      guard let real = Paths.real(path), FileKind(at: real) == .folder else {
        throw CommandFailure(
          "\(setting.origin): the content folder '\(setting.value)' is not there", help: GivenPath.near(path))
      }
      return real
    }
    let usual = Paths.join(root, "content")
    if FileKind(at: usual) == .folder, let real = Paths.real(usual) { return real }
    return root
  }

  /// The path by which the model knows a real path: relative to the root, else to the content folder, else as it is.
  ///
  /// A content folder that is a link keeps its name.
  func modelPath(_ real: String) -> String {
    if let below = Paths.relative(real, to: root) { return below }
    guard let below = Paths.relative(real, to: content) else { return real }
    return linkedContent.isEmpty ? below : below.isEmpty ? linkedContent : linkedContent + "/" + below
  }

  /// Name below the root of a content folder that lies elsewhere.
  private var linkedContent: String {
    guard base == root, Paths.relative(content, to: root) == nil else { return "" }
    return configuration.content?.value ?? "content"
  }

  private static func open(_ folder: String) throws(CommandFailure) -> Root {
    do throws(SystemError) {
      return try Root(folder)
    } catch {
      throw CommandFailure("\(Paths.shown(folder)): \(error.message)")
    }
  }

  /// Lists a folder; a document that is known already is not listed twice.
  private mutating func list(folder: String) throws(CommandFailure) {
    let folderRoot = try Self.open(folder)
    let prefix = modelPath(folder)
    let walk = DirectoryWalk(folderRoot)
    if folder == content { folders = walk.folders }
    let known = Set(sources.map(\.modelPath))
    for file in walk.files {
      let path = Self.join(prefix, file.path)
      guard !known.contains(path) else { continue }
      sources.append(DocumentSource(root: folderRoot, path: file.path, modelPath: path))
      if !file.path.allSatisfy(\.isUTF8) { findings.append(FileFindings.notText(name: path)) }
    }
    for image in walk.images {
      let path = Self.join(prefix, image.path)
      if OutputName.isAllowed(path), image.size <= LibraryLoader.largestFile {
        images.append(DocumentSource(root: folderRoot, path: image.path, modelPath: path))
      } else {
        unusableImages.append(path)
      }
    }
    findings += walk.skipped.map { FileFindings.skipped(Self.join(prefix, $0.path), $0.reason) }
  }

  /// Adds what a PATH names, if it is not part of the content that is read anyway.
  private mutating func add(_ path: GivenPath, isRead: Bool) throws(CommandFailure) {
    let known = Set(sources.map(\.modelPath))
    switch path.kind {
    case .folder:
      let isCovered = isRead && (Paths.relative(path.real, to: content) != nil || path.real == root)
      if !isCovered { try list(folder: path.real) }
    case .file, .link, .fifo, .socket, .device:
      let name = modelPath(path.real)
      guard !known.contains(name) else { return }
      let parent = try Self.open(Paths.parent(path.real))
      if !DiskName(text: path.real).isUTF8 { findings.append(FileFindings.notText(name: name)) }
      sources.append(
        DocumentSource(root: parent, path: [DiskName(text: Paths.name(path.real))], modelPath: name))
    }
  }

  private static func join(_ prefix: String, _ path: [DiskName]) -> String {
    let text = path.map(\.text).joined(separator: "/")
    if prefix.isEmpty { return text }
    return text.isEmpty ? prefix : prefix + "/" + text
  }

  /// Real path of the templates folder; `nil` where the built-in templates are all there is.
  var templates: String? {
    if let setting = configuration.templates { return Paths.realOfFuture(Paths.join(root, setting.value)) }
    let usual = Paths.join(root, "templates")
    // A folder of that name may hold anything; a theme has at least one of these.
    let isTheme = FolderNames.read(usual).contains {
      $0.hasSuffix(".mustache") || $0 == "casebook.css" || $0 == "icon.svg"
    }
    return isTheme ? Paths.real(usual) : nil
  }

  /// Whether a report shows findings of a path.
  func isSelected(_ path: String) -> Bool {
    guard let selection else { return true }
    return selection.contains { Paths.relative(path, to: $0) != nil || $0.isEmpty }
  }

  /// The path of a document as the user would type it here.
  func shown(_ modelPath: String) -> String {
    modelPath.hasPrefix("/") ? modelPath : Paths.shown(Paths.join(base, modelPath))
  }

  /// The path of a document from the root of the file system.
  func absolute(_ modelPath: String) -> String { modelPath.hasPrefix("/") ? modelPath : Paths.join(base, modelPath) }

  /// The folder that model paths are relative to.
  var base: String {
    if Paths.relative(content, to: root) != nil { return root }
    let setting = configuration.content?.value ?? "content"
    let isNamed = !setting.hasPrefix("/") && !setting.hasPrefix("..")
    return isNamed && Paths.real(Paths.join(root, setting)) == content ? root : content
  }
}
