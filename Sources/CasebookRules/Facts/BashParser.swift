/// Asks `bash -n`, which reads and runs nothing: one process for one block, but only for blocks that are not plainly well.
struct BashParser: BlockParser {
  /// Processes of a run; what is left is given up, and the run says so.
  private static let most = 4_000

  private enum Stage { case first, withoutNotation, done }

  private let blocks: [[UInt8]]
  private(set) var facts: [BlockFacts]
  private(set) var failure: UncheckedBlocks.Reason?
  private var stage = Stage.first
  private var asked: [Int] = []
  /// A quote that is open: a bash that does not mind is none.
  private static let probe = Array("'\n".utf8)

  init(_ blocks: [[UInt8]]) {
    self.blocks = blocks
    facts = [BlockFacts](repeating: .unknown, count: blocks.count)
    for (index, block) in blocks.enumerated() {
      if ShellText.isPlain(block) || CodeNotation.isTranscript(block) {
        facts[index] = .sound
      } else if asked.count < Self.most {
        asked.append(index)
      }
    }
  }

  mutating func next() -> [ParserRun] {
    guard failure == nil else { return [] }
    switch stage {
    case .first: return asked.isEmpty ? [] : [run(Self.probe)] + asked.map { run(blocks[$0]) }
    case .withoutNotation:
      // What a reader is to fill in, and patterns that a shell only knows once they are switched on.
      asked = asked.filter { if case .fault = facts[$0] { Self.hasNotation(blocks[$0]) } else { false } }
      return asked.map { run(CodeNotation.filled(blocks[$0]), ["-O", "extglob"]) }
    case .done: return []
    }
  }

  private func run(_ block: [UInt8], _ options: [String] = []) -> ParserRun {
    ParserRun(
      CodeLanguage.bash.program, ["--norc", "--noprofile"] + options + ["-n", "/dev/stdin"], input: block, limit: 5)
  }

  private static func hasNotation(_ block: [UInt8]) -> Bool {
    block.contains(UInt8(ascii: "<")) || block.contains(UInt8(ascii: "(")) || block.contains(0xE2)
      || CodeNotation.isTemplate(block)
  }

  mutating func take(_ outcomes: [ParserOutcome]) {
    var outcomes = outcomes[...]
    if stage == .first, let probe = outcomes.popFirst() {
      if probe.isAbsent {
        failure = .absent
      } else if BashMessage(probe.errors)?.isAboutQuotes != true {
        failure = .unusable(probe.end == .killed ? "does not answer" : "answers what is not understood")
      }
      guard failure == nil else { return }
    }
    for (index, outcome) in zip(asked, outcomes) {
      switch (stage, outcome.end) {
      case (_, .notFound): failure = .absent
      case (_, .exited(0)): facts[index] = .sound
      case (.first, .exited): facts[index] = BashMessage(outcome.errors)?.fault(in: blocks[index]) ?? .unknown
      case (.withoutNotation, .exited), (_, .killed), (.done, _): break
      }
    }
    stage = stage == .first ? .withoutNotation : .done
  }
}

/// What bash prints about a block: `/dev/stdin: line 3: unexpected EOF while looking for matching …`.
private struct BashMessage {
  let line: Int
  let text: String

  private static let opening = "/dev/stdin: line "

  /// The first message that names a line.
  init?(_ errors: [UInt8]) {
    let lines = String(decoding: errors.prefix(4_096), as: UTF8.self).split(separator: "\n")
    guard let first = lines.first(where: { $0.hasPrefix(Self.opening) && !$0.contains("warning: here-document") })
    else {
      return nil
    }
    let rest = first.dropFirst(Self.opening.count)
    guard let colon = rest.firstIndex(of: ":"), let line = Int(rest[..<colon]) else { return nil }
    self.line = line
    text = String(rest[rest.index(after: colon)...].drop { $0 == " " })
  }

  var isAboutQuotes: Bool { text.hasPrefix("unexpected EOF while looking for matching") }

  /// The sign or word in bash's own quotes: "`('" → `(`.
  private var token: String? {
    guard let start = text.firstIndex(of: "`"), let end = text.lastIndex(of: "'"), start < end else { return nil }
    return String(text[text.index(after: start)..<end])
  }

  /// What is wrong, and where.
  ///
  /// Most blocks that bash refuses hold output, usage or another language besides their commands; only a quote or a loop
  /// that is open in what is a command beyond doubt is more than that.
  func fault(in code: [UInt8]) -> BlockFacts {
    let outline = ShellOutline(code)
    var fault = fault(outline)
    fault.isExcerpt = true
    if isAboutQuotes {
      fault.isExcerpt = !outline.isCommand(fault.place)
    } else if text.contains("unexpected end of file"), let open = outline.openCommand {
      fault.isExcerpt = open.word == "{" || open.word == "(" || outline.isLast(open.place.line)
    }
    return .fault(fault)
  }

  private func fault(_ outline: ShellOutline) -> SyntaxFault {
    if isAboutQuotes, let token {
      guard let open = outline.openQuote, token == open.sign else {
        return SyntaxFault(place: outline.line(line), message: "a `\(token)` must be there before the block ends")
      }
      return SyntaxFault(
        place: open.place, message: "a `\(token)` must be closed; this one is open to the end of the block",
        note: open.impostor.map {
          .init(place: $0, message: "this does not close it; a `\(token)` is missing here")
        })
    }
    if text.contains("unexpected end of file") {
      guard let open = outline.openCommand else {
        return SyntaxFault(place: outline.line(line), message: "a command must be complete where the block ends")
      }
      return SyntaxFault(
        place: open.place, message: "`\(open.word)` must be ended by `\(open.closing)` before the block ends")
    }
    guard let token, text.contains("near unexpected token") else {
      return SyntaxFault(place: outline.line(line), message: "bash does not parse this: \(text)")
    }
    if token == "newline" {
      return SyntaxFault(
        place: outline.end(ofLine: line), message: "a command must be complete where its line ends")
    }
    return SyntaxFault(
      place: outline.place(of: token, onLine: line) ?? outline.line(line),
      message: "bash takes no `\(token)` here; what is no command belongs into a block of its own")
  }
}
