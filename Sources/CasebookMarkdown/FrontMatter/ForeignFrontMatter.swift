import CasebookSource

/// Heads of documents that other tools would read and this one doesn't: TOML between `+++`, and text in UTF-16.
enum ForeignFrontMatter {
  static func findings(_ text: RepairedText) -> [Diagnostic] {
    let bytes = text.bytes
    guard let first = bytes.first else { return [] }
    if first == 0xFF || first == 0xFE, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let name = first == 0xFF ? "UTF-16 (little-endian)" : "UTF-16 (big-endian)"
      return [
        finding(
          "the file must be UTF-8; it begins with the mark of \(name)",
          "Save the file as UTF-8. As it is, no line of it can be read.", 0..<2, in: text)
      ]
    }
    guard first == UInt8(ascii: "+") || first == 0xEF,
      let fences = FrontMatterFences(bytes, mark: UInt8(ascii: "+")), holdsAssignment(bytes[fences.content])
    else { return [] }
    return [
      finding(
        "front matter must be YAML between two lines of three dashes; found TOML between +++",
        "TOML is not read, so its keys show as text. Write \"key: value\" in place of \"key = value\".",
        fences.start..<fences.start + 3, in: text)
    ]
  }

  /// Whether the first line that says something is `key = value` or `[table]`.
  private static func holdsAssignment(_ content: ArraySlice<UInt8>) -> Bool {
    var cursor = content.startIndex
    while cursor < content.endIndex {
      let line = YAMLLine(startingAt: cursor, in: content)
      cursor = line.next(in: content)
      guard line.start < line.range.upperBound, content[line.start] != UInt8(ascii: "#") else { continue }
      return content[line.start] == UInt8(ascii: "[") || content[line.range].contains(UInt8(ascii: "="))
    }
    return false
  }

  private static func finding(
    _ message: String, _ explanation: String, _ range: Range<Int>, in text: RepairedText
  ) -> Diagnostic {
    Diagnostic(
      rule: FrontMatterReader.rule, severity: .error, path: text.file.path, range: text.range(of: range),
      message: message, explanation: explanation)
  }
}
