/// A text to read: bytes in UTF-8, what was changed to get them, and the way back to the file on disk.
///
/// Every stage behind the repair works on offsets into `bytes`; `position(of:)` and `range(of:)` are the only way out.
package struct RepairedText: Sendable {
  package let file: SourceFile
  /// The text, valid UTF-8.
  package let bytes: [UInt8]
  /// What was changed, in offsets on disk, sorted and disjoint.
  package let edits: [TextEdit]
  /// Findings of the repair, positions on disk.
  package var diagnostics: [Diagnostic]
  package let map: PositionMap
  /// Lines of the file on disk.
  package let diskLines: LineTable
  /// Lines of `bytes`.
  package let lines: LineTable

  /// Takes a file as it is, without any repair.
  package init(_ file: SourceFile) {
    self.init(
      file: file, bytes: file.bytes, edits: [], diagnostics: [], map: PositionMap(), diskLines: LineTable(file.bytes))
  }

  private init(
    file: SourceFile, bytes: [UInt8], edits: [TextEdit], diagnostics: [Diagnostic], map: PositionMap,
    diskLines: LineTable
  ) {
    self.file = file
    self.bytes = bytes
    self.edits = edits
    self.diagnostics = diagnostics
    self.map = map
    self.diskLines = diskLines
    self.lines = map.isIdentity ? diskLines : LineTable(bytes)
  }

  /// Position on disk of a byte of this text.
  package func position(of offset: Int) -> Position { diskLines.position(of: map.start(offset)) }

  /// Range on disk of a stretch of this text.
  package func range(of range: Range<Int>) -> SourceRange {
    let disk = map.range(range)
    return SourceRange(start: diskLines.position(of: disk.lowerBound), end: diskLines.position(of: disk.upperBound))
  }

  /// Decodes a stretch of this text; never traps, whatever the bytes.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Applies further edits, given in offsets of this text, sorted and disjoint.
  package func applying(_ more: [TextEdit]) -> RepairedText {
    guard !more.isEmpty else { return self }
    var segments: [PositionMap.Segment] = []
    var target = 0
    var cursor = 0
    for edit in more {
      copySegments(from: cursor..<edit.range.lowerBound, to: &target, into: &segments)
      if !edit.replacement.isEmpty {
        let disk = map.range(edit.range)
        segments.append(.init(target: target, source: disk.lowerBound, replaced: disk.count))
        target += edit.replacement.count
      }
      cursor = edit.range.upperBound
    }
    copySegments(from: cursor..<bytes.count, to: &target, into: &segments)
    if segments.isEmpty { segments.append(.init(target: 0, source: 0, replaced: file.bytes.count)) }
    let onDisk = more.map { TextEdit(range: map.range($0.range), replacement: $0.replacement, rule: $0.rule) }
    return RepairedText(
      file: file, bytes: more.applied(to: bytes),
      edits: (edits + onDisk).sorted { $0.range.lowerBound < $1.range.lowerBound },
      diagnostics: diagnostics, map: PositionMap(segments: segments), diskLines: diskLines)
  }

  /// A text made of some stretches of this one, for a document nested in a fence; findings and edits stay with this one.
  ///
  /// `"> a\n> b\n"` with the stretches after `> ` gives `"a\nb\n"`, each byte mapped to the file.
  package func extract(_ stretches: [Range<Int>]) -> RepairedText {
    var segments: [PositionMap.Segment] = []
    var target = 0
    var text: [UInt8] = []
    for stretch in stretches {
      copySegments(from: stretch, to: &target, into: &segments)
      text.append(contentsOf: bytes[stretch])
    }
    if segments.isEmpty { segments.append(.init(target: 0, source: map.start(stretches.first?.lowerBound ?? 0))) }
    return RepairedText(
      file: file, bytes: text, edits: [], diagnostics: [], map: PositionMap(segments: segments), diskLines: diskLines)
  }

  private func copySegments(
    from range: Range<Int>, to target: inout Int, into segments: inout [PositionMap.Segment]
  ) {
    guard !range.isEmpty else { return }
    if map.isIdentity {
      segments.append(.init(target: target, source: range.lowerBound))
    } else {
      for (index, segment) in map.segments.enumerated() {
        let end = index + 1 < map.segments.count ? map.segments[index + 1].target : bytes.count
        let part = (segment.target..<max(end, segment.target)).clamped(to: range)
        guard !part.isEmpty else { continue }
        segments.append(
          .init(
            target: target + part.lowerBound - range.lowerBound,
            source: segment.replaced == nil ? segment.source + part.lowerBound - segment.target : segment.source,
            replaced: segment.replaced))
      }
    }
    target += range.count
  }
}
