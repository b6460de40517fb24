import CasebookModel
import CasebookSource
import TestSupport
import Testing

@Suite("A measured figure beside the one of the text") struct FigureAgreementTests {
  @Test(
    "what the two say of each other",
    arguments: [
      (351.1, "ms", "350 ms", FigureAgreement.agrees, "zeros at the end need not count beside a measurement"),
      (351.1, "ms", "before: P50=351 ms", .agrees, "the number behind its label"),
      (2032.8, "ms", "2 s", .agrees, "another unit"),
      (2032.8, "ms", "P99=2,033 ms", .agrees, "thousands"),
      (351.1, "ms", "50 ms", .differs, "the original's P50"),
      (351, "values", "350", .differs, "beside a count every digit counts"),
      (4, "orders", "lost changes: 4", .agrees, "words that are no unit"),
      (4, "orders", "lost changes: 0", .differs, "another number"),
      (4_194_304, "bytes", "4 rotations: 4 MiB", .agrees, "bytes"),
      (0, "bytes", "4 rotations: 0 MiB", .agrees, "nothing"),
      (1.23, "requests", "requests sent for a success: 1.23", .agrees, "a fraction"),
      (1.29, "requests", "requests sent for a success: 1.23", .differs, "another fraction"),
      (1_050, "entries", "~1000 entries", .agrees, "about a thousand"),
    ] as [(Double, String, String, FigureAgreement, String)])
  func compared(_ value: Double, _ unit: String, _ text: String, _ expected: FigureAgreement, _ reason: String) {
    let metric = EvidenceRecord.Metric(name: "a", value: value, unit: unit, stability: .exact, documentValue: text)
    #expect(metric.agreement == expected, "\(reason)")
  }

  @Test("a limit beside a figure", arguments: [("603 frames", FigureAgreement.agrees), ("50 frames", .differs)])
  func bounded(_ text: String, _ expected: FigureAgreement) {
    let metric = EvidenceRecord.Metric(
      name: "a", value: nil, unit: "frames", stability: .bounded, bound: .init(op: ">=", value: 600),
      documentValue: text)
    #expect(metric.agreement == expected)
  }

  @Test("what can't be compared", arguments: ["5%", "many", "", ":", "="])
  func incomparable(_ text: String) {
    let metric = EvidenceRecord.Metric(name: "a", value: 493, unit: "writes", stability: .exact, documentValue: text)
    #expect(metric.agreement == nil)
    #expect(EvidenceRecord.Metric(name: "a", value: 1, unit: "1", stability: .exact).agreement == nil)
  }

  @Test("the figures of what ships stand in their cases as they are recorded, and agree") func shipped() throws {
    let paths = Repository.files(below: "content/proof", suffix: ".json").filter { !$0.hasSuffix("lock.json") }
    var texts: [String: String] = [:]
    for path in Repository.files(below: "content/cases", suffix: ".md") {
      let document = DocumentReader.read(SourceFile(path: path, bytes: Repository.bytes(path)))
      for item in document.model.cases { texts[item.id] = Repository.text(path) }
    }
    var compared = 0
    for path in paths {
      let record = try EvidenceRecord(decoding: Repository.bytes(path))
      for variant in record.variants {
        for metric in variant.metrics {
          guard let text = metric.documentValue else { continue }
          compared += metric.agreement == .agrees ? 1 : 0
          #expect(metric.agreement != .differs, "\(record.check), \(variant.name): \(metric.name) and '\(text)'")
          #expect(texts[record.caseID]?.contains(text) == true, "\(record.check): the text has no '\(text)'")
        }
      }
    }
    #expect(paths.count == 21 && compared >= 40)
  }
}
