import Glibc

/// The list of files that a build wrote, kept in the site: what is not on it is not ours to remove.
struct SiteManifest: Equatable {
  /// Name of the list in the output folder; it also tells a site from any other folder.
  static let fileName = DiskName(text: ".casebook-site")
  private static let heading = "casebook-site/1"

  var paths: [String]

  init(paths: [String]) { self.paths = paths }

  /// Reads the list of a folder; `nil` where no build made it.
  init?(of folder: Root) {
    guard let descriptor = try? folder.open([Self.fileName], O_RDONLY) else { return nil }
    defer { close(descriptor) }
    guard let bytes = try? SystemCall.readToEnd(descriptor, expected: 64 << 10, limit: 64 << 20) else { return nil }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == Self.heading else { return nil }
    paths = lines.dropFirst().filter(OutputName.isAllowed)
  }

  var bytes: [UInt8] { Array((([Self.heading] + paths).joined(separator: "\n") + "\n").utf8) }
}

/// Names that a build may write: letters, digits, `-`, `_` and `.`, no leading dot, so that no file system minds.
enum OutputName {
  static func isAllowed(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      guard let first = part.first, first != UInt8(ascii: "."), part.count <= 255 else { return false }
      return part.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
    }
  }
}
