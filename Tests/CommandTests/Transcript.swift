/// A page of commands and what they print: `$ command`, output, `? 1`; prose round the blocks says why.
///
/// ```console
/// $ casebook tools nonsense
/// error: no issue type fits 'nonsense'
/// [..]
/// ? 1
/// ```
/// `[..]` inside a line stands for any text, alone on a line for any number of lines. A block fenced as `console` is run;
/// all blocks of a page share one folder, in order. Where output holds fences, the block has longer ones.
struct Transcript {
  struct Command {
    /// Line of the page, from 1.
    var line: Int
    var text: String
    var output: [String]
    var status: Int32
    /// Lines of the page that hold output and status.
    var expectation: Range<Int>
  }

  var lines: [String]
  var commands: [Command] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Backticks of the fence that is open: output may hold shorter ones.
    var fence = 0
    var isConsole = false
    var open: Command?
    for (index, line) in lines.enumerated() {
      let ticks = line.prefix { $0 == "`" }.count
      let isFence = fence == 0 ? ticks >= 3 : ticks >= fence && ticks == line.count
      if isFence || (isConsole && line.hasPrefix("$ ")) {
        if let command = open { commands.append(command.closed(at: index, lines)) }
        open = isFence ? nil : Command(line: index + 1, text: String(line.dropFirst(2)))
      }
      if isFence {
        fence = fence == 0 ? ticks : 0
        isConsole = fence > 0 && line.dropFirst(ticks) == "console"
      }
    }
  }

  /// The page with what really happened; elisions that still fit are kept.
  func recorded(_ results: [(output: [String], status: Int32)]) -> String {
    var lines = lines
    for (command, result) in zip(commands, results).reversed() {
      guard !command.accepts(result.output, result.status) else { continue }
      let status = result.status == 0 ? [] : ["? \(result.status)"]
      lines.replaceSubrange(command.expectation, with: result.output + status)
    }
    return lines.joined(separator: "\n")
  }
}

extension Transcript.Command {
  fileprivate init(line: Int, text: String) {
    self.init(line: line, text: text, output: [], status: 0, expectation: line..<line)
  }

  /// Takes all lines up to another one as expectation.
  fileprivate func closed(at end: Int, _ lines: [String]) -> Self {
    var result = self
    result.expectation = line..<end
    result.output = Array(lines[line..<end])
    if let last = result.output.last, last.hasPrefix("? "), let code = Int32(last.dropFirst(2)) {
      result.status = code
      result.output.removeLast()
    }
    return result
  }

  /// Whether output and exit status are as the page says.
  func accepts(_ real: [String], _ realStatus: Int32) -> Bool {
    status == realStatus && Elision.matches(output[...], real[...])
  }
}

/// Compares lines where `[..]` stands for anything.
enum Elision {
  static func matches(_ expected: ArraySlice<String>, _ real: ArraySlice<String>) -> Bool {
    var expected = expected
    var real = real
    while let line = expected.popFirst() {
      if line == "[..]" {
        if expected.isEmpty { return true }
        return (real.startIndex...real.endIndex).contains { matches(expected, real[$0...]) }
      }
      guard let first = real.popFirst(), matches(line, first) else { return false }
    }
    return real.isEmpty
  }

  static func matches(_ expected: String, _ real: String) -> Bool {
    let parts = expected.split(separator: "[..]", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return expected == real }
    guard real.hasPrefix(first) else { return false }
    var rest = real.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}
