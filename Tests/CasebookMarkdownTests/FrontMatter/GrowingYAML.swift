/// Inputs that grow with a number and have stalled readers of YAML, each with the verdict it gets at any larger size.
enum GrowingYAML: String, CaseIterable, Sendable {
  case aliases, anchors, flowSequences, openFlowSequences, flowMappings, flowKeys, wideFlow, blockMappings,
    blockSequences
  case questionMarks, colons, keys, scalar, escapes, comments, bangs, literalBlock, plainLines, flatList

  var verdict: String {
    switch self {
    case .aliases, .anchors: "anchor"
    case .bangs: "tag"
    case .colons: "root"
    case .flowSequences, .openFlowSequences, .flowMappings, .blockMappings, .blockSequences: "deep"
    case .flowKeys, .questionMarks: "key"
    case .wideFlow, .keys, .flatList: "many"
    case .scalar, .escapes, .literalBlock, .plainLines: "value"
    case .comments: "empty"
    }
  }

  func text(_ n: Int) -> String {
    switch self {
    case .aliases: "a0: &a0 [x]\n" + lines(n) { "a\($0): &a\($0) [*a\($0), *a\($0)]\n" }
    case .anchors: "a:\n" + lines(n) { "- &a\($0) x\n" }
    case .flowSequences: "a: " + times(n, "[") + "1" + times(n, "]")
    case .openFlowSequences: "a: " + times(n, "[")
    case .flowMappings: times(n, "{a: ") + "1" + times(n, "}")
    case .flowKeys: times(n, "{") + "a: b" + times(n - 1, "}: c") + "}"
    case .wideFlow: "a: [" + times(n * 2, "a,") + "]"
    case .blockMappings: lines(min(n, 300)) { times($0, " ") + "a:\n" }
    case .blockSequences: "a:\n" + times(n, "- ") + "x"
    case .questionMarks: times(n, "? ")
    case .colons: times(n, "a:") + " b: c"
    case .keys: lines(n) { "k\($0): v\n" }
    case .scalar: "a: " + times(n, "x")
    case .escapes: "a: \"" + times(n, "\\x41") + "\""
    case .comments: times(n, "#\n")
    case .bangs: times(n, "!") + " a"
    case .literalBlock: "a: |\n" + times(n, " x\n")
    case .plainLines: "a: x\n" + times(n, " y\n")
    case .flatList: "a:\n" + times(n * 2, "- b\n")
    }
  }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: max(count, 0)) }

  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    var text = ""
    for index in 0..<count { text += line(index) }
    return text
  }
}
