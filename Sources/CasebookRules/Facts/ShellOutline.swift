/// Where quotes and compound commands open in shell code that does not parse; it only finds the place of what bash found.
struct ShellOutline {
  /// A quote that nothing closes, and the other kind of quote that was written in its stead.
  struct OpenQuote {
    var sign: String
    var place: PythonFacts.Place
    var impostor: PythonFacts.Place?
  }

  /// `if` without `fi`.
  struct OpenCommand {
    var word: String
    var closing: String
    var place: PythonFacts.Place
  }

  private(set) var openQuote: OpenQuote?
  var openCommand: OpenCommand? { commands.last }

  private let lines: [ArraySlice<UInt8>]
  private var commands: [OpenCommand] = []

  private static let closings = [
    "if": "fi", "for": "done", "while": "done", "until": "done", "select": "done", "case": "esac", "{": "}", "(": ")",
  ]

  /// Signs that end a word.
  private static let signs = Array("'\"\\;|&()<>".utf8)

  init(_ code: [UInt8]) {
    lines = code.split(separator: 0x0A, omittingEmptySubsequences: false)
    scan()
  }

  private mutating func scan() {
    var quote: (sign: UInt8, line: Int, column: Int)?
    var wantsCommand = true
    for (number, line) in lines.enumerated() {
      var index = line.startIndex
      if quote == nil { wantsCommand = true }
      while index < line.endIndex {
        let byte = line[index]
        let column = index - line.startIndex
        if let open = quote {
          if byte == UInt8(ascii: "\\"), open.sign == UInt8(ascii: "\"") { index += 1 }
          if byte == open.sign { quote = nil }
          index += 1
          continue
        }
        switch byte {
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          quote = (byte, number + 1, column)
          wantsCommand = false
          index += 1
        case UInt8(ascii: "#") where column == 0 || line[index - 1] <= 0x20: index = line.endIndex
        case 0x20, 0x09: index += 1
        case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"):
          wantsCommand = true
          index += 1
        case UInt8(ascii: "("):
          commands.append(OpenCommand(word: "(", closing: ")", place: .init(number + 1, column..<column + 1)))
          wantsCommand = true
          index += 1
        case UInt8(ascii: ")"):
          close(")")
          wantsCommand = true
          index += 1
        default:
          let word = line[index...].prefix { $0 > 0x20 && !Self.signs.contains($0) }
          if word.isEmpty {
            index += 1
          } else {
            wantsCommand = take(String(decoding: word, as: UTF8.self), wantsCommand, number + 1, column)
            index = word.endIndex
          }
        }
      }
    }
    if let quote { openQuote = found(quote.sign, quote.line, quote.column) }
  }

  /// Notes a word that opens or closes a command; says whether a command may follow.
  private mutating func take(_ word: String, _ wantsCommand: Bool, _ line: Int, _ column: Int) -> Bool {
    guard wantsCommand else { return false }
    if let closing = Self.closings[word] {
      commands.append(
        OpenCommand(word: word, closing: closing, place: .init(line, column..<column + word.utf8.count)))
      return word == "if" || word == "while" || word == "until" || word == "{"
    }
    if ["fi", "done", "esac", "}"].contains(word) { close(word) }
    return ["then", "else", "elif", "do", "!", "time"].contains(word)
  }

  private mutating func close(_ closing: String) {
    if let last = commands.last, last.closing == closing { commands.removeLast() }
  }

  private func found(_ sign: UInt8, _ line: Int, _ column: Int) -> OpenQuote {
    let other = sign == UInt8(ascii: "'") ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    let rest = lines[line - 1].dropFirst(column + 1)
    var result = OpenQuote(
      sign: String(decoding: [sign], as: UTF8.self), place: .init(line, column..<column + 1), impostor: nil)
    // An odd number of the other kind: the last one has no partner but this.
    if rest.count(where: { $0 == other }) % 2 == 1, let last = rest.lastIndex(of: other) {
      let offset = last - lines[line - 1].startIndex
      result.impostor = .init(line, offset..<offset + 1)
    }
    return result
  }

  // MARK: Places

  private func text(_ line: Int) -> ArraySlice<UInt8> {
    line >= 1 && line <= lines.count ? lines[line - 1] : lines.last ?? []
  }

  /// A line without the blanks at its ends; of an empty one, or one behind the last, the last that holds something.
  func line(_ number: Int) -> PythonFacts.Place {
    var number = min(max(number, 1), max(lines.count, 1))
    while number > 1, text(number).allSatisfy({ $0 <= 0x20 }) { number -= 1 }
    let whole = text(number)
    let trimmed = Traceback.trimmed(whole)
    let start = trimmed.startIndex - whole.startIndex
    return .init(number, start..<start + trimmed.count)
  }

  /// Whether a quote opens an argument of what looks like a command: `curl -d '…`, but neither `it's` nor `'a`.
  func isCommand(_ quote: PythonFacts.Place) -> Bool {
    let line = text(quote.line)
    let before = line.startIndex + quote.columns.lowerBound - 1
    guard line.indices.contains(before), let first = Traceback.trimmed(line).first else { return false }
    let opensArgument = line[before] == 0x20 || line[before] == UInt8(ascii: "=") || line[before] == UInt8(ascii: "(")
    return opensArgument && ((first | 0x20) &- 0x61 < 26 || "./$_".utf8.contains(first))
  }

  /// Whether nothing stands behind a line, so that only the head of a command is quoted.
  func isLast(_ number: Int) -> Bool { line(lines.count).line <= number }

  /// The last byte of a line.
  func end(ofLine number: Int) -> PythonFacts.Place {
    let place = line(number)
    return .init(place.line, max(place.columns.lowerBound, place.columns.upperBound - 1)..<place.columns.upperBound)
  }

  /// Where a sign or word stands on a line, by itself where it is a word, outside of quotes where it can be.
  func place(of token: String, onLine number: Int) -> PythonFacts.Place? {
    let line = text(number)
    let wanted = Array(token.utf8)
    guard let first = wanted.first, number >= 1, number <= lines.count else { return nil }
    let isWord = first == 0x5F || (first | 0x20) &- 0x61 < 26
    func isWordByte(_ index: Int) -> Bool {
      guard line.indices.contains(index) else { return false }
      let byte = line[index]
      return byte == 0x5F || byte == 0x2D || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    var quote: UInt8 = 0
    var fallback: Int?
    for index in line.indices {
      let byte = line[index]
      if line[index...].starts(with: wanted), !isWord || !isWordByte(index - 1) && !isWordByte(index + wanted.count) {
        if quote == 0 {
          let column = index - line.startIndex
          return .init(number, column..<column + wanted.count)
        }
        fallback = fallback ?? index - line.startIndex
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      }
    }
    return fallback.map { .init(number, $0..<$0 + wanted.count) }
  }
}
