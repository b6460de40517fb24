import CasebookSource

/// Collects what is to be said of a text's fences: CB001 where they were repaired, CB009 in doubt, CB003 where one is open.
struct FenceFindings {
  /// Doubts reported of one text: more would only repeat themselves.
  private static let maximumDoubts = 100

  /// The text examined: its offsets lead to disk.
  let text: RepairedText
  /// The same text after the repair; it has the same lines.
  let current: RepairedText
  /// Fences of the examined text.
  let fences: [FenceLine]
  let lengths: FenceLengths
  private var findings: [Diagnostic] = []

  init(text: RepairedText, current: RepairedText, fences: [FenceLine], lengths: FenceLengths) {
    self.text = text
    self.current = current
    self.fences = fences
    self.lengths = lengths
  }

  var sorted: [Diagnostic] { findings.sorted() }

  /// Reports a block whose fences were lengthened, with the edits that do it.
  mutating func addNested(_ block: FenceReading.Block) {
    let wanted = examined(block.opener).length + (lengths.additions[block.opener.line] ?? 0)
    let edits = [block.opener, block.closer].compactMap { $0 }.compactMap {
      lengths.edit(examined($0), rule: RuleID(1))
    }
    var notes = [note("opens the outer block", at: block.opener)]
    if let inner = block.firstInnerCloser {
      notes.append(note("same length, so for CommonMark the block ends here", at: inner))
    }
    findings.append(
      Diagnostic(
        rule: RuleID(1), severity: .error, path: text.file.path, range: disk(block.opener),
        message: "a fence must be longer than every fence inside it",
        explanation:
          "For CommonMark the first bare fence of the same length ends the block; the rest of it becomes headings, "
          + "paragraphs and new blocks, and the next fence opens what should be closed.",
        notes: notes,
        fixes: [
          Diagnostic.Fix(
            .safe, "give the outer fence \(Self.count(wanted)) \(Self.name(of: block.opener))", edits: edits.map(onDisk)
          )
        ]))
  }

  /// Reports what the reading leaves in doubt, and the block that is open at the end.
  mutating func addDoubts(_ reading: FenceReading, scan: ContainerScan) {
    var openLine = -1
    if scan.endsInFence, let open = scan.fences.last(where: { $0.role == .open }) {
      openLine = open.line
      addUnclosed(open, isStray: reading.strays.contains { $0.line == open.line })
    }
    var doubts: [Diagnostic] = []
    for block in reading.blocks {
      guard doubts.count < Self.maximumDoubts else { break }
      if let doubt = doubt(of: block, openLine: openLine) { doubts.append(doubt) }
    }
    for stray in reading.strays {
      guard doubts.count < Self.maximumDoubts else { break }
      if stray.line != openLine { doubts.append(self.stray(stray)) }
    }
    findings += doubts
  }

  private func doubt(of block: FenceReading.Block, openLine: Int) -> Diagnostic? {
    let opener = block.opener
    if block.isClosedWithInfo, let closer = block.closer {
      return doubt(
        at: closer, "a closing fence must have no info string; found \(quoted(closer))",
        notes: [note("the block that it seems to close opens here", at: opener)],
        fix: Diagnostic.Fix(
          .unsafe, "remove the info string of the closing fence",
          edits: [onDisk(examined(closer).run.upperBound..<examined(closer).info.upperBound, "")]))
    }
    if block.closer == nil, block.endsWithContainer { return nil }
    if block.closer == nil, opener.line != openLine || block.next != nil {
      return doubt(
        at: opener,
        "a block must be closed before the next one opens; \(quoted(opener)) has no closing fence of its own",
        notes: (block.next ?? block.misfits.first).map { [note("the next block opens here", at: $0)] } ?? [])
    }
    if block.isNested, let closer = block.closer {
      var notes = [note("one reading: the block ends here", at: closer)]
      if let rival = block.rival ?? block.firstInnerCloser, rival.line != closer.line {
        notes.insert(note("another: it ends here, as CommonMark has it, or before", at: rival), at: 0)
      }
      return doubt(
        at: opener, "fences must nest in one way only; the block opened by \(quoted(opener)) can be read in two",
        notes: notes)
    }
    if let misfit = block.misfits.first {
      return doubt(
        at: misfit,
        "a block must be closed before the next one opens; \(quoted(misfit)) stands inside \(quoted(opener))",
        notes: [note("this block is still open", at: opener)]
          + (block.closer.map { [note("and for CommonMark it ends here", at: $0)] } ?? []))
    }
    return nil
  }

