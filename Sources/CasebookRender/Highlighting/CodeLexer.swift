/// The lexer of all languages that are made of words, numbers, strings and comments; a `Grammar` tells them apart.
struct CodeLexer {
  let code: ArraySlice<UInt8>
  let grammar: Grammar

  init(_ code: ArraySlice<UInt8>, _ grammar: Grammar) {
    self.code = code
    self.grammar = grammar
  }

  /// Claims the tokens of a part of the code.
  func run(_ range: Range<Int>, _ sink: inout TokenSink) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = code[index]
      if grammar.begins[Int(byte)], let token = special(at: index, in: range) {
        sink.claim(token.range, token.kind)
        index = max(token.range.upperBound, index + 1)
      } else if byte.isWordStart {
        index = word(at: index, in: range, &sink)
      } else if byte.isDigit {
        let end = number(at: index, limit: range.upperBound)
        sink.claim(index..<end, .number)
        index = end
      } else {
        index += 1
      }
    }
  }

  private func special(at index: Int, in range: Range<Int>) -> (range: Range<Int>, kind: TokenKind)? {
    let limit = range.upperBound
    for comment in grammar.blockComments where starts(with: comment.opening, at: index, limit) {
      return (index..<end(of: comment, from: index + comment.opening.count, limit), .comment)
    }
    for mark in grammar.lineComments where starts(with: mark, at: index, limit) {
      if grammar.commentsNeedBlank, index > range.lowerBound, !code[index - 1].isSpace { continue }
      return (index..<lineEnd(from: index, limit), .comment)
    }
    if grammar.hasDirectives, code[index] == UInt8(ascii: "#"), isFirstOnLine(index, from: range.lowerBound) {
      var end = index + 1
      while end < limit, code[end].isBlank { end += 1 }
      let word = end
      while end < limit, code[end].isWordByte { end += 1 }
      if end > word { return (index..<end, .meta) }
    }
    for string in grammar.strings where starts(with: string.opening, at: index, limit) {
      let end = end(of: string, from: index + string.opening.count, limit)
      return (index..<end, grammar.hasKeys && isBeforeColon(end, limit) ? .property : .string)
    }
    if grammar.hasDollarVariables, code[index] == UInt8(ascii: "$") {
      let end = variableEnd(from: index + 1, limit)
      return end > index + 1 ? (index..<end, .variable) : nil
    }
    if grammar.hasDecorators, code[index] == UInt8(ascii: "@"), index + 1 < limit, code[index + 1].isWordStart {
      var end = index + 1
      while end < limit, code[end].isWordByte || code[end] == UInt8(ascii: ".") { end += 1 }
      return (index..<end, .meta)
    }
    return nil
  }

  private func word(at start: Int, in range: Range<Int>, _ sink: inout TokenSink) -> Int {
    var end = start + 1
    while end < range.upperBound, code[end].isWordByte || grammar.wordBytes.contains(code[end]) { end += 1 }
    // `rb"…"`: the letters belong to the string.
    if end - start <= 2, end < range.upperBound, grammar.begins[Int(code[end])],
      code[start..<end].allSatisfy({ grammar.stringPrefixes.contains($0 | 0x20) })
    {
      for string in grammar.strings where starts(with: string.opening, at: end, range.upperBound) {
        let close = self.end(of: string, from: end + string.opening.count, range.upperBound)
        sink.claim(start..<close, .string)
        return close
      }
    }
    if let kind = grammar.words.kind(of: code[start..<end]) { sink.claim(start..<end, kind) }
    return end
  }

  /// `0x1F`, `1_000`, `2.5e-3`, `30s`: digits, then what belongs to a number or its unit.
  private func number(at start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit {
      let byte = code[end]
      let isExponentSign =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && code[end - 1] | 0x20 == UInt8(ascii: "e")
        && code[start] != UInt8(ascii: "0") && end + 1 < limit && code[end + 1].isDigit
      let isPoint = byte == UInt8(ascii: ".") && end + 1 < limit && code[end + 1].isDigit
      guard byte.isWordByte || isPoint || isExponentSign else { break }
      end += 1
    }
    return end
  }

  private func variableEnd(from start: Int, _ limit: Int) -> Int {
    guard start < limit else { return start }
    if code[start] == UInt8(ascii: "{") {
      var end = start + 1
      while end < limit, code[end] != UInt8(ascii: "}"), code[end] != 0x0A { end += 1 }
      return end < limit && code[end] == UInt8(ascii: "}") ? end + 1 : start
    }
    var end = start
    while end < limit, code[end].isWordByte { end += 1 }
    // `$?`, `$#`, `$$`.
    if end == start, "?#$@*!-".utf8.contains(code[start]) { end += 1 }
    return end
  }

  private func end(of literal: Grammar.Literal, from start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      let byte = code[index]
      if literal.hasEscapes, byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == 0x0A, !literal.spansLines {
        return index
      } else if starts(with: literal.closing, at: index, limit) {
        return index + literal.closing.count
      } else {
        index += 1
      }
    }
    return limit
  }

  private func isBeforeColon(_ end: Int, _ limit: Int) -> Bool {
    var index = end
    // A key and its colon stand close together; a longer look would make many strings cost a square.
    let stop = min(limit, end + 16)
    while index < stop, code[index].isSpace { index += 1 }
    return index < stop && code[index] == UInt8(ascii: ":")
  }

  private func isFirstOnLine(_ index: Int, from start: Int) -> Bool {
    var index = index
    let stop = max(start, index - 64)
    while index > stop, code[index - 1].isBlank { index -= 1 }
    return index == start || code[index - 1] == 0x0A
  }

  func lineEnd(from start: Int, _ limit: Int) -> Int {
    code[start..<limit].firstIndex(of: 0x0A) ?? limit
  }

  @inline(__always)
  private func starts(with mark: [UInt8], at index: Int, _ limit: Int) -> Bool {
    guard index + mark.count <= limit else { return false }
    for offset in mark.indices where code[index + offset] != mark[offset] { return false }
    return true
  }
}

extension UInt8 {
  fileprivate var isWordStart: Bool {
    self == UInt8(ascii: "_") || self >= 0x80 || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  fileprivate var isWordByte: Bool { isWordStart || isDigit }
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
}
