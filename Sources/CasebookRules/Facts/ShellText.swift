/// Tells of most shell code that it is well, without a shell: commands of plain words, quotes, variables, pipes and redirections.
///
/// It never says that something is wrong. What it does not understand (compound commands, here-documents, arithmetic) is
/// left to `bash -n`, of which one process takes one block.
struct ShellText {
  private let text: [UInt8]
  private var index = 0
  /// What is open round the current place: `$(` or `"`.
  private var open: [UInt8] = []
  /// Whether a command is wanted here, before the next line or operator ends it.
  private var wantsCommand = true
  /// Whether an operator stands before that has to be followed by a command.
  private var owesCommand = false
  /// Whether a redirection waits for its word.
  private var owesWord = false
  /// Whether the place is right behind a part of a word, which may go on.
  private var isInWord = false

  private static let quote = UInt8(ascii: "\"")
  private static let bracket = UInt8(ascii: ")")

  private init(_ text: [UInt8]) { self.text = text }

  /// Words that mean something else where a command is wanted.
  private static let reserved: Set<String> = [
    "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "select", "function",
    "time", "coproc", "in", "{", "}", "!", "[[", "]]",
  ]

  /// Whether every shell of the family would parse it.
  static func isPlain(_ text: [UInt8]) -> Bool {
    var scan = ShellText(text)
    return scan.run()
  }

  private mutating func run() -> Bool {
    while index < text.count {
      guard step() else { return false }
    }
    return open.isEmpty && !owesCommand && !owesWord
  }

  private mutating func step() -> Bool {
    if open.last == Self.quote { return stepInQuotes() }
    if isInWord {
      isInWord = false
      return wordGoesOn()
    }
    let byte = text[index]
    switch byte {
    case 0x20, 0x09:
      index += 1
      return true
    case 0x0A:
      index += 1
      if owesWord { return false }
      if !owesCommand { wantsCommand = true }
      return true
    case UInt8(ascii: "#"): return comment()
    case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"): return operation(byte)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return redirection()
    case Self.bracket:
      guard open.last == Self.bracket, !owesCommand, !owesWord else { return false }
      open.removeLast()
      index += 1
      wantsCommand = false
      isInWord = true
      return true
    case UInt8(ascii: "("): return false
    case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1] == 0x0A:
      index += 2
      return true
    default: return word()
    }
  }

  private mutating func comment() -> Bool {
    while index < text.count, text[index] != 0x0A { index += 1 }
    return true
  }

  private mutating func operation(_ byte: UInt8) -> Bool {
    guard !wantsCommand, !owesWord else { return false }
    index += 1
    let next = index < text.count ? text[index] : 0
    if byte == UInt8(ascii: "&"), next == UInt8(ascii: ">") { return false }
    if next == byte, byte != UInt8(ascii: ";") {
      index += 1
      owesCommand = true
    } else {
      if next == UInt8(ascii: "&") || next == UInt8(ascii: ";") { return false }
      owesCommand = byte == UInt8(ascii: "|")
    }
    wantsCommand = true
    return true
  }

  private mutating func redirection() -> Bool {
    guard !owesWord else { return false }
    let byte = text[index]
    index += 1
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "("): return false
    case UInt8(ascii: "<"):
      // `<<<` takes a word, `<<` a document.
      guard byte == UInt8(ascii: "<"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "<") else {
        return false
      }
      index += 2
    case UInt8(ascii: ">"), UInt8(ascii: "&"):
      guard byte == UInt8(ascii: ">") || text[index] == UInt8(ascii: "&") else { return false }
      index += 1
    default: break
    }
    owesWord = true
    return true
  }

  /// A word from its first byte on.
  private mutating func word() -> Bool {
    let start = index
    let depth = open.count
    guard wordGoesOn() else { return false }
    // A quote or a command that opens in a word has told already what is wanted next.
    guard open.count == depth else { return true }
    if owesWord {
      // `< 2>file`: the number belongs to the next redirection, and this one has no word.
      let isNumber = text[start..<index].allSatisfy { $0 &- 0x30 < 10 }
      if isNumber, index < text.count, text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: ">") {
        return false
      }
      owesWord = false
      return true
    }
    guard wantsCommand else { return true }
    let word = text[start..<index]
    if word.count <= 8, Self.reserved.contains(String(decoding: word, as: UTF8.self)) { return false }
    // What stands behind an assignment may still be the command.
    let name = word.prefix { $0 == 0x5F || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    let isAssignment = name.endIndex < word.endIndex && word[name.endIndex] == UInt8(ascii: "=")
    if !isAssignment { wantsCommand = false }
    owesCommand = false
    if isAssignment, index < text.count, text[index] == UInt8(ascii: "(") { return false }
    if isAssignment { return assignmentAlone() }
    return true
  }

  /// `A=b` is a command by itself; operators may follow it.
  private mutating func assignmentAlone() -> Bool {
    var next = index
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    let ends: [UInt8] = [0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ")")]
    if next >= text.count || ends.contains(text[next]) { wantsCommand = false }
    return true
  }

  /// The rest of a word; stops before what ends it, or inside of what opens in it.
  private mutating func wordGoesOn() -> Bool {
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x20, 0x09, 0x0A, UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "("), Self.bracket:
        return true
      case UInt8(ascii: "'"):
        guard let end = text[(index + 1)...].firstIndex(of: byte) else { return false }
        index = end + 1
      case Self.quote:
        index += 1
        open.append(Self.quote)
        wantsCommandInside()
        return true
      case UInt8(ascii: "\\"): index = min(index + 2, text.count)
      case UInt8(ascii: "$"):
        guard let isOpen = variable() else { return false }
        if isOpen { return true }
      case UInt8(ascii: "`"): return false
      case 0..<0x20, 0x7F: return false
      default: index += 1
      }
    }
    return true
  }

  /// A quote is a part of a word, so that a command has begun and a redirection has its word.
  private mutating func wantsCommandInside() {
    wantsCommand = false
    owesCommand = false
    owesWord = false
  }

  /// Text between double quotes, up to their end or to a `$(` in them.
  private mutating func stepInQuotes() -> Bool {
    while index < text.count {
      switch text[index] {
      case Self.quote:
        open.removeLast()
        index += 1
        isInWord = true
        return true
      case UInt8(ascii: "\\"): index = min(index + 2, text.count)
      case UInt8(ascii: "`"): return false
      case UInt8(ascii: "$"):
        guard let isOpen = variable() else { return false }
        if isOpen { return true }
      default: index += 1
      }
    }
    return false
  }

  /// `$name`, `${name}`, or `$(`, which opens a command of its own; `nil` for any other form.
  private mutating func variable() -> Bool? {
    index += 1
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "("):
      guard open.count < 32, index + 1 < text.count, text[index + 1] != UInt8(ascii: "(") else { return nil }
      index += 1
      wantsCommandInside()
      isInWord = false
      open.append(Self.bracket)
      wantsCommand = true
      owesCommand = true
      return true
    case UInt8(ascii: "{"):
      let name = text[(index + 1)...].prefix { $0 == 0x5F || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: "}") else { return nil }
      index = name.endIndex + 1
      return false
    case UInt8(ascii: "'"), Self.quote:
      // Inside quotes a `$` before the closing one is a plain sign.
      return open.last == Self.quote && text[index] == Self.quote ? false : nil
    default: return false
    }
  }
}
