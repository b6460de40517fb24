import CasebookRules
import Glibc

/// The baseline file that the settings name.
struct BaselineStore {
  /// The path by which findings about it name it.
  let modelPath: String
  private let path: String
  private let shown: String

  /// `nil` where the settings name none.
  init?(_ base: KnowledgeBase) {
    guard let setting = base.configuration.baseline else { return nil }
    path = Paths.realOfFuture(Paths.join(base.root, setting.value))
    shown = Paths.shown(path)
    modelPath = base.modelPath(path)
  }

  var exists: Bool { FileKind(at: path) != nil }

  func read() throws(CommandFailure) -> Baseline {
    guard exists else {
      throw CommandFailure(
        "\(shown): the baseline is not there", help: "casebook validate --write-baseline writes it")
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      let folder = try Root(Paths.parent(path))
      let descriptor = try folder.open([DiskName(text: Paths.name(path))], O_RDONLY)
      defer { close(descriptor) }
      bytes = try SystemCall.readToEnd(descriptor, expected: 64 << 10, limit: 64 << 20)
    } catch {
      throw CommandFailure("\(shown): \(error.message)")
    }
    do throws(BaselineFile.Mistake) {
      return try BaselineFile.read(bytes)
    } catch {
      throw CommandFailure("\(shown):\(error.line): \(error.message)")
    }
  }

  /// Writes what is found now, or, where there is a baseline, what is left of it; then says what it did.
  func write(_ now: Baseline) throws(CommandFailure) -> String {
    let old = exists ? try read() : nil
    let new = old?.shrunk(to: now) ?? now
    do throws(SystemError) {
      let folder = OutputFolder(try Root(Paths.parent(path)))
      try folder.replace(Paths.name(path), with: BaselineFile.write(new))
    } catch {
      throw CommandFailure("\(shown): \(error.message)")
    }
    var text = "\(shown): \(new.count) \(new.count == 1 ? "finding" : "findings")"
    if let old { text += ", \(old.count - new.count) fewer than before" }
    let unknown = now.count - new.count
    if unknown > 0 { text += "; \(unknown) new \(unknown == 1 ? "one is" : "ones are") not in it, for it only shrinks" }
    return text + "\n"
  }
}
