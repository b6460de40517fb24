import CasebookModel
import CasebookSource
import Glibc

/// The folder `proof` beside the documents: `lock.json`, and a record of evidence for each check.
struct ProofStore {
  /// Real path of the folder.
  let folder: String
  /// The path by which findings name it.
  let modelPath: String
  private static let largestFile = 8 << 20

  init(content: String, modelPath: String) {
    folder = Paths.join(content, "proof")
    self.modelPath = modelPath.isEmpty ? "proof" : modelPath + "/proof"
  }

  static let lockName = "lock.json"

  static func evidenceName(_ check: String) -> String { check + ".json" }

  /// What there is; files that are not as they must be become findings, and count for nothing.
  func read(_ configuration: Configuration, root: String) -> (
    records: ProofRecords, findings: [Diagnostic], digest: ContentDigest
  ) {
    var findings: [Diagnostic] = []
    var digest = ContentDigest()
    var lock = ProofLock()
    var evidence: [String: EvidenceRecord] = [:]
    let lockPath = modelPath + "/" + Self.lockName
    if let bytes = bytes(Self.lockName, &findings) {
      digest.add(bytes)
      do throws(JSONMistake) {
        lock = try ProofLock(decoding: bytes)
      } catch {
        findings.append(
          Self.finding(lockPath, error, bytes, "mend it, or remove it and bless again: casebook check --bless --all"))
      }
    }
    for check in Set(lock.entries.map(\.check)).sorted() {
      let name = Self.evidenceName(check)
      guard OutputName.isAllowed(name), let bytes = bytes(name, &findings) else { continue }
      digest.add(bytes)
      do throws(JSONMistake) {
        let record = try EvidenceRecord(decoding: bytes)
        if record.check == check { evidence[check] = record }
      } catch {
        let remedy = "casebook check --bless \(check) writes it anew"
        findings.append(Self.finding(modelPath + "/" + name, error, bytes, remedy))
      }
    }
    var digests: [String: String] = [:]
    let sources = CheckSources(root: root)
    for source in Set(lock.entries.map(\.source)).sorted() {
      digests[source] = sources.digest(of: source)
      digest.add(digests[source] ?? "")
    }
    let records = ProofRecords(
      lock: lock, evidence: evidence, links: configuration.links, checkDigests: digests,
      isInUse: configuration.checks != nil, lockPath: lockPath)
    return (records, findings, digest)
  }

  private func bytes(_ name: String, _ findings: inout [Diagnostic]) -> [UInt8]? {
    // Most knowledge bases have no such folder.
    guard case .file = FileKind(at: Paths.join(folder, name)) else { return nil }
    do throws(SystemError) {
      let descriptor = try Root(folder).open(DiskName.components(name), O_RDONLY)
      defer { close(descriptor) }
      return try SystemCall.readToEnd(descriptor, expected: 16 << 10, limit: Self.largestFile)
    } catch {
      findings.append(FileFindings.cannotRead(modelPath + "/" + name, error))
      return nil
    }
  }

  private static func finding(_ path: String, _ mistake: JSONMistake, _ bytes: [UInt8], _ remedy: String) -> Diagnostic
  {
    let position = mistake.position(in: bytes)
    var result = FileFindings.cannotRead(path, mistake.message + "; " + remedy)
    result.range = SourceRange(start: position, end: position)
    return result
  }

  /// Writes the record of a check.
  func write(_ bytes: [UInt8], as name: String) throws(CommandFailure) {
    do throws(SystemError) {
      if DiskName(text: folder).withCString({ mkdir($0, 0o777) }) != 0, errno != EEXIST { throw SystemError() }
      let output = OutputFolder(try Root(folder))
      if !output.holds(bytes, at: name) { try output.replace(name, with: bytes) }
    } catch {
      throw CommandFailure("\(Paths.shown(Paths.join(folder, name))): \(error.message)")
    }
  }
}
