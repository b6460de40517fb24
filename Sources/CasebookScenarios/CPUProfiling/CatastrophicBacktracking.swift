import CasebookChecks

/// A matcher that counts its steps, on names that almost fit: how many does one character more cost?
let catastrophicBacktracking = Check(
  "cpu/catastrophic-backtracking", case: "catastrophic-backtracking",
  variants: [
    .bug(covers: "catastrophic-backtracking.bug"),
    .fix(covers: "catastrophic-backtracking.fix"),
    .fix("atomic-group"),
  ],
  claims: [
    Claim("each character more doubles the bug's steps") {
      let steps = try $0.bug.series("steps")
      return steps.count > 5 && zip(steps, steps.dropFirst()).allSatisfy { $1 == 2 * $0 + 2 }
    },
    Claim("the fix needs at most two steps a character") {
      try $0.fix["steps-at-20"] <= 40 && $0.bug["steps-at-20"] == 2_097_150
    },
    Claim("the fix says the same of every text, where the bug is a thousand times slower") {
      try $0.fix["wrong-answers"] == 0 && $0.bug["steps-at-20"] > 1_000 * $0.fix["steps-at-20"]
    },
  ], limit: .seconds(60)
) { run in
  let pattern = Pattern(run.variant)
  for length in 10...20 {
    let steps = Matcher(text: Array(repeating: 0x61, count: length) + [0x21]).run(pattern).steps
    run.sample("steps", x: Double(length), y: Double(steps), xLabel: "characters", yLabel: "steps")
    if length == 20 {
      run.record(
        "steps-at-20", steps, unit: "steps",
        beside: run.written(bug: "20 characters: 2097150 steps", fix: "20 characters: 40 steps"))
    }
  }
  // Every text of up to six characters of "a" and "!".
  var wrong = 0
  for length in 0...6 {
    for bits in 0..<(1 << length) {
      let text = (0..<length).map { bits >> $0 & 1 == 1 ? UInt8(0x61) : 0x21 }
      let fits = !text.isEmpty && text.allSatisfy { $0 == 0x61 }
      if Matcher(text: text).run(pattern).matches != fits { wrong += 1 }
    }
  }
  run.record("wrong-answers", wrong, unit: "texts")
}

/// The three patterns of the document.
private enum Pattern {
  /// `^(a+)+$`
  case nested
  /// `^a+$`
  case plain
  /// `^(?>a+)+$`: what the group has taken it does not give back.
  case atomic

  init(_ variant: String) {
    switch variant {
    case "bug": self = .nested
    case "atomic-group": self = .atomic
    default: self = .plain
    }
  }
}

/// A backtracking matcher as the engines of Python, JavaScript and Java are: longest first, then shorter ones.
private struct Matcher {
  let text: [UInt8]
  /// Characters looked at, and continuations tried.
  private(set) var steps = 0

  init(text: [UInt8]) { self.text = text }

  func run(_ pattern: Pattern) -> (matches: Bool, steps: Int) {
    var matcher = self
    let matches =
      switch pattern {
      case .nested: matcher.group(at: 0, isAtomic: false)
      case .plain: matcher.run(at: 0)
      case .atomic: matcher.group(at: 0, isAtomic: true)
      }
    return (matches, matcher.steps)
  }

  /// `a+$`
  private mutating func run(at start: Int) -> Bool {
    let end = take(from: start)
    for stop in stride(from: end, to: start, by: -1) {
      steps += 1
      if stop == text.count { return true }
    }
    return false
  }

  /// `(a+)+$`: a run, then another group or the end; the depth is that of the text, twenty at most.
  private mutating func group(at start: Int, isAtomic: Bool) -> Bool {
    let end = take(from: start)
    for stop in stride(from: end, to: start, by: -1) {
      steps += 1
      if group(at: stop, isAtomic: isAtomic) || stop == text.count { return true }
      if isAtomic { return false }
    }
    return false
  }

  /// Takes as many `a` as there are.
  private mutating func take(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == 0x61 {
      end += 1
      steps += 1
    }
    return end
  }
}
