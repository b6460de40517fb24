/// A step's title taken apart: `**5. Fix - Option 1: Optimistic Locking**` → 5, fix by lexicon, option 1.
struct StepTitle {
  /// The number written before it.
  var number: Int?
  /// The text without the number.
  var text: TextSlice
  var kind: StepKind
  var kindSource: Confidence
  /// `Option 1` → 1.
  var optionIndex: Int?
  /// What follows `Option 1:` or `Fix -`.
  var optionName: TextSlice?

  init(_ title: TextSlice) {
    (number, text) = Self.withoutNumber(title)
    (kind, kindSource) = (.other, .unknown)
    if let exact = Self.exactKind(text) {
      (kind, kindSource) = (exact, .exact)
    } else if let known = Self.lexiconKind(text) {
      (kind, kindSource) = (known, .lexicon)
    }
    if kind == .fix { readOption() }
  }

  /// `5. Fix`, `5) Fix`, `Step 5: Fix` → 5, `Fix`; a number without anything behind it is the title.
  static func withoutNumber(_ title: TextSlice) -> (number: Int?, text: TextSlice) {
    var rest = title
    let isStep = title.beginsWithWord("step")
    if isStep { rest = title.dropping(4) }
    guard let number = rest.number(at: 0) else { return (nil, title) }
    var cut = number.length
    if let mark = rest.byte(cut), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") || mark == UInt8(ascii: ":") {
      cut += 1
    } else if !isStep {
      return (nil, title)
    }
    guard rest.byte(cut)?.isSpace ?? false else { return (nil, title) }
    var text = rest.dropping(cut)
    if isStep, text.byte(0) == UInt8(ascii: "-"), text.byte(1)?.isSpace ?? false { text = text.dropping(2) }
    return text.isEmpty ? (nil, title) : (number.value, text)
  }

  /// Whether a heading, numbered or not, is a strict title: `3. Root cause: …`.
  static func isExact(_ title: TextSlice) -> Bool { exactKind(withoutNumber(title).text) != nil }

  private static let strict: [(StaticString, StepKind)] = [
    ("reproduce", .reproduce), ("isolate", .isolate), ("hypothesis", .hypothesis), ("tool", .tooling),
    ("evidence", .evidence), ("finding", .finding), ("root cause", .rootCause), ("mitigation", .mitigation),
    ("fix", .fix), ("verification", .verification),
  ]

  /// `Kind`, `Kind: what` or `Fix option 2: what`.
  private static func exactKind(_ text: TextSlice) -> StepKind? {
    guard let first = text.byte(0)?.lowered, UInt8(ascii: "e")...UInt8(ascii: "v") ~= first else { return nil }
    for (name, kind) in strict where text.matches(name) {
      let end = name.utf8CodeUnitCount
      guard let next = text.byte(end) else { return kind }
      if next == UInt8(ascii: ":") { return kind }
      if kind == .fix, text.matches(" option ", at: end), let number = text.number(at: end + 8) {
        let mark = text.byte(end + 8 + number.length)
        if mark == nil || mark == UInt8(ascii: ":") { return kind }
      }
    }
    return nil
  }

  /// The first kind, in this order, of which a word stands in the title.
  private static let lexicon: [StepKind] = [
    .fix, .verification, .rootCause, .mitigation, .reproduce, .isolate, .hypothesis, .finding, .evidence, .tooling,
  ]

  private static func lexiconKind(_ text: TextSlice) -> StepKind? {
    if text.beginsWithWord("fix") || text.beginsWithWord("patch") || text.matches("remedy") { return .fix }
    var found: UInt16 = 0
    func mark(_ kind: StepKind) { found |= 1 << rank(kind) }
    if text.matches("test fix") || text.matches("validate") || text.matches("confirm") { mark(.verification) }
    if text.matches("mitigat") { mark(.mitigation) }
    if text.matches("finding") || text.beginsWithWord("find") { mark(.finding) }
    var hasCheck = false
    text.forEachWord { offset, first in
      switch first {
      case UInt8(ascii: "v"): if text.matches("verif", at: offset) { mark(.verification) }
      case UInt8(ascii: "r"):
        if text.matches("root cause", at: offset) { mark(.rootCause) }
        if text.matches("roll back", at: offset) || text.matches("rollback", at: offset) { mark(.mitigation) }
        if text.matches("reproduce", at: offset) { mark(.reproduce) }
      case UInt8(ascii: "i"): if text.matches("isolate", at: offset) { mark(.isolate) }
      case UInt8(ascii: "b"):
        if text.matches("bisect", at: offset) { mark(.isolate) }
        if text.matches("baseline", at: offset) { mark(.evidence) }
      case UInt8(ascii: "h"): if text.matches("hypothes", at: offset) { mark(.hypothesis) }
      case UInt8(ascii: "s"): if text.matches("suspect", at: offset) { mark(.hypothesis) }
      case UInt8(ascii: "c"):
        if text.matches("code change", at: offset) { mark(.finding) }
        if text.matches("compare", at: offset) { mark(.evidence) }
        if text.matches("capture", at: offset) { mark(.tooling) }
        if text.matches("check", at: offset) { hasCheck = true }
      case UInt8(ascii: "m"): if text.matches("measure", at: offset) { mark(.evidence) }
      case UInt8(ascii: "d"): if text.matches("demonstrate", at: offset) { mark(.evidence) }
      case UInt8(ascii: "p"):
        if hasCheck, text.matches("pattern", at: offset) { mark(.evidence) }
        if text.matches("profile", at: offset) { mark(.tooling) }
      case UInt8(ascii: "t"): if text.matches("trace", at: offset) { mark(.tooling) }
      default: break
      }
    }
    return found == 0 ? nil : lexicon[found.trailingZeroBitCount]
  }

  private static func rank(_ kind: StepKind) -> Int { lexicon.firstIndex(of: kind) ?? 15 }

  /// `Fix - Option 2: Pessimistic Locking` → 2 and the name; `Fix - Async operations` → the name; `Fix: what` → neither.
  private mutating func readOption() {
    guard text.beginsWithWord("fix") else { return }
    var rest = text.dropping(3)
    var isOption = false
    if rest.byte(0) == UInt8(ascii: "-") {
      rest = rest.dropping(1)
      isOption = true
    } else if rest.matches("\u{2013}") || rest.matches("\u{2014}") {
      rest = rest.dropping(3)
      isOption = true
    }
    if rest.beginsWithWord("option"), case let numbered = rest.dropping(6), let number = numbered.number(at: 0) {
      optionIndex = max(number.value, 1)
      rest = numbered.dropping(number.length)
      while let mark = rest.byte(0), mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-") { rest = rest.dropping(1) }
      isOption = true
    }
    guard isOption, !rest.isEmpty else { return }
    optionName = rest
  }
}
