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
  static let names = [
    "id", "title", "issueType", "alsoIssueTypes", "version", "created", "updated", "author", "purpose", "tags",
    "severity", "corrects", "aliases", "params", "casebook",
  ]

  /// Keys below `casebook`.
  static let settings = ["profile", "context", "ignore"]

  /// What a key's value must be; `nil` for a key that is none of ours.
  static func kind(of key: String) -> Kind? {
    let length = key.utf8.count
    guard length < kinds.count else { return nil }
    return kinds[length].first { $0.key == key }?.kind
  }

  /// By the length of the key: few are compared.
  private static let kinds: [[(key: String, kind: Kind)]] = {
    let all: [(key: String, kind: Kind)] = [
      ("id", .slug), ("issueType", .slug), ("corrects", .slug), ("alsoIssueTypes", .slugs), ("title", .text),
      ("purpose", .text), ("severity", .text), ("author", .texts), ("tags", .texts), ("aliases", .texts),
      ("version", .version), ("created", .date), ("updated", .date), ("params", .mapping), ("casebook", .mapping),
    ]
    return (0...14).map { length in all.filter { $0.key.utf8.count == length } }
  }()

  /// Whether two keys have the same letters, capitals, hyphens and underscores apart.
  static func readAlike(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count <= 32, a.utf8.count >= b.utf8.count || b.utf8.count <= 32 else { return false }
    var (first, second) = (a.utf8.makeIterator(), b.utf8.makeIterator())
    func letter(_ iterator: inout String.UTF8View.Iterator) -> UInt8? {
      while let byte = iterator.next() {
        let folded = byte | 0x20
        if folded >= UInt8(ascii: "a"), folded <= UInt8(ascii: "z") { return folded }
      }
      return nil
    }
    while true {
      let (one, other) = (letter(&first), letter(&second))
      if one != other { return false }
      if one == nil { return true }
    }
  }

  /// Keys that a published case has; several cases in a file each have an issue type of their own.
  static func required(isOneCase: Bool) -> [String] { isOneCase ? ofOneCase : ofSeveral }

  private static let ofOneCase = ["id", "issueType", "version", "created", "updated", "author"]
  private static let ofSeveral = ["id", "version", "created", "updated", "author"]

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
