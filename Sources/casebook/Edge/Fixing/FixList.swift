import CasebookSource

/// What `casebook fix` says about the files that it mends.
enum FixList {
  /// One line a fix, then one of totals.
  ///
  /// `options` are those of the command at hand, to be repeated: ` --unsafe --style`.
  static func text(_ files: [Mender.File], of total: Int, _ base: KnowledgeBase, options: String) -> String {
    let colour = Terminal.colours(of: .output)
    var text = ""
    var count = 0
    for file in files {
      let path = VisibleText.string(base.shown(file.source.modelPath))
      let lines = LineTable(file.old)
      for finding in file.applied.sorted() {
        guard let fix = finding.fixes.first(where: { $0.safety == .safe }) ?? finding.fixes.first else { continue }
        count += 1
        let place = "\(path):\(scalarPosition(finding.range.start, lines, file.old))"
        text += "\(place): \(VisibleText.string(fix.description)) "
        text += Paint.faint("[\(finding.rule), \(fix.safety.rawValue)]", colour) + "\n"
      }
    }
    let place = "in \(total) \(total == 1 ? "file" : "files")"
    if count == 0 { return nothing(in: total) }
    return text + "\n\(count) \(count == 1 ? "fix" : "fixes") \(place); `casebook fix\(options) --write` applies "
      + "\(count == 1 ? "it" : "them"), `--diff` shows \(count == 1 ? "it" : "them")\n"
  }

  /// `nothing to mend in 3 files`
  static func nothing(in total: Int) -> String { "nothing to mend in \(total) \(total == 1 ? "file" : "files")\n" }

  /// `content/a.md: 23 fixes`
  static func done(_ file: Mender.File, _ base: KnowledgeBase) -> String {
    let count = file.applied.count
    return "\(VisibleText.string(base.shown(file.source.modelPath))): \(count) \(count == 1 ? "fix" : "fixes")\n"
  }

  /// Says which documents could have been mended and were kept.
  static func reportKept(_ result: Mender.Result, _ base: KnowledgeBase) {
    for path in result.archived {
      let shown = base.shown(path)
      StandardError.report(
        .note, "\(shown): archived, so it is kept as it is", help: "casebook fix \(shown) names it, and mends it")
    }
  }

  /// Columns count characters, as in every text for people.
  private static func scalarPosition(_ position: Position, _ lines: LineTable, _ bytes: [UInt8]) -> String {
    let line = lines.bytes(ofLine: position.line - 1)
    let end = min(lines.offset(of: position), line.upperBound)
    let before = bytes[line.lowerBound..<max(line.lowerBound, end)].count { $0 & 0xC0 != 0x80 }
    return "\(position.line):\(before + 1)"
  }
}
