import CasebookRules
import CasebookSource
import Glibc

/// All that every page depends on, as one digest: settings, theme, registry of tools, records of checks, the day that is set.
enum SiteSettings {
  /// `nil` where an incremental build can't tell what changed: a baseline reads documents a second time.
  static func digest(_ base: KnowledgeBase, theme: [String: [UInt8]], target: String) -> UInt64? {
    guard base.configuration.baseline == nil else { return nil }
    var digest = ContentDigest()
    digest.add(base.root)
    digest.add(base.content)
    digest.add(target)
    for setting in base.configuration.origins {
      digest.add(setting.name)
      digest.add(setting.value)
    }
    for (path, bytes) in theme.sorted(by: { $0.key < $1.key }) {
      digest.add(path)
      digest.add(bytes)
    }
    for setting in base.configuration.tools + base.configuration.synonyms {
      guard let file = try? OneFile.read(Paths.join(base.root, setting.value)) else { return nil }
      digest.add(file.bytes)
    }
    digest.add(base.proofDigest.value)
    digest.add(Clock.fixedDay?.description ?? "")
    for image in base.images { digest.add(image.modelPath) }
    for finding in base.findings {
      digest.add(finding.path)
      digest.add(finding.message)
    }
    return digest.value
  }
}
