/// Signs in a block that are the author's, not the language's: prompts, placeholders, templates, things left out.
///
/// They are only asked for where a parser refuses a block, so that nothing which parses is looked at twice.
enum CodeNotation {
  /// Whether lines begin with a prompt: `$ ls`, `>>> x`, `user@host:~# ls`, `In [1]:`.
  static func isTranscript(_ code: [UInt8]) -> Bool {
    for line in code.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      if text.starts(with: "$ ".utf8) || text.starts(with: ">>>".utf8) || text.starts(with: "In [".utf8) { return true }
      if text.starts(with: "% ".utf8) || text.starts(with: "> ".utf8) { return true }
      if isUserPrompt(text) { return true }
    }
    return false
  }

  /// `root@db-1:~# psql`, `[root@db-1 ~]# psql`.
  private static func isUserPrompt(_ text: ArraySlice<UInt8>) -> Bool {
    let head = text.prefix(80)
    guard let at = head.firstIndex(of: UInt8(ascii: "@")), at > head.startIndex else { return false }
    guard head[..<at].allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\"") }) else {
      return false
    }
    for index in head[at...].indices.dropLast() where head[index + 1] == 0x20 {
      let byte = head[index]
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") { return true }
    }
    return false
  }

  /// Whether a template's signs stand in it: `{{ name }}`, `{% if %}`, `{! file !}`, `--8<-- "file"`.
  static func isTemplate(_ code: [UInt8]) -> Bool {
    let signs = Array("{%!*".utf8)
    for index in code.indices.dropLast() where code[index] == UInt8(ascii: "{") {
      if signs.contains(code[index + 1]) { return true }
    }
    return code.split(separator: 0x0A).contains { Traceback.trimmed($0).starts(with: "--8<--".utf8) }
  }

  /// Whether lines begin with `+` or `-` as those of a patch do.
  static func isPatch(_ code: [UInt8]) -> Bool {
    let lines = code.split(separator: 0x0A)
    let changed = lines.count { $0.first == UInt8(ascii: "+") || $0.first == UInt8(ascii: "-") }
    return changed > 0 && lines.contains { $0.first == UInt8(ascii: "+") || $0.starts(with: "@@".utf8) }
  }

  /// Whether something is left out here: `...`, `…`.
  static func hasDots(_ line: ArraySlice<UInt8>) -> Bool {
    for index in line.indices {
      if line[index...].starts(with: "...".utf8) || line[index...].starts(with: "…".utf8) { return true }
    }
    return false
  }

  /// `<your-key>` → `xxxxxxxxxx`, `{{ name }}` → `xxxxxxxxxx`, `…` and `(...)` → `xxx`: the places stay as they are.
  static func filled(_ code: [UInt8]) -> [UInt8] {
    var result = code
    var index = 0
    while index < result.count {
      let end: Int?
      switch result[index] {
      case UInt8(ascii: "<"): end = placeholder(result, index)
      case UInt8(ascii: "{"): end = template(result, index)
      case 0xE2: end = result[index...].starts(with: "…".utf8) ? index + 3 : nil
      case UInt8(ascii: "("): end = result[index...].starts(with: "(...)".utf8) ? index + 5 : nil
      default: end = nil
      }
      guard let end else {
        index += 1
        continue
      }
      for place in index..<end where result[place] != 0x0A { result[place] = UInt8(ascii: "x") }
      index = end
    }
    return result
  }

  /// `<pod-name>`, up to 60 bytes of words.
  private static func placeholder(_ code: [UInt8], _ start: Int) -> Int? {
    guard start + 2 < code.count, (code[start + 1] | 0x20) &- 0x61 < 26 else { return nil }
    var index = start + 1
    while index < code.count, index - start < 60 {
      switch code[index] {
      case UInt8(ascii: ">"): return index + 1
      case 0x0A, UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "&"):
        return nil
      default: index += 1
      }
    }
    return nil
  }

  /// `{{ name }}` or `{% if %}` on one line.
  private static func template(_ code: [UInt8], _ start: Int) -> Int? {
    guard start + 3 < code.count else { return nil }
    let closing: UInt8
    switch code[start + 1] {
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    case UInt8(ascii: "%"): closing = UInt8(ascii: "%")
    default: return nil
    }
    var index = start + 2
    while index + 1 < code.count, code[index] != 0x0A {
      if code[index] == closing, code[index + 1] == UInt8(ascii: "}") { return index + 2 }
      index += 1
    }
    return nil
  }
}
