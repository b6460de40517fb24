import CasebookSource

/// The names of all tools of a registry, arranged for finding them in texts.
///
/// At each word two bytes tell whether a name may begin there at all, which one word in ten passes; only those are compared.
/// Everything lies in flat arrays: this runs over every text of every case.
package struct ToolIndex: Sendable, Hashable {
  private struct Name: Sendable, Hashable {
    var bytes: Range<Int>
    var tool: Int
    var isOnlyInCode: Bool
  }

  private let ids: [String]
  /// Names by their first two bytes, the longest first of those that share them; one of a single byte is no name.
  private var names: [Name] = []
  private var pool: [UInt8] = []
  /// A bit for each pair of bytes with which a name begins.
  private var pairs = [UInt64](repeating: 0, count: 1_024)
  /// For each pair of bytes the first of its names.
  private var firsts = [Int16](repeating: -1, count: 65_536)

  /// That of the built-in registry, made at the first use.
  package static let builtIn = ToolIndex(.builtIn)

  package init(_ registry: ToolRegistry) {
    ids = registry.tools.map(\.id)
    var all: [(bytes: [UInt8], tool: Int)] = []
    for (index, tool) in registry.tools.enumerated() {
      for bytes in Set(tool.spellings.map { $0.utf8.map(\.lowered) }) where (2...64).contains(bytes.count) {
        all.append((bytes, index))
      }
    }
    all.sort { a, b in
      let (first, second) = (Self.pair(a.bytes[0], a.bytes[1]), Self.pair(b.bytes[0], b.bytes[1]))
      return (first, b.bytes.count, a.tool) < (second, a.bytes.count, b.tool)
    }
    for (bytes, tool) in all.prefix(Int(Int16.max)) {
      let pair = Self.pair(bytes[0], bytes[1])
      if firsts[pair] < 0 { firsts[pair] = Int16(names.count) }
      pairs[pair / 64] |= 1 << UInt64(pair % 64)
      names.append(
        Name(
          bytes: pool.count..<pool.count + bytes.count, tool: tool, isOnlyInCode: registry.tools[tool].isOnlyInCode))
      pool += bytes
    }
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

  /// The tools that a case speaks of, found in one pass over its texts.
  package func uses(in raw: RawCase) -> ToolUses {
    var uses = ToolUses()
    var sure = ToolSet()
    raw.forEachText { text, code in
      scan(text) { name, isCommand in
        uses.possible.insert(name.tool)
        if name.isOnlyInCode, !Self.isShell(code) || !isCommand() { return }
        if sure.insert(name.tool) { uses.sure.append(name.tool) }
      }
    }
    return uses
  }

  /// Ids of the tools with these numbers.
  package func ids(_ tools: [Int]) -> [String] { tools.compactMap { ids.indices.contains($0) ? ids[$0] : nil } }

  /// Whether commands stand in a block of code: a shell's, or one that does not say.
  private static func isShell(_ code: CodeBlock?) -> Bool {
    guard let code else { return false }
    return code.language == nil || code.isShell
  }

  /// Reports each name that stands as words of its own, and whether it stands where a command does.
  private func scan(_ text: String, _ report: (Name, _ isCommand: () -> Bool) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        // Behind the last name: what stands inside of it is none.
        var next = 0
        WordSearch.forEachStart(in: bytes) { start in
          guard start >= next, start + 1 < bytes.count else { return }
          let pair = Self.pair(bytes[start].lowered, bytes[start + 1].lowered)
          guard pairs[pair / 64] &>> UInt64(pair % 64) & 1 != 0, let name = name(pair, bytes, start) else { return }
          report(name) { Self.isCommand(bytes, start) }
          next = start + name.bytes.count
        }
      }
    }
  }

  /// The longest name that stands here, with no word, hyphen or file's ending before or behind it.
  private func name(_ pair: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Name? {
    if start > 0, text[start - 1] == UInt8(ascii: "-") || text[start - 1] == UInt8(ascii: ".") { return nil }
    var index = Int(firsts[pair])
    while index >= 0, index < names.count {
      let bytes = names[index].bytes
      guard Self.pair(pool[bytes.lowerBound], pool[bytes.lowerBound + 1]) == pair else { return nil }
      if isHere(bytes, text, start), Self.ends(text, start + bytes.count) { return names[index] }
      index += 1
    }
    return nil
  }

  private func isHere(_ name: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + name.count <= text.count else { return false }
    for offset in 0..<name.count where text[start + offset].lowered != pool[name.lowerBound + offset] { return false }
    return true
  }

  /// Whether a word ends here for good: not `perf-tools`, `perf.data`, `free=1`.
  private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    let next = text[end]
    if next.isWordByte { return false }
    let joins = next == UInt8(ascii: "-") || next == UInt8(ascii: ".") || next == UInt8(ascii: "=")
    return !(joins && end + 1 < text.count && text[end + 1].isWordByte)
  }

  /// Whether a command may begin here: at a line's start, behind a prompt, a pipe, `sudo`, `timeout 5`.
  private static func isCommand(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end > 0, text[end - 1].isBlank { end -= 1 }
    guard end > 0 else { return true }
    let before = text[end - 1]
    if "\n$#>|&;(`/".utf8.contains(before) { return before != UInt8(ascii: "/") || end == start }
    var word = end
    while word > 0, text[word - 1].isWordByte, end - word < 16 { word -= 1 }
    let isPrefix = prefixes.contains { $0.utf8.elementsEqual(text[word..<end]) }
    guard !isPrefix else { return true }
    // `timeout 5 strace`: a number behind the prefix.
    guard text[word..<end].allSatisfy(\.isASCIIDigit), word > 0 else { return false }
    return isCommandPrefixed(text, word)
  }

  private static func isCommandPrefixed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end > 0, text[end - 1].isBlank { end -= 1 }
    var word = end
    while word > 0, text[word - 1].isWordByte, end - word < 16 { word -= 1 }
    return "timeout".utf8.elementsEqual(text[word..<end])
  }

  private static let prefixes = ["sudo", "time", "watch", "nohup", "exec", "run", "then", "do"]
}
