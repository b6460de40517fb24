extension SymptomKind {
  /// Tells what a sentence says, the first that fits: a change, a growth at a rate, a remedy, an absence, and so on.
  ///
  /// `Memory grows 100MB/hour` → growth; `Restart temporarily fixes` → temporaryRemedy; `GC doesn't help` →
  /// ineffectiveRemedy; `No increase in traffic` → absence; `Only affects writes` → scope.
  init(of text: TextSlice, quantities: [Quantity], changes: [Change]) {
    let words = Words(text.withoutMarkup())
    if !changes.isEmpty {
      self = .change
    } else if words.grows, quantities.contains(where: \.isRate) {
      self = .growth
    } else if words.isTemporary {
      self = .temporaryRemedy
    } else if words.isIneffective {
      self = .ineffectiveRemedy
    } else if words.isAbsence {
      self = .absence
    } else if words.isOnset {
      self = .onset
    } else if quantities.contains(where: { $0.dimension == .ratio || $0.dimension == .ratioPerTime }) {
      self = .proportion
    } else if words.isScope {
      self = .scope
    } else {
      self = .statement
    }
  }

  /// The tell-tale words of a sentence, found in one pass.
  private struct Words {
    var grows = false
    var isTemporary = false
    var isIneffective = false
    var isAbsence = false
    var isOnset = false
    var isScope = false

    init(_ text: TextSlice) {
      isAbsence = Self.absences.contains(where: text.beginsWithWord)
      isOnset = Self.onsets.contains(where: text.beginsWithWord)
      isScope = text.beginsWithWord("only")
      _ = text.anyWord { offset in
        switch text.byte(offset)?.lowered {
        case UInt8(ascii: "g"): if text.matches("grow", at: offset) { grows = true }
        case UInt8(ascii: "c"): if text.matches("climb", at: offset) { grows = true }
        case UInt8(ascii: "l"): if text.matches("leak", at: offset) { grows = true }
        case UInt8(ascii: "i"): if text.matches("increas", at: offset) { grows = true }
        case UInt8(ascii: "r"): if text.matches("rises", at: offset) { grows = true }
        case UInt8(ascii: "t"): if text.matches("temporar", at: offset) { isTemporary = true }
        case UInt8(ascii: "d"):
          if text.matches("doesn't help", at: offset) || text.matches("does not help", at: offset)
            || text.matches("don't help", at: offset) || text.matches("did not help", at: offset)
          {
            isIneffective = true
          }
        case UInt8(ascii: "n"): if text.matches("no effect", at: offset) { isIneffective = true }
        case UInt8(ascii: "h"):
          if text.matches("happens under", at: offset) || text.matches("happens when", at: offset)
            || text.matches("happens only", at: offset)
          {
            isScope = true
          }
        case UInt8(ascii: "u"): if text.matches("under load", at: offset) { isScope = true }
        case UInt8(ascii: "a"): if text.matches("affects only", at: offset) { isScope = true }
        case UInt8(ascii: "o"):
          if text.matches("only affects", at: offset) || text.matches("only happens", at: offset) { isScope = true }
        default: break
        }
        return false
      }
    }

    private static let absences: [StaticString] = ["no", "none", "never", "without"]
    private static let onsets: [StaticString] = ["started", "starts", "began", "begins", "since", "first seen"]
  }
}

extension Quantity {
  /// Whether it is something by time.
  var isRate: Bool {
    switch dimension {
    case .bytesPerTime, .countPerTime, .ratioPerTime: true
    case .time, .bytes, .ratio, .count, .timePerCount, .bytesPerCount, .dimensionless: false
    }
  }
}
