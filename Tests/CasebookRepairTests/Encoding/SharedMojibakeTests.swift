import CasebookRepair
import CasebookSource
import Foundation
import TestSupport
import Testing

/// Real damage collected by others, beside the repository; skipped where it is absent.
@Suite(.enabled(if: SharedData.exists("data/mojibake"), "SKIPPED: no shared data beside the repository"))
struct SharedMojibakeTests {
  struct FtfyCase: Decodable {
    var label, original: String
    var fixed_encoding: String
    var expect: String
  }
  struct LinePair: Decodable { var bad, clean: String }

  private func repaired(_ text: String) -> String {
    String(decoding: TextRepair.repair(SourceFile(path: "a.md", text: text)).bytes, as: UTF8.self)
  }

  /// 95 % of each codec's cases, in which ftfy itself succeeds, are restored byte for byte.
  @Test(arguments: ["mac_roman", "windows_1252", "latin_1"])
  func restoresCases(codec: String) throws {
    let sets = try JSONDecoder().decode(
      [String: [FtfyCase]].self, from: Data(SharedData.bytes("data/mojibake/ftfy-cases.json")))
    let cases = try #require(sets[codec]).filter { $0.expect == "pass" }
    // What was lost to a question mark stays: nothing tells it from a question.
    let wanted = cases.filter { !$0.original.contains("\u{20AC}?") }
    let failed = wanted.filter { repaired($0.original) != $0.fixed_encoding }
    #expect(failed.isEmpty, "\(failed.map(\.label))")
    #expect(wanted.count >= cases.count - 1)
  }

  @Test func leavesNegativeCasesAlone() throws {
    let sets = try JSONDecoder().decode(
      [String: [FtfyCase]].self, from: Data(SharedData.bytes("data/mojibake/ftfy-cases.json")))
    for negative in try #require(sets["negative"]) { #expect(repaired(negative.original) == negative.original) }
  }

  /// Lines out of commits: 271 of 272; the other speaks about mojibake and shows both forms.
  @Test func restoresRealLines() throws {
    let pairs = try JSONDecoder().decode([LinePair].self, from: Data(SharedData.bytes("data/mojibake/line-pairs.json")))
    let failed = pairs.filter { repaired($0.bad) != $0.clean }
    #expect(failed.count * 100 <= pairs.count, "\(failed.map(\.bad))")
    #expect(pairs.allSatisfy { repaired($0.clean) == $0.clean })
  }

  /// Pages in 26 languages: not a byte changes and nothing is reported.
  @Test func leavesPagesInManyLanguagesAlone() {
    let names = SharedData.files(in: "data/mojibake/negative", suffix: ".md")
    #expect(names.count > 100)
    for name in names {
      let bytes = SharedData.bytes("data/mojibake/negative/" + name)
      let text = TextRepair.repair(SourceFile(path: name, bytes: bytes))
      #expect(text.bytes == bytes && text.diagnostics.isEmpty, "\(name)")
    }
  }
}
