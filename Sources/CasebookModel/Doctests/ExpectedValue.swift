import CasebookSource

/// A line of code that says what a value is: `cache.count // → 3`, `let top = heap.pop() // → Optional(9)`.
///
/// The line is rewritten so that the program tells what the value was; an expression becomes an argument, a declaration is
/// followed by a look at what it declares. No parser of Swift is needed, since a line that is neither is refused.
struct ExpectedValue {
  /// What must come out.
  var text: String
  /// The line with the call in it.
  var rewritten: [UInt8]
  /// The first byte that the rewriting has moved, and by how much.
  var shiftStart: Int
  var shift: Int

  enum Reading {
    case none
    case value(ExpectedValue)
    case fault(String, byte: Int)
  }

  /// The function that the rewritten lines call.
  static let function = "casebookExpect"

  /// Reads a line; `number` names the expectation in the program's answers.
  static func read(_ line: [UInt8], number: Int) -> Reading {
    guard let comment = comment(in: line) else { return .none }
    var end = comment.start
    while end > 0, line[end - 1].isBlank { end -= 1 }
    var start = 0
    while start < end, line[start].isBlank { start += 1 }
    let text = String(decoding: line[comment.value...], as: UTF8.self).trimmingBlanks
    guard !text.isEmpty else { return .fault("a value must stand behind '// →'", byte: comment.start) }
    // A comment of its own explains, and is compared with nothing.
    guard start < end else { return .none }
    guard isWhole(line[start..<end]) else {
      return .fault("'// →' must stand behind an expression, or a declaration with let, on one line", byte: start)
    }
    let words = line[start..<end].split(whereSeparator: \.isBlank)
    let call = "\(function)(\(number), "
    if let first = words.first, first.elementsEqual("let".utf8) || first.elementsEqual("var".utf8) {
      guard words.count > 1, let name = name(words[1]) else {
        return .fault("'// →' behind a declaration tells the value of one name", byte: start)
      }
      let added = Array("; \(call)\(name))".utf8)
      let rewritten = Array(line[..<end]) + added + line[end...]
      return .value(.init(text: text, rewritten: rewritten, shiftStart: end, shift: added.count))
    }
    if let first = words.first, Self.statements.contains(String(decoding: first, as: UTF8.self)) {
      return .fault("'// →' must stand behind an expression, or a declaration with let, on one line", byte: start)
    }
    let rewritten = Array(line[..<start]) + Array(call.utf8) + line[start..<end] + Array(")".utf8) + line[end...]
    return .value(.init(text: text, rewritten: rewritten, shiftStart: start, shift: call.utf8.count))
  }

  private static let statements: Set<String> = [
    "return", "if", "for", "while", "guard", "switch", "case", "throw", "func", "import", "struct", "class", "enum",
    "defer", "do", "repeat", "break", "continue", "extension", "protocol", "actor", "init", "static", "private",
  ]

  /// Where `// →` begins, and where its value does; not in a text.
  private static func comment(in line: [UInt8]) -> (start: Int, value: Int)? {
    let mark = Array("→".utf8)
    var isText = false
    var index = 0
    while index + 1 < line.count {
      let byte = line[index]
      if isText, byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\"") { isText.toggle() }
      if !isText, byte == UInt8(ascii: "/"), line[index + 1] == UInt8(ascii: "/") {
        var place = index + 2
        while place < line.count, line[place].isBlank { place += 1 }
        return line[place...].starts(with: mark) ? (index, place + mark.count) : nil
      }
      index += 1
    }
    return nil
  }

  /// Whether brackets and quotes are closed, and nothing says that the line goes on from the one before or behind.
  private static func isWhole(_ code: ArraySlice<UInt8>) -> Bool {
    var open: [UInt8] = []
    var isText = false
    var index = code.startIndex
    while index < code.endIndex {
      let byte = code[index]
      if isText, byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\"") { isText.toggle() }
      if !isText {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
        case UInt8(ascii: ")"): if open.popLast() != UInt8(ascii: "(") { return false }
        case UInt8(ascii: "]"): if open.popLast() != UInt8(ascii: "[") { return false }
        case UInt8(ascii: "}"): if open.popLast() != UInt8(ascii: "{") { return false }
        default: break
        }
      }
      index += 1
    }
    guard open.isEmpty, !isText, let first = code.first, let last = code.last else { return false }
    return first != UInt8(ascii: ".") && !"=+-*/,&|;".utf8.contains(last)
  }

  /// `total:` → `total`; `nil` for a pattern.
  private static func name(_ word: ArraySlice<UInt8>) -> String? {
    let name = word.prefix(while: { $0.isWordByte })
    let rest = word.dropFirst(name.count)
    guard !name.isEmpty, rest.isEmpty || rest.elementsEqual(":".utf8) || rest.first == UInt8(ascii: "=") else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !$0.isBlank }), let last = bytes.lastIndex(where: { !$0.isBlank })
    else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
