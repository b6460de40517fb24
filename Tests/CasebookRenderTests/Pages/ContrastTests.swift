import Foundation
import TestSupport
import Testing

/// Colours of the style sheet against WCAG 2.2, success criterion 1.4.3: text needs 4.5 to 1.
@Suite("Contrast") struct ContrastTests {
  private static let css = Repository.text("templates/casebook.css")

  /// Custom properties of the light face, then of the dark one over them.
  private func faces() -> [[String: String]] {
    let parts = Self.css.components(separatedBy: "@media (prefers-color-scheme: dark)")
    func properties(_ text: String) -> [String: String] {
      var result: [String: String] = [:]
      for line in text.components(separatedBy: "\n") {
        let pair = line.trimmingCharacters(in: .whitespaces).components(separatedBy: ": #")
        guard pair.count == 2, pair[0].hasPrefix("--") else { continue }
        result[String(pair[0].dropFirst(2))] = String(pair[1].prefix(6))
      }
      return result
    }
    let light = properties(parts[0])
    let dark = properties(parts[1].components(separatedBy: "\n}\n")[0])
    return [light, light.merging(dark) { $1 }]
  }

  private func luminance(_ hex: String) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
      let part = Double(channel) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func ratio(_ a: String, _ b: String) -> Double {
    let (low, high) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test("Every text colour on every ground that it stands on, light and dark") func pairs() throws {
    let grounds = ["page", "surface", "raised", "code"]
    var pairs: [(String, String)] = []
    for ink in ["text", "muted", "link", "bug", "fix", "evidence", "test", "warning"] {
      pairs += grounds.map { (ink, $0) }
    }
    for tone in ["bug", "fix", "evidence", "test", "warning"] {
      pairs += [(tone, "\(tone)-surface"), ("muted", "\(tone)-surface")]
    }
    pairs.append(("on-accent", "accent"))
    // Every class of the highlighter but those of a diff, which have the colours of bug and fix.
    pairs += ["comment", "string", "number", "keyword", "builtin", "variable", "meta"].map { ("code-\($0)", "code") }
    for (name, face) in zip(["light", "dark"], faces()) {
      for (ink, ground) in pairs {
        let ratio = ratio(try #require(face[ink]), try #require(face[ground]))
        #expect(ratio >= 4.5, "\(name): \(ink) on \(ground) is \(ratio)")
      }
    }
  }

  @Test("Dark by choice is dark by the system's setting") func chosenFace() throws {
    func block(_ opening: String) throws -> [String] {
      let start = try #require(Self.css.range(of: opening))
      let body = Self.css[start.upperBound...].prefix { $0 != "}" }
      return body.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("--") }
    }
    let system = try block(":root:not([data-face=\"light\"]) {")
    #expect(system.count > 20)
    #expect(try block(":root[data-face=\"dark\"] {") == system)
  }

  @Test("The measure is the standard's") func measure() {
    #expect(abs(ratio("000000", "ffffff") - 21) < 0.001)
    #expect(abs(ratio("767676", "ffffff") - 4.54) < 0.01)
  }
}
