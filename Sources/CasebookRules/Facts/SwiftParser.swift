/// Asks `swiftc -frontend -parse`: one process for many files, which reads them and looks nothing up.
///
/// Statements stand at the top level of most fragments; the parser says so of every file but one, and goes on.
struct SwiftParser: BlockParser {
  private static let share = 100
  /// Blocks that are tried alone after a process died on their share.
  private static let most = 32

  private enum Stage { case shares, alone, done }

  private let blocks: [[UInt8]]
  private(set) var facts: [BlockFacts]
  private(set) var failure: UncheckedBlocks.Reason?
  private var stage = Stage.shares
  private var shares: [[Int]] = []
  /// A file that no Swift takes, in every share: where it is not refused, the answer is worth nothing.
  private static let probe = ParserRun.File(name: "probe.swift", bytes: Array("let\n".utf8))

  init(_ blocks: [[UInt8]]) {
    self.blocks = blocks
    facts = [BlockFacts](repeating: .unknown, count: blocks.count)
    shares = stride(from: 0, to: blocks.count, by: Self.share).map {
      Array($0..<min($0 + Self.share, blocks.count))
    }
  }

  mutating func next() -> [ParserRun] {
    guard failure == nil, stage != .done else { return [] }
    return shares.map { share in
      let files =
        share.map { ParserRun.File(name: "b\($0).swift", bytes: Self.withoutDots(blocks[$0])) } + [Self.probe]
      return ParserRun(
        CodeLanguage.swift.program,
        ["-frontend", "-parse", "-no-color-diagnostics", "-diagnostic-style", "llvm"] + files.map(\.name), files: files,
        limit: 30)
    }
  }

  mutating func take(_ outcomes: [ParserOutcome]) {
    var unknown: [Int] = []
    for (share, outcome) in zip(shares, outcomes) {
      switch outcome.end {
      case .notFound: failure = .absent
      case .exited(1): read(outcome.errors, share)
      case .exited(0): failure = .unusable("answers what is not understood")
      case .exited, .killed: unknown += share
      }
    }
    shares = stage == .shares ? unknown.prefix(Self.most).map { [$0] } : []
    stage = stage == .shares && !shares.isEmpty ? .alone : .done
  }

  /// `{ ... }` → `{     }`: what is left out is left out.
  private static func withoutDots(_ code: [UInt8]) -> [UInt8] {
    var result = code
    for index in code.indices {
      let dots = code[index...].starts(with: "...".utf8) || code[index...].starts(with: "…".utf8)
      guard dots else { continue }
      // A range (`0...9`, `a...`) and variadic parameters (`Int...`) stand right behind a word.
      if index > 0, code[index - 1] > 0x20, code[index - 1] != UInt8(ascii: "{") { continue }
      if index + 3 < code.count, code[index + 3] &- 0x30 < 10 { continue }
      for place in index..<index + 3 { result[place] = 0x20 }
    }
    return result
  }

  /// `b3.swift:1:9: error: …`, a line each; the first error of a file counts.
  private mutating func read(_ errors: [UInt8], _ share: [Int]) {
    let lines = errors.split(separator: 0x0A)
    guard lines.contains(where: { $0.starts(with: "\(Self.probe.name):1:".utf8) }) else {
      failure = .unusable("answers what is not understood")
      return
    }
    for index in share { facts[index] = .sound }
    for line in lines {
      let parts = String(decoding: line.prefix(1_000), as: UTF8.self).split(separator: ":", maxSplits: 4)
      guard parts.count == 5, parts[3] == " error", parts[0].hasPrefix("b"), parts[0].hasSuffix(".swift"),
        let index = Int(parts[0].dropFirst().dropLast(".swift".count)), share.contains(index),
        let number = Int(parts[1]), let column = Int(parts[2])
      else { continue }
      let message = parts[4].drop { $0 == " " }
      // Fragments stand at the top level, and `<#name#>` is to be filled in.
      if message.contains("at the top level") || message.contains("editor placeholder") { continue }
      guard case .sound = facts[index] else { continue }
      facts[index] = .fault(
        SyntaxFault(
          place: .init(number, max(column - 1, 0)..<max(column, 1)), message: "Swift does not parse this: \(message)"))
    }
  }
}
