import CasebookSearch
import Glibc

/// The build of the program, so that an index of another one is never read: its analyzer may differ.
enum IndexBuild {
  /// From the size and the time of the executable, which every build changes, and the version.
  static let digest: UInt64 = {
    let stamp = IndexManifest.stamp("/proc/self/exe")
    return hash(Array("\(Version.number) \(IndexFile.version) \(stamp.size) \(stamp.modified)".utf8))
  }()

  /// A file name for a text: sixteen hexadecimal digits.
  static func name(of text: String) -> String {
    let digits = String(hash(Array(text.utf8)), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
