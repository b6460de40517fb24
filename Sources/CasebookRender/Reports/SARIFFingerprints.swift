import CasebookSource

/// Tells findings apart from run to run, by rule and text of the line: a line inserted above changes nothing.
struct SARIFFingerprints {
  private struct Key: Hashable {
    var path: String
    var hash: String
  }

  private var seen: [Key: Int] = [:]

  /// Sixteen digits, and the how manieth such line of the file it is: `39fa2ee980eb94b0:1`.
  mutating func next(_ finding: Diagnostic, in file: QuotedFile) -> String {
    var line: ArraySlice<UInt8> = []
    if file.contains(line: finding.range.start.line) { line = file.bytes[file.line(finding.range.start.line)] }
    let text = line.drop { $0 <= 0x20 }
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? text.startIndex
    let hash = String(
      SHA256.hexDigest(Array("\(finding.rule) ".utf8) + text[text.startIndex..<end]).prefix(16))
    let key = Key(path: finding.path, hash: hash)
    let count = (seen[key] ?? 0) + 1
    seen[key] = count
    return "\(hash):\(count)"
  }
}