  private func stray(_ fence: FenceLine) -> Diagnostic {
    doubt(
      at: fence, "a closing fence must have a block to close; none is open here, so CommonMark opens one",
      notes: [],
      fix: removal(of: fence))
  }

  private func removal(of fence: FenceLine) -> Diagnostic.Fix {
    Diagnostic.Fix(.unsafe, "remove the fence", edits: [onDisk(text.lines.bytes(ofLine: fence.line), "")])
  }

  private mutating func addUnclosed(_ open: FenceLine, isStray: Bool) {
    let end = text.bytes.count
    let lineBreak = text.file.bytes.contains(0x0D) ? "\r\n" : "\n"
    let endsLine = end == 0 || text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D
    let start = text.lines.bytes(ofLine: open.line).lowerBound
    var prefix = ""
    for byte in text.bytes[start..<max(start, examined(open).start)] {
      prefix += byte == UInt8(ascii: ">") ? ">" : byte == UInt8(ascii: "\t") ? "\t" : " "
    }
    let fence = String(repeating: open.marker == UInt8(ascii: "~") ? "~" : "`", count: examined(open).length)
    findings.append(
      Diagnostic(
        rule: RuleID(3), severity: .error, path: text.file.path, range: disk(open),
        message: "a fenced block must be closed; \(quoted(open)) is open to the end of the file",
        explanation: "Everything behind the fence is code to CommonMark, headings and lists included.",
        fixes: [
          isStray
            ? removal(of: open)
            : Diagnostic.Fix(
              .unsafe, "close the block at the end of the file",
              edits: [onDisk(end..<end, (endsLine ? "" : lineBreak) + prefix + fence + lineBreak)])
        ]))
  }

  private func doubt(
    at fence: FenceLine, _ message: String, notes: [Diagnostic.Note], fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: RuleID(9), severity: .warning, path: text.file.path, range: disk(fence), message: message,
      explanation: "More than one reading is possible, so nothing was changed; CommonMark's stands.", notes: notes,
      fixes: fix.map { [$0] } ?? [])
  }
}

extension FenceFindings {
  /// Finds the fence of the examined text that stands on the line of a fence of any of its repairs.
  private func examined(_ fence: FenceLine) -> FenceLine {
    var low = 0
    var high = fences.count
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].line < fence.line { low = middle + 1 } else { high = middle }
    }
    if low < fences.count, fences[low].line == fence.line { return fences[low] }
    // No fence to the first scan: its line was not changed, and only stands elsewhere.
    let shift = text.lines.bytes(ofLine: fence.line).lowerBound - current.lines.bytes(ofLine: fence.line).lowerBound
    var found = fence
    found.start += shift
    found.info = fence.info.lowerBound + shift..<fence.info.upperBound + shift
    return found
  }

  private func disk(_ fence: FenceLine) -> SourceRange { text.range(of: examined(fence).run) }

  private func note(_ message: String, at fence: FenceLine) -> Diagnostic.Note {
    Diagnostic.Note(message, path: text.file.path, range: disk(fence))
  }

  private func onDisk(_ range: Range<Int>, _ replacement: String) -> Diagnostic.Fix.Edit {
    Diagnostic.Fix.Edit(range: text.range(of: range), replacement: replacement)
  }

  private func onDisk(_ edit: TextEdit) -> Diagnostic.Fix.Edit {
    onDisk(edit.range, String(decoding: edit.replacement, as: UTF8.self))
  }

  /// The fence as it is written, cut to what a message can hold.
  private func quoted(_ fence: FenceLine) -> String {
    let fence = examined(fence)
    var end = max(fence.run.upperBound, min(fence.info.upperBound, fence.start + 40))
    while end < text.bytes.count, end > fence.start, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return text.string(fence.start..<end)
  }

  private static func count(_ number: Int) -> String {
    let words = ["four", "five", "six", "seven", "eight", "nine", "ten"]
    return number >= 4 && number - 4 < words.count ? words[number - 4] : String(number)
  }

  private static func name(of fence: FenceLine) -> String {
    fence.marker == UInt8(ascii: "~") ? "tildes" : "backticks"
  }
}
