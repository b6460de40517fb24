/// Lexers of languages whose lines mean something by how they begin.
enum LineLexer {
  /// Changed lines in their colours, signs included; heads and places as what they are.
  static func diff(_ code: ArraySlice<UInt8>, _ sink: inout TokenSink) {
    forEachLine(code) { line in
      let text = code[line]
      let isHead = heads.contains { text.starts(with: $0) }
      if isHead {
        sink.claim(line, .meta)
      } else if text.first == UInt8(ascii: "+") {
        sink.claim(line, .inserted)
      } else if text.first == UInt8(ascii: "-") {
        sink.claim(line, .deleted)
      }
    }
  }

  private static let heads = [
    "@@", "diff ", "index ", "--- ", "+++ ", "new file", "deleted file", "rename ", "similarity ",
  ]
  .map { Array($0.utf8) }

  /// Start line, then `Name: value` up to an empty line; the body is plain.
  static func http(_ code: ArraySlice<UInt8>, _ sink: inout TokenSink) {
    var isBody = false
    var isFirst = true
    forEachLine(code) { line in
      if isBody { return }
      if code[line].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
        isBody = !isFirst
        return
      }
      let colon = code[line].firstIndex(of: UInt8(ascii: ":"))
      let space = code[line].firstIndex(of: 0x20) ?? line.upperBound
      if isFirst || colon == nil || space < colon ?? 0 {
        sink.claim(line.lowerBound..<space, .keyword)
      } else if let colon {
        sink.claim(line.lowerBound..<colon, .property)
      }
      isFirst = false
    }
  }

  /// Lines after a prompt are commands, all others what they print.
  static func console(_ code: ArraySlice<UInt8>, _ shell: CodeLexer, _ sink: inout TokenSink) {
    var continues = false
    forEachLine(code) { line in
      let text = code[line]
      var start = line.lowerBound
      if let prompt = prompts.first(where: { text.starts(with: $0) }) {
        sink.claim(start..<start + prompt.count - 1, .meta)
        start += prompt.count
      } else if !continues {
        return
      }
      shell.run(start..<line.upperBound, &sink)
      continues = text.last == UInt8(ascii: "\\")
    }
  }

  private static let prompts = ["$ ", "# ", "> ", ">>> ", "... ", "% "].map { Array($0.utf8) }

  /// Keys before a colon; a block under `|` or `>` is a string as deep as it is indented.
  static func yaml(_ code: ArraySlice<UInt8>, _ values: CodeLexer, _ sink: inout TokenSink) {
    /// Indentation of the line whose value is a block.
    var block: Int?
    forEachLine(code) { line in
      var start = line.lowerBound
      while start < line.upperBound, code[start] == 0x20 { start += 1 }
      let indent = start - line.lowerBound
      guard start < line.upperBound else { return }
      if let outer = block {
        if indent > outer {
          sink.claim(start..<line.upperBound, .string)
          return
        }
        block = nil
      }
      while start + 1 < line.upperBound, code[start] == UInt8(ascii: "-"), code[start + 1] == 0x20 {
        start += 2
        while start < line.upperBound, code[start] == 0x20 { start += 1 }
      }
      if let colon = keyEnd(code, start..<line.upperBound) {
        sink.claim(start..<colon, .property)
        start = colon + 1
      } else if code[line].starts(with: documentMark) {
        sink.claim(line, .meta)
        return
      }
      var value = start
      while value < line.upperBound, code[value] == 0x20 { value += 1 }
      if value < line.upperBound, code[value] == UInt8(ascii: "|") || code[value] == UInt8(ascii: ">") {
        block = indent
      }
      values.run(start..<line.upperBound, &sink)
    }
  }

  private static let documentMark = Array("---".utf8)

  /// The colon after a plain or a quoted key; `nil` for a comment or a line without a key.
  private static func keyEnd(_ code: ArraySlice<UInt8>, _ line: Range<Int>) -> Int? {
    guard let first = code[line].first, first != UInt8(ascii: "#"), first != UInt8(ascii: "{"),
      first != UInt8(ascii: "[")
    else { return nil }
    var index = line.lowerBound
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = code[(index + 1)..<line.upperBound].firstIndex(of: first) else { return nil }
      index = close + 1
    }
    while index < line.upperBound {
      if code[index] == UInt8(ascii: ":"), index + 1 == line.upperBound || code[index + 1] == 0x20 { return index }
      index += 1
    }
    return nil
  }

  /// Lines without their line breaks.
  private static func forEachLine(_ code: ArraySlice<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = code.startIndex
    while start < code.endIndex {
      let end = code[start...].firstIndex(of: 0x0A) ?? code.endIndex
      body(start..<end)
      start = end + 1
    }
  }
}
