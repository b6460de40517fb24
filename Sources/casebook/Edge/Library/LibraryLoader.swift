import CasebookModel
import CasebookSource
import Glibc

/// One file to read: where it is open from, and the path by which the model knows it.
struct DocumentSource: Sendable {
  var root: Root
  var path: [DiskName]
  var modelPath: String
}

/// Reads documents in a few large chunks on all processors; keeps of each only what the caller asks for.
///
/// The arena of a document is five times its text: ten thousand of them at once would take what a build may take in all.
enum LibraryLoader {
  /// The largest file that is read at all; the limit of a document may be raised up to here.
  static let largestFile = 16 << 20

  /// What became of a file.
  enum Outcome<Part: Sendable>: Sendable {
    case read(Part)
    case failed(Diagnostic)

    func map<Other: Sendable>(_ change: (Part) -> Other) -> Outcome<Other> {
      switch self {
      case .read(let part): .read(change(part))
      case .failed(let finding): .failed(finding)
      }
    }
  }

  /// Reads and transforms every source; outcomes in the order of the sources.
  static func load<Part: Sendable>(
    _ sources: [DocumentSource], limits: InputLimits, _ transform: @escaping @Sendable (ReadDocument) -> Part
  ) -> [Outcome<Part>] {
    loadInBatches(sources, limits: limits) { $0.map(transform) }
  }

  /// The same a few documents at a time, for work that is done on all of them before the next begins; a part for each.
  static func loadInBatches<Part: Sendable>(
    _ sources: [DocumentSource], limits: InputLimits, _ transform: @escaping @Sendable ([ReadDocument]) -> [Part]
  ) -> [Outcome<Part>] {
    Threads.mapChunks(of: sources.count) { range in
      let folder = NearbyFolder()
      // The first chunk stands for all: they are equally long, and it is the one that this thread reads.
      var progress = range.lowerBound == 0 ? ProgressLine.onTerminal(total: sources.count) : nil
      defer { progress?.finish() }
      var outcomes: [Outcome<Part>] = []
      outcomes.reserveCapacity(range.count)
      var batch: [ReadDocument] = []
      var size = 0
      func transformBatch() {
        guard !batch.isEmpty else { return }
        outcomes += transform(batch).map { .read($0) }
        batch.removeAll(keepingCapacity: true)
        size = 0
      }
      for index in range {
        let source = sources[index]
        progress?.advance(to: index * sources.count / range.count)
        switch bytes(of: source, limits: limits, from: folder) {
        case .read(let bytes):
          size += bytes.count
          batch.append(DocumentReader.read(SourceFile(path: source.modelPath, bytes: bytes), limits: limits))
          if batch.count == batchCount || size >= batchSize { transformBatch() }
        case .failed(let finding):
          transformBatch()
          outcomes.append(.failed(finding))
        }
      }
      transformBatch()
      return outcomes
    }.flatMap(\.self)
  }

  /// Documents of a batch, and bytes after which it is full: what a processor's second cache holds.
  private static let batchCount = 16
  private static let batchSize = 128 << 10

  /// Reads a file once, after asking the open descriptor what it is.
  static func bytes(
    of source: DocumentSource, limits: InputLimits = .standard, from folder: NearbyFolder = NearbyFolder()
  ) -> Outcome<[UInt8]> {
    do throws(SystemError) {
      let descriptor = try folder.open(source.path, below: source.root)
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw SystemError() }
      switch FileKind(status) {
      case .file(let size) where size > largestFile:
        return .failed(FileFindings.tooLarge(source.modelPath, size: size, limit: limits.documentBytes))
      case .file(let size):
        let bytes = try SystemCall.readToEnd(descriptor, expected: size, limit: largestFile, isSize: true)
        guard bytes.count <= largestFile else {
          return .failed(FileFindings.tooLarge(source.modelPath, size: bytes.count, limit: limits.documentBytes))
        }
        return .read(bytes)
      case .folder, .link, .fifo, .socket, .device:
        return .failed(FileFindings.skipped(source.modelPath, .special(FileKind(status))))
      }
    } catch {
      // A link that was put in the place of a file after the walk.
      if error.code == ELOOP { return .failed(FileFindings.skipped(source.modelPath, .special(.link))) }
      return .failed(FileFindings.cannotRead(source.modelPath, error))
    }
  }
}
