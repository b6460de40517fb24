/// The keys that Casebook reads from a front matter, and what each holds.
enum FrontMatterKeys {
  /// What a value must be.
  enum Kind {
    case slug, slugs, text, texts, version, date, mapping

    /// As a message says it.
    var noun: String {
      switch self {
      case .slug: "lower-case letters, digits and hyphens"
      case .slugs: "a list of names in lower-case letters, digits and hyphens"
      case .text: "a text"
      case .texts: "a text or a list of texts"
      case .version: "a version of three numbers, such as 1.0.0"
      case .date: "a date"
      case .mapping: "a mapping"
      }
    }
  }

  /// In the order of the manual.
  static let kinds: [(key: String, kind: Kind)] = [
    ("id", .slug), ("title", .text), ("issueType", .slug), ("alsoIssueTypes", .slugs), ("version", .version),
    ("created", .date), ("updated", .date), ("author", .texts), ("purpose", .text), ("tags", .texts),
    ("severity", .text), ("corrects", .slug), ("aliases", .texts), ("params", .mapping), ("casebook", .mapping),
  ]

  static let names = kinds.map(\.key)

  /// Keys below `casebook`.
  static let settings = ["profile", "context", "ignore"]

  static func kind(of key: String) -> Kind? {
    kinds.first { $0.key.utf8.count == key.utf8.count && $0.key.utf8.elementsEqual(key.utf8) }?.kind
  }

  /// Whether two keys have the same letters, capitals, hyphens and underscores apart.
  static func readAlike(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count <= 32 else { return false }
    func letters(_ text: String) -> some Sequence<UInt8> {
      text.utf8.lazy.map { $0 | 0x20 }.filter { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }
    return letters(a).elementsEqual(letters(b))
  }

  /// Keys that a published case has; several cases in a file each have an issue type of their own.
  static func required(isOneCase: Bool) -> [String] {
    isOneCase
      ? ["id", "issueType", "version", "created", "updated", "author"]
      : ["id", "version", "created", "updated", "author"]
  }

  /// Whether a text is lower-case letters, digits and single hyphens between them.
  static func isSlug(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  /// Whether a text begins with three numbers: `1.0.0`, `2.1.0-beta.1`.
  static func isVersion(_ text: String) -> Bool {
    let core = text.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }
    let numbers = core.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.count == 3
      && numbers.allSatisfy { number in
        !number.isEmpty && number.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      }
  }
}
