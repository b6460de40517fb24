import CasebookMarkdown
import CasebookModel
import CasebookRules
import CasebookSource
import Foundation
import TestSupport
import Testing

/// A text that fixes are tried on; named for the failure.
struct FixSubject: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]

  var testDescription: String { name }

  /// The repository's own documents and the texts of all rules' examples, the marks taken out.
  static let own: [FixSubject] =
    Repository.files(below: "content", suffix: ".md").map { FixSubject(name: $0, bytes: Repository.bytes($0)) }
    + RuleCatalog.all.flatMap { rule in
      (rule.description.triggering + rule.description.accepted).flatMap { example in
        example.files.map { FixSubject(name: "\(rule.id) \(example.shows)", bytes: MarkedText($0.marked).bytes) }
      }
    }

  /// Documents by others.
  static let shared: [FixSubject] =
    ["data/fences/annotated", "data/fences/noop", "data/front-matter", "data/mojibake/negative", "data/xss"].flatMap {
      folder in
      SharedData.files(in: folder, suffix: ".md").map {
        FixSubject(name: "\(folder)/\($0)", bytes: SharedData.bytes("\(folder)/\($0)"))
      }
    }

  /// Texts made to cost or to confuse.
  static let hostile: [FixSubject] = [
    ("image openers", String(repeating: "![[]()", count: 2_000)),
    ("a deep quote", String(repeating: ">", count: 500) + "a  \n" + String(repeating: "b \n", count: 500)),
    (
      "a deep list, then blank lines",
      String(repeating: "- ", count: 400) + "x  " + String(repeating: "\n \n", count: 400)
    ),
    ("fences of every length", (3...60).map { String(repeating: "`", count: $0) + "\nx \n" }.joined()),
    ("fences in fences", String(repeating: "```markdown\n```\nx\n```\n", count: 200)),
    ("openers alone", String(repeating: "```markdown\n", count: 300)),
    ("mojibake in long lines", String(repeating: "caf√© ‚Üí ", count: 2_000)),
    ("blanks alone", String(repeating: " \t \n", count: 2_000)),
    ("combining marks", "# e" + String(repeating: "\u{301}", count: 5_000) + "  \n\n```\nx\n```\n"),
    ("no line break at the end", "# A\n\n```sh\nls  \n"),
  ].map { FixSubject(name: $0.0, bytes: Array($0.1.utf8)) }
}

/// What `fix` promises, held on every text at hand: safe ones once and for all, nothing but their ranges, nothing lost.
@Suite("Fixes keep their promises") struct FixPropertyTests {
  private static let rules = RuleSet()

  private static func read(_ bytes: [UInt8]) -> ReadDocument {
    DocumentReader.read(SourceFile(path: "a.md", bytes: bytes))
  }

  private static func check(_ bytes: [UInt8]) -> [Diagnostic] { rules.check(read(bytes)) }

  /// What `casebook fix` takes by itself: no style.
  private static func checkFaults(_ bytes: [UInt8]) -> [Diagnostic] { check(bytes).filter { $0.severity != .info } }

