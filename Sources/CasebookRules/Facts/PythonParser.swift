/// Asks Python itself: one process for many blocks, in which nothing of them is run.
///
/// A block on which the process dies or stalls is given up, and the next process goes on behind it.
struct PythonParser: BlockParser {
  /// Blocks for one process: enough to make its start cheap, few enough that two processors share a thousand.
  private static let share = 600
  /// Deaths after which the rest is given up.
  private static let patience = 8

  private let blocks: [[UInt8]]
  private(set) var facts: [BlockFacts]
  private(set) var failure: UncheckedBlocks.Reason?
  /// Blocks that wait for an answer, and the share that each process of this round was given.
  private var waiting: [Int]
  private var shares: [[Int]] = []
  private var deaths = 0

  init(_ blocks: [[UInt8]]) {
    self.blocks = blocks
    facts = [BlockFacts](repeating: .unknown, count: blocks.count)
    waiting = Array(blocks.indices)
  }

  mutating func next() -> [ParserRun] {
    guard failure == nil, deaths < Self.patience else { return [] }
    shares = stride(from: 0, to: waiting.count, by: Self.share).map {
      Array(waiting[$0..<min($0 + Self.share, waiting.count)])
    }
    waiting = []
    return shares.map { share in
      var input: [UInt8] = []
      for index in share {
        input += Array("\(index) \(blocks[index].count)\n".utf8)
        input += blocks[index]
      }
      return ParserRun(
        CodeLanguage.python.program, ["-I", "-S", "-B", "-c", PythonScript.text], input: input, limit: 20)
    }
  }

  mutating func take(_ outcomes: [ParserOutcome]) {
    for (share, outcome) in zip(shares, outcomes) {
      if outcome.isAbsent {
        failure = .absent
        return
      }
      let answers = PythonAnswers(outcome.output)
      guard answers.hasStarted, !answers.isTooOld else {
        failure = .unusable(answers.isTooOld ? "is older than 3.8" : Self.complaint(outcome))
        return
      }
      var unanswered = share[...]
      while let index = unanswered.first, let known = answers.facts[index] {
        facts[index] = known
        unanswered.removeFirst()
      }
      guard !unanswered.isEmpty else { continue }
      deaths += 1
      waiting += unanswered.dropFirst()
    }
  }

  private static func complaint(_ outcome: ParserOutcome) -> String {
    switch outcome.end {
    case .killed: "does not answer"
    case .exited(let status): status == 0 ? "answers what is not understood" : "fails with \(status)"
    case .notFound: "is not there"
    }
  }
}
