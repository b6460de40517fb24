import CasebookMarkdown
import CasebookSource

/// A text with `⟦…⟧` round a place: `a: ⟦@b⟧` is `a: @b` with 3..<5.
struct Marked: Sendable, CustomStringConvertible {
  let bytes: [UInt8]
  /// The marked ranges, in the order in which they begin.
  let ranges: [Range<Int>]
  let description: String

  init(_ text: String) {
    description = text
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(bytes.count)
      case "⟧": ranges.append((starts.popLast() ?? 0)..<bytes.count)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.bytes = bytes
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
  }
}

/// A reading of front matter, with what the tests ask of it.
struct Reading {
  let text: RepairedText
  let frontMatter: FrontMatter?
  let bodyStart: Int
  let diagnostics: [Diagnostic]

  init(_ bytes: [UInt8], limits: InputLimits = .standard) {
    text = RepairedText(SourceFile(path: "case.md", bytes: bytes))
    (frontMatter, bodyStart, diagnostics) = FrontMatterReader.read(text, limits: limits)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Texts of the scalars by key, other values in brackets: `["a": "1", "b": "[x, y]"]`.
  var facts: [String: String] {
    Dictionary((frontMatter?.entries ?? []).map { ($0.key, Self.show($0.value)) }, uniquingKeysWith: { a, _ in a })
  }

  var body: String { String(decoding: text.bytes[bodyStart...], as: UTF8.self) }

  static func show(_ value: YAMLValue) -> String {
    switch value.kind {
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(show).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { $0.key + ": " + show($0.value) }.joined(separator: ", ") + "}"
    }
  }
}

extension YAMLResult {
  /// One word for what was found: `value`, `empty`, `control`, or the kind of the refusal.
  var verdict: String {
    if let refusal = problems.first(where: \.isFatal) { return refusal.kind.rawValue }
    if let remark = problems.first { return remark.kind.rawValue }
    return value == nil ? "empty" : "value"
  }
}