  /// Lines without the blanks at their ends, which a fix may take out, and without fences and our comments.
  private static func withoutStyle(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      var line = line
      while let last = line.unicodeScalars.last, last == " " || last == "\t" || last == "\r" {
        line.unicodeScalars.removeLast()
      }
      let inside = line.drop { $0 == " " || $0 == ">" || $0 == "-" || $0 == "\t" }
      let isOurs = inside.hasPrefix("```") || inside.hasPrefix("~~~") || inside.hasPrefix("<!-- casebook-ignore")
      return isOurs ? nil : String(line)
    }
  }

  /// What readers, search and checks take from a document.
  private static func substance(_ bytes: [UInt8]) -> [String] {
    let model = read(bytes).model
    var parts = model.frontMatter.map { $0.entries.map { "\($0.key.value): \($0.value)" } } ?? []
    parts = parts.map { $0.replacing(#/line: \d+|column: \d+|\d+\.\.<\d+/#, with: "") }
    for item in model.cases {
      parts.append("case \(item.id) \(item.title.value): \(item.problem?.text ?? "-")")
      item.forEachText { parts += withoutStyle($0) }
    }
    return parts + model.other.flatMap { withoutStyle($0.markdown) }
  }

  /// The ambiguous fence is left out of the comparison: with languages named the search for it has more to go by.
  @Test(
    "safe fixes are done at once and lose nothing", arguments: FixSubject.own + FixSubject.shared + FixSubject.hostile)
  func twiceIsOnce(_ subject: FixSubject) {
    let once = FixApplier.converge(subject.bytes, check: Self.check)
    #expect(once.postponed.isEmpty, "\(once.postponed.map { "\($0.rule) \($0.range)" })")
    #expect(FixApplier.converge(once.bytes, check: Self.check).bytes == once.bytes)
    let left = Self.check(once.bytes)
    #expect(!left.contains { $0.fix(allowing: .safe) != nil })
    // What was read before is read after it.
    #expect(Self.substance(once.bytes) == Self.substance(subject.bytes))
    // Better, if not equal: no fault that was not there.
    func faults(_ findings: [Diagnostic]) -> [RuleID: Int] {
      Dictionary(
        findings.filter { $0.severity != .info && $0.rule != RuleID(9) }.map { ($0.rule, 1) }, uniquingKeysWith: +)
    }
    let before = faults(Self.check(subject.bytes))
    for (rule, count) in faults(left) { #expect(count <= before[rule] ?? 0, "\(rule)") }
  }

  @Test("unsafe ones come to an end as well", arguments: FixSubject.own + FixSubject.shared)
  func unsafeConverge(_ subject: FixSubject) {
    let once = FixApplier.converge(subject.bytes, allowing: .unsafe, check: Self.check)
    #expect(FixApplier.converge(once.bytes, allowing: .unsafe, check: Self.check).bytes == once.bytes)
  }

  @Test(
    "no byte outside the ranges of a fix changes", arguments: FixSubject.own + FixSubject.shared + FixSubject.hostile)
  func onlyTheRangesChange(_ subject: FixSubject) throws {
    let outcome = FixApplier.apply(Self.check(subject.bytes), to: subject.bytes, allowing: .unsafe)
    let lines = LineTable(subject.bytes)
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for fix in outcome.applied.compactMap({ $0.fix(allowing: .unsafe) }) {
      for edit in fix.edits {
        let start = lines.offset(of: edit.range.start)
        edits.append((start..<max(start, lines.offset(of: edit.range.end)), Array(edit.replacement.utf8)))
      }
    }
    edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    // Walks old and new text together: between two edits they are the same.
    var (old, new) = (0, 0)
    for (index, edit) in edits.enumerated() {
      if index > 0, edits[index - 1].range == edit.range, edits[index - 1].text == edit.text { continue }
      try #require(edit.range.lowerBound >= old, "overlapping edits")
      let kept = edit.range.lowerBound - old
      try #require(new + kept + edit.text.count <= outcome.bytes.count)
      #expect(subject.bytes[old..<edit.range.lowerBound] == outcome.bytes[new..<new + kept])
      #expect(Array(outcome.bytes[(new + kept)..<(new + kept + edit.text.count)]) == edit.text)
      (old, new) = (edit.range.upperBound, new + kept + edit.text.count)
    }
    #expect(subject.bytes[old...] == outcome.bytes[new...])
  }

  /// Line ends of Windows and a mark at the start are style: what `fix` takes by itself leaves them, and adds none of its own.
  @Test("the ends of lines and the mark at the start stay", arguments: FixSubject.own + FixSubject.shared)
  func encodingStays(_ subject: FixSubject) {
    guard let text = String(validating: subject.bytes, as: UTF8.self), !text.unicodeScalars.contains("\r"),
      !subject.bytes.starts(with: [0xEF, 0xBB, 0xBF]), !subject.bytes.contains(0)
    else { return }
    func windows(_ bytes: [UInt8]) -> [UInt8] {
      [0xEF, 0xBB, 0xBF] + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
    let plain = FixApplier.converge(subject.bytes, check: Self.checkFaults).bytes
    let fixed = FixApplier.converge(windows(subject.bytes), check: Self.checkFaults).bytes
    #expect(fixed == windows(plain))
  }
}
