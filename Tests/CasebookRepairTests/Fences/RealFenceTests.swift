import CasebookRepair
import CasebookSource
import Foundation
import TestSupport
import Testing

/// A real document and the blocks that its author meant.
private struct AnnotatedDocument: Decodable {
  struct Block: Decodable {
    var open: Int
    var close: Int?
    var depth: Int
  }

  var cls: String
  var blocks: [Block]

  var outermost: [[Int]] { blocks.filter { $0.depth == 1 }.map { [$0.open, $0.close ?? 0] } }
}

/// Blocks as the container scan reads them, which agrees with cmark.
private func blocks(_ text: RepairedText) -> [[Int]] {
  var blocks: [[Int]] = []
  for fence in ContainerScan(text).fences {
    switch fence.role {
    case .open: blocks.append([fence.line + 1, 0])
    case .close: blocks[blocks.count - 1][1] = fence.line + 1
    case .content, .indented, .tagged, .html: continue
    }
  }
  return blocks
}

/// Documents written by others, labelled by hand; they lie beside the repository.
@Suite(.enabled(if: SharedData.exists("data/fences"), "SKIPPED: no shared data"))
struct RealFenceTests {
  private func repair(_ path: String) -> (before: RepairedText, outcome: RepairOutcome, after: RepairedText) {
    let text = RepairedText(SourceFile(path: path, bytes: SharedData.bytes("data/fences/" + path)))
    let outcome = NestedFenceRepair().examine(text)
    return (text, outcome, text.applying(outcome.edits))
  }

  private func annotated() throws -> [(name: String, document: AnnotatedDocument)] {
    let names = SharedData.files(in: "data/fences/annotated", suffix: ".fences.json")
    #expect(names.count >= 36)
    return try names.map { name in
      let bytes = SharedData.bytes("data/fences/annotated/" + name)
      return (
        String(name.dropLast(".fences.json".count)),
        try JSONDecoder().decode(AnnotatedDocument.self, from: Data(bytes))
      )
    }
  }

  @Test func nestedDocumentsReadAsMeant() throws {
    var exact = 0
    var all = 0
    for (name, document) in try annotated() where document.cls == "nested" || document.cls == "nested-bare" {
      all += 1
      let result = repair("annotated/" + name)
      if blocks(result.after) == document.outermost { exact += 1 } else { print("not as meant: \(name)") }
      #expect(result.outcome.diagnostics.contains { $0.rule == RuleID(1) }, "\(name)")
    }
    #expect(all >= 26)
    #expect(exact * 100 >= all * 95, "\(exact) of \(all)")
  }

  @Test func otherFlawsAreReportedWhereTheyAre() throws {
    for (name, document) in try annotated() where !document.cls.hasPrefix("nested") {
      let result = repair("annotated/" + name)
      let reported = Set(result.outcome.diagnostics.filter { $0.rule != RuleID(1) }.map(\.rule.number))
      #expect(!reported.isEmpty && reported.isSubset(of: [3, 9]), "\(name)")
      // What is repaired beside the flaw is a block that its author meant.
      let edited = Set(result.outcome.edits.map { result.before.position(of: $0.range.lowerBound).line })
      for block in blocks(result.after) where edited.contains(block[0]) {
        #expect(document.outermost.contains(block), "\(name): \(block)")
      }
    }
  }

  @Test func wellFormedDocumentsAreLeftAlone() {
    let names = SharedData.files(in: "data/fences/noop").filter { $0 != "noop.json" }
    #expect(names.count >= 50)
    for name in names {
      let result = repair("noop/" + name)
      #expect(result.outcome.edits.isEmpty && result.outcome.diagnostics.isEmpty, "\(name)")
    }
  }

  @Test func repairingTwiceIsRepairingOnce() throws {
    for (name, _) in try annotated() {
      #expect(NestedFenceRepair().examine(repair("annotated/" + name).after).edits.isEmpty, "\(name)")
    }
  }
}
