package import CasebookSource

/// Gives fences that nest as people write them the lengths by which CommonMark nests them.
///
///     ```markdown              ````markdown
///     ```sh                    ```sh
///     make                →    make
///     ```                      ```
///     ```                      ````
///
/// 1. Texts whose fences are plainly in order end here.
/// 2. The container scan tells which lines are fences at all.
/// 3. A search finds the reading of all of them against which the least speaks, and its rivals.
/// 4. Blocks without rival get longer fences; the result is scanned again, and what CommonMark does not read as meant is
///    taken back.
/// 5. What is in doubt is reported and left alone.
package struct NestedFenceRepair: Repair {
  package let rule = RuleID(1)

  /// The text is read again after each round of edits: a block that is clear at last may make its neighbour clear.
  private static let rounds = 4

  package init() {}

  package func examine(_ text: RepairedText) -> RepairOutcome {
    guard !PlainFences.areInOrder(text) else { return .nothing }
    let first = text.lineBehindFrontMatter
    var current = text
    var scan = ContainerScan(text, fromLine: first)
    let fences = scan.fences
    var lengths = FenceLengths()
    var repaired: [FenceReading.Block] = []
    var reading = FenceReading(FenceSites(scan, in: text, fromLine: first))
    for _ in 0..<Self.rounds {
      let clear = reading.blocks.filter(\.isClear)
      guard !clear.isEmpty else { break }
      guard let proven = prove(clear, lengths, scan: scan, in: text, fences: fences, fromLine: first) else { break }
      lengths = proven.lengths
      repaired += proven.blocks
      current = proven.text
      scan = proven.scan
      reading = FenceReading(FenceSites(scan, in: current, fromLine: first))
    }
    var findings = FenceFindings(text: text, current: current, fences: fences, lengths: lengths)
    for block in repaired { findings.addNested(block) }
    findings.addDoubts(reading, scan: scan)
    return RepairOutcome(edits: lengths.edits(fences, rule: rule), diagnostics: findings.sorted)
  }

  private struct Proof {
    var lengths: FenceLengths
    var blocks: [FenceReading.Block]
    var text: RepairedText
    var scan: ContainerScan
  }

  /// Lengthens the fences of some blocks and keeps those that CommonMark then reads as meant; `nil` if there are none.
  private func prove(
    _ blocks: [FenceReading.Block], _ before: FenceLengths, scan: ContainerScan, in text: RepairedText,
    fences: [FenceLine], fromLine first: Int
  ) -> Proof? {
    var blocks = blocks
    for _ in 0..<Self.rounds where !blocks.isEmpty {
      var lengths = before
      var index = 0
      for block in blocks {
        while index < scan.fences.count, scan.fences[index].line <= block.lines.lowerBound { index += 1 }
        let from = index
        while index < scan.fences.count, scan.fences[index].line < block.lines.upperBound { index += 1 }
        lengths.lengthen(block, over: scan.fences[from..<index])
      }
      let trial = text.applying(lengths.edits(fences, rule: rule))
      let result = ContainerScan(trial, fromLine: first)
      let proven = result.blocks(among: blocks)
      if proven.count == blocks.count { return Proof(lengths: lengths, blocks: blocks, text: trial, scan: result) }
      blocks = proven
    }
    return nil
  }
}

extension ContainerScan {
  /// Keeps the blocks that this scan sees open and close on the same lines.
  fileprivate func blocks(among wanted: [FenceReading.Block]) -> [FenceReading.Block] {
    var index = 0
    return wanted.filter { block in
      while index < fences.count, fences[index].line < block.opener.line { index += 1 }
      guard index < fences.count, fences[index].line == block.opener.line, fences[index].role == .open else {
        return false
      }
      index += 1
      while index < fences.count, fences[index].role == .content { index += 1 }
      guard index < fences.count, fences[index].role == .close else { return false }
      return fences[index].line == block.closer?.line
    }
  }
}

extension RepairedText {
  /// First line that is Markdown: the one behind `---` … `---`, or the first.
  var lineBehindFrontMatter: Int {
    guard isFrontMatterFence(line: 0, marker: UInt8(ascii: "-")) else { return 0 }
    var line = 1
    while line < lines.lineCount {
      let isEnd =
        isFrontMatterFence(line: line, marker: UInt8(ascii: "-"))
        || isFrontMatterFence(line: line, marker: UInt8(ascii: "."))
      line += 1
      if isEnd { return line }
    }
    return 0
  }

  private func isFrontMatterFence(line: Int, marker: UInt8) -> Bool {
    let range = lines.bytes(ofLine: line)
    guard range.count >= 3 else { return false }
    for (index, offset) in range.enumerated() where index < 3 ? bytes[offset] != marker : bytes[offset] > 0x20 {
      return false
    }
    return true
  }
}
