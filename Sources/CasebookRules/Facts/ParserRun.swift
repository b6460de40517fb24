/// A program that the edge is asked to start, and what it is to be given; this library starts none.
package struct ParserRun: Sendable {
  package var program: String
  package var arguments: [String]
  package var input: [UInt8]
  /// Files in a fresh folder that becomes the working folder.
  package var files: [File]
  /// Seconds without a word after which it is killed.
  package var limit: Int

  /// A file to be read; the name is one word.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  package init(
    _ program: String, _ arguments: [String], input: [UInt8] = [], files: [File] = [], limit: Int = 30
  ) {
    self.program = program
    self.arguments = arguments
    self.input = input
    self.files = files
    self.limit = limit
  }
}

/// How a program ended, and what it printed before.
package struct ParserOutcome: Sendable {
  /// What became of it.
  package enum End: Sendable, Hashable {
    case exited(Int32)
    /// Died of a signal, or was killed since it took too long or printed too much.
    case killed
    case notFound
  }

  package var end: End
  package var output: [UInt8]
  package var errors: [UInt8]

  package init(_ end: End, output: [UInt8] = [], errors: [UInt8] = []) {
    self.end = end
    self.output = output
    self.errors = errors
  }

  var isAbsent: Bool { end == .notFound }
}

/// The parser of one language, asked in rounds: what it could not answer in one, it may ask in another way in the next.
protocol BlockParser {
  init(_ blocks: [[UInt8]])
  /// Programs to start next, all at once; empty when it is done.
  mutating func next() -> [ParserRun]
  /// Takes the outcomes of the last round, in its order.
  mutating func take(_ outcomes: [ParserOutcome])
  /// What is known of each block.
  var facts: [BlockFacts] { get }
  /// Why nothing is known, where the program is to blame.
  var failure: UncheckedBlocks.Reason? { get }
}
