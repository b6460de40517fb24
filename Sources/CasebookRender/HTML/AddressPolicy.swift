/// Tells which addresses may stand in a page: an allow-list of schemes, compared as browsers compare them.
///
/// A browser drops tabs and line breaks anywhere in an address and blanks before it, and folds case, so that
/// ` java\nSCRIPT:` is a scheme too; here every control character and blank is dropped, which can only forbid more.
package enum AddressPolicy {
  /// Where an address stands: what may be shown as an image is less than what may be followed.
  package enum Use: Sendable { case link, image }

  /// What an address leads to.
  enum Kind: Sendable {
    /// Another place of the knowledge base: a path or a fragment.
    case relative
    /// An allowed scheme, or another host by `//`.
    case absolute
    case forbidden
  }

  /// Tells addresses that the site resolves from those that it passes on.
  static func kind(of address: ArraySlice<UInt8>, as use: Use) -> Kind {
    guard allows(address, as: use) else { return .forbidden }
    let start = address.drop { $0 <= 0x20 }
    if start.starts(with: "//".utf8) { return .absolute }
    return hasColon(start) ? .absolute : .relative
  }

  /// Whether an address is relative, a fragment, http, https or mailto; for an image also a bitmap as `data:`.
  package static func allows(_ address: ArraySlice<UInt8>, as use: Use) -> Bool {
    var scheme: [UInt8] = []
    var cursor = address.startIndex
    scan: while cursor < address.endIndex {
      let byte = address[cursor]
      switch byte {
      case 0x00...0x20, 0x7F: break
      case UInt8(ascii: ":"): return allows(scheme: scheme, rest: address[(cursor + 1)...], as: use)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break scan
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      default: scheme.append(byte)
      }
      // No scheme that we allow is longer; what is longer and has a colon is a scheme that we do not.
      if scheme.count > 8 { return !hasColon(address[cursor...]) }
      cursor += 1
    }
    return true
  }

  /// Whether a colon comes before anything that ends a scheme.
  private static func hasColon(_ rest: ArraySlice<UInt8>) -> Bool {
    for byte in rest {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  private static func allows(scheme: [UInt8], rest: ArraySlice<UInt8>, as use: Use) -> Bool {
    if scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) { return true }
    switch use {
    case .link: return scheme.elementsEqual("mailto".utf8)
    case .image: return scheme.elementsEqual("data".utf8) && isBitmap(rest)
    }
  }

  /// `image/png;base64,…`; SVG is no bitmap, it can hold scripts.
  private static func isBitmap(_ rest: ArraySlice<UInt8>) -> Bool {
    for kind in ["image/png", "image/gif", "image/jpeg", "image/webp"] {
      guard rest.count > kind.utf8.count, rest.lazy.map({ $0 | 0x20 }).starts(with: kind.utf8) else { continue }
      let after = rest[rest.startIndex + kind.utf8.count]
      if after == UInt8(ascii: ";") || after == UInt8(ascii: ",") { return true }
    }
    return false
  }
}
