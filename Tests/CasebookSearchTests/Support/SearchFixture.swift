import CasebookModel
import CasebookSource

@testable import CasebookSearch

/// Cases made of a small vocabulary, the same for the same seed.
struct SearchFixture {
  private static let words = [
    "memory", "heap", "leak", "pool", "lock", "wait", "timeout", "socket", "disk", "cache", "worker", "queue", "retry",
    "deploy", "latency", "index", "scan", "query", "thread", "race", "MyClass.doSomething", "p99", "ENOSPC", "v2.4.0",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }

  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[number(below: Self.words.count)] }.joined(separator: " ")
  }

  mutating func documents(_ count: Int) -> [CaseDocument] {
    (0..<count).map { index in
      let text = """
        ---
        id: case-\(index)
        tags: [\(text(2).split(separator: " ").map { $0.filter(\.isLetter) }.joined(separator: ", "))]
        issueType: memory-leaks
        ---
        # \(text(4)) \(index)

        **Problem**: \(text(8))

        ### Symptoms
        - \(text(5))
        - \(text(6))

        ### Investigation

        **1. Look at it**

        \(text(40))
        """
      return DocumentReader.read(SourceFile(path: "case-\(index).md", bytes: Array(text.utf8))).model
    }
  }

  /// Shares documents out to several builders and joins them.
  static func index(_ documents: [CaseDocument], builders count: Int = 1) -> IndexFile {
    var builders = [CaseIndexBuilder](repeating: CaseIndexBuilder(), count: max(count, 1))
    for (index, document) in documents.enumerated() { builders[index % builders.count].add(document) }
    return CaseIndex.build(builders, issueTypes: ["Memory leaks"], manifest: Array("manifest".utf8), build: 7)
  }
}
