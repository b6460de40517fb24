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

    /// A symptom is a short line; a paragraph of more bytes is judged by its figures and its beginning.
    private static let limit = 160

    init(_ text: TextSlice) {
      readBeginning(text)
      guard text.range.count <= Self.limit else { return }
      // The first two letters of a word, small, tell whether it is worth a look.
      text.forEachWordPair { offset, letters in
        switch letters {
        case 0x6772: if text.matches("grow", at: offset) { grows = true }
        case 0x636C: if text.matches("climb", at: offset) { grows = true }
        case 0x6C65: if text.matches("leak", at: offset) { grows = true }
        case 0x696E: if text.matches("increas", at: offset) { grows = true }
        case 0x7269: if text.matches("rises", at: offset) { grows = true }
        case 0x7465: if text.matches("temporar", at: offset) { isTemporary = true }
        case 0x646F, 0x6469: if Self.isNoHelp(text, offset) { isIneffective = true }
        case 0x6E6F: if text.matches("no effect", at: offset) { isIneffective = true }
        case 0x6861:
          if text.matches("happens ", at: offset), Self.isCondition(text, offset + 8) { isScope = true }
        case 0x756E: if text.matches("under load", at: offset) { isScope = true }
        case 0x6166: if text.matches("affects only", at: offset) { isScope = true }
        case 0x6F6E:
          if text.matches("only affects", at: offset) || text.matches("only happens", at: offset) { isScope = true }
        default: break
        }
      }
    }

    private static func isNoHelp(_ text: TextSlice, _ offset: Int) -> Bool {
      text.matches("doesn't help", at: offset) || text.matches("does not help", at: offset)
        || text.matches("don't help", at: offset) || text.matches("did not help", at: offset)
        || text.matches("didn't help", at: offset)
    }

    private static func isCondition(_ text: TextSlice, _ offset: Int) -> Bool {
      text.matches("under", at: offset) || text.matches("when", at: offset) || text.matches("only", at: offset)
    }

    /// Words that say it by beginning the sentence.
    private mutating func readBeginning(_ text: TextSlice) {
      switch text.byte(0)?.lowered {
      case UInt8(ascii: "n"):
        isAbsence = text.beginsWithWord("no") || text.beginsWithWord("none") || text.beginsWithWord("never")
      case UInt8(ascii: "w"): isAbsence = text.beginsWithWord("without")
      case UInt8(ascii: "s"):
        isOnset = text.beginsWithWord("started") || text.beginsWithWord("starts") || text.beginsWithWord("since")
      case UInt8(ascii: "b"): isOnset = text.beginsWithWord("began") || text.beginsWithWord("begins")
      case UInt8(ascii: "f"): isOnset = text.matches("first seen")
      case UInt8(ascii: "o"): isScope = text.beginsWithWord("only")
      default: break
      }
    }
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
