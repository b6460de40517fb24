/// Makes the ids of a page's headings: readable, unique, and never the name of a thing that scripts look up.
///
/// An element's id becomes a property of `window` and of forms, so `<h2 id="location">` could stand in for the real one.
/// No such property has a hyphen: a name of one word gets `-section`. The page's own ids have no hyphen at all, so the two
/// sets can never meet. Apart from that, names are those of GitHub, so that links written for it still lead somewhere.
///
/// ```
/// Symptoms → symptoms-section    Root cause → root-cause    Root cause, again → root-cause-1    中文 → 中文-section
/// ```
package struct AnchorNames: Sendable {
  private var names = NumberedNames(taken: Set(minimumCapacity: 24), second: 1)

  package init() {}

  /// A name for a heading, new on this page.
  package mutating func add(_ title: String) -> String { names.add(Self.name(for: title)) }

  /// Takes a name that is given, such as a block's id; `nil` if it is taken already.
  package mutating func reserve(_ name: String) -> String? {
    let isPlain = name.utf8.count <= 120 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let name = isPlain ? name : Self.name(for: name)
    let safe = name.utf8.contains(UInt8(ascii: "-")) || name.utf8.contains(UInt8(ascii: ".")) ? name : name + "-block"
    return names.reserve(safe) ? safe : nil
  }

  func contains(_ name: String) -> Bool { names.taken.contains(name) }

  /// All names, in no order.
  var all: [String] { Array(names.taken) }

  /// The name that a heading, or a link `#…` to it, gets on a page where no other has it.
  package static func name(for title: String) -> String {
    var title = title
    let plain = title.withUTF8 { asciiName($0) }
    if let plain { return finished(plain) }
    var bytes: [UInt8] = []
    var letters = 0
    for scalar in title.unicodeScalars {
      guard letters < 80 else { break }
      switch scalar {
      case "a"..."z", "0"..."9", "_": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case " ", "-", "\t", "\n": bytes.append(UInt8(ascii: "-"))
      case "\u{80}"... where isWordPart(scalar): bytes.append(contentsOf: Array(String(scalar).lowercased().utf8))
      default: continue
      }
      letters += 1
    }
    return finished(bytes)
  }

  /// The same for a title that is ASCII throughout, as most are; nothing for others.
  private static func asciiName(_ title: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(title.count + 8)
    for byte in title {
      guard byte < 0x80 else { return nil }
      guard bytes.count < 80 else { break }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case 0x20, UInt8(ascii: "-"), 0x09, 0x0A: bytes.append(UInt8(ascii: "-"))
      default: continue
      }
    }
    return bytes
  }

  private static func finished(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    let hyphen = UInt8(ascii: "-")
    while bytes.last == hyphen { bytes.removeLast() }
    let trimmed = bytes.drop { $0 == hyphen }
    guard !trimmed.isEmpty else { return "section-0" }
    return String(decoding: trimmed, as: UTF8.self) + (trimmed.contains(hyphen) ? "" : "-section")
  }

  /// Letters and digits of any script; marks only as part of one, so that no run of them becomes a name.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
