/// Has the code of all documents read by the parsers of its languages, each block once however often it is quoted.
package enum CodeAnalysis {
  /// Starts programs, all at once or one after the other, and tells how each ended.
  package typealias Start = ([ParserRun]) -> [ParserOutcome]

  /// One language, its blocks, and the parser that reads them.
  private struct Desk {
    let language: CodeLanguage
    /// Number of each text, and how many blocks hold it.
    var numbers: [[UInt8]: Int] = [:]
    var texts: [[UInt8]] = []
    var uses: [Int] = []
    var parser: any BlockParser = PythonParser([])

    mutating func number(of text: [UInt8]) -> Int {
      if let known = numbers[text] {
        uses[known] += 1
        return known
      }
      numbers[text] = texts.count
      texts.append(text)
      uses.append(1)
      return texts.count - 1
    }

    mutating func open() {
      numbers = [:]
      switch language {
      case .python: parser = PythonParser(texts)
      case .bash: parser = BashParser(texts)
      case .swift: parser = SwiftParser(texts)
      }
      texts = []
    }
  }

  /// Asks until nothing is left to ask; without `start` nothing is known, and the answer says so.
  package static func facts(of documents: [DocumentExhibits?], start: Start?) -> CodeFacts {
    guard let start else { return turnedOff(documents) }
    var desks = CodeLanguage.allCases.map { Desk(language: $0) }
    var numbers: [[(desk: Int, number: Int)?]] = []
    numbers.reserveCapacity(documents.count)
    for document in documents {
      numbers.append(
        (document?.blocks ?? []).map { block in
          guard let language = block.language, let desk = CodeLanguage.allCases.firstIndex(of: language) else {
            return nil
          }
          return (desk, desks[desk].number(of: block.code))
        })
    }
    let used = desks.indices.filter { !desks[$0].texts.isEmpty }
    for desk in used { desks[desk].open() }
    while true {
      var runs: [ParserRun] = []
      var ends: [(desk: Int, end: Int)] = []
      for desk in used {
        let asked = desks[desk].parser.next()
        guard !asked.isEmpty else { continue }
        runs += asked
        ends.append((desk, runs.count))
      }
      guard !runs.isEmpty else { break }
      let outcomes = start(runs)
      var first = 0
      for (desk, end) in ends {
        let end = min(end, outcomes.count)
        desks[desk].parser.take(Array(outcomes[min(first, end)..<end]))
        first = end
      }
    }
    let facts = desks.map(\.parser.facts)
    return CodeFacts(
      numbers.map { $0.map { place in place.map { facts[$0.desk][$0.number] } ?? .unknown } },
      unchecked: used.compactMap { unchecked(desks[$0]) })
  }

  /// Nothing is known of any block.
  private static func turnedOff(_ documents: [DocumentExhibits?]) -> CodeFacts {
    CodeFacts(
      [],
      unchecked: CodeLanguage.allCases.compactMap { language in
        let count = documents.reduce(0) { $0 + ($1?.blocks(of: language) ?? 0) }
        return count == 0 ? nil : UncheckedBlocks(language, count, .turnedOff)
      })
  }

  /// Blocks without an answer.
  private static func unchecked(_ desk: Desk) -> UncheckedBlocks? {
    let facts = desk.parser.facts
    let count = facts.indices.reduce(0) { sum, index in
      if case .unknown = facts[index] { sum + desk.uses[index] } else { sum }
    }
    guard count > 0 else { return nil }
    return UncheckedBlocks(desk.language, count, desk.parser.failure ?? .gaveUp)
  }
}
