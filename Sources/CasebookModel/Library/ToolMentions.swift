import CasebookSource

/// Finds the tools of the tables in the text of a case, code included: whole words, in any case.
///
/// At each word of the text the names that may begin there are looked up by a hash of their first so many bytes, so that a
/// table of thousands of tools costs no more than one of ten.
struct ToolMentions {
  /// Longer names are no names.
  private static let longest = 64

  private var names: [String] = []
  private var folded: [[UInt8]] = []
  private var byHash: [UInt64: [Int]] = [:]
  /// First bytes of names, so that most words are passed over at once.
  private var firsts = [Bool](repeating: false, count: 256)

  init(_ types: [IssueType]) {
    var seen: Set<String> = []
    for tool in types.flatMap(\.tools) where seen.insert(tool.value).inserted {
      let bytes = tool.value.utf8.map(\.lowered)
      guard let first = bytes.first, bytes.count <= Self.longest else { continue }
      let hash = bytes.reduce(Self.seed, Self.mix)
      // Spelt in two ways, a tool is one: the first spelling counts.
      guard !(byHash[hash] ?? []).contains(where: { folded[$0] == bytes }) else { continue }
      byHash[hash, default: []].append(names.count)
      firsts[Int(first)] = true
      names.append(tool.value)
      folded.append(bytes)
    }
  }

  /// Names of tools in order of appearance.
  func mentions(in raw: RawCase) -> [String] {
    guard !names.isEmpty else { return [] }
    var found: [Int] = []
    var seen: Set<Int> = []
    raw.forEachText { text in
      var text = text
      text.withUTF8 { bytes in
        scan(bytes) { tool in if seen.insert(tool).inserted { found.append(tool) } }
      }
    }
    return found.map { names[$0] }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ report: (Int) -> Void) {
    var isInside = false
    for index in text.indices {
      let isWord = text[index].isWordByte
      if isWord, !isInside, firsts[Int(text[index].lowered)] { lookUp(text, from: index, report) }
      isInside = isWord
    }
  }

  /// Looks up each stretch that begins here and ends with a word.
  private func lookUp(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ report: (Int) -> Void) {
    var hash = Self.seed
    for end in start..<min(start + Self.longest, text.count) {
      hash = Self.mix(hash, text[end].lowered)
      if end + 1 < text.count, text[end + 1].isWordByte, text[end].isWordByte { continue }
      for tool in byHash[hash] ?? [] where folded[tool].count == end + 1 - start {
        if zip(folded[tool], text[start...end]).allSatisfy({ $0 == $1.lowered }) { report(tool) }
      }
    }
  }

  /// FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension RawCase {
  /// Hands over every text of the case, in order: problem, symptoms, steps with their code, checklist, the rest.
  package func forEachText(_ body: (String) -> Void) { forEachText { text, _ in body(text) } }

  /// The same with the block of code that a text is.
  func forEachText(_ body: (String, CodeBlock?) -> Void) {
    body(title.value, nil)
    if let problem { body(problem.text, nil) }
    for symptom in session.symptoms { body(symptom.text, nil) }
    for step in session.steps {
      body(step.title.value, nil)
      for block in step.body {
        switch block {
        case .prose(let text): body(text.text, nil)
        case .items(let list): for item in list.items { body(item.text, nil) }
        case .code(let code): body(code.code, code)
        case .table(let table):
          for cell in table.header { body(cell, nil) }
          for row in table.rows { for cell in row { body(cell, nil) } }
        case .opaque(let block): body(block.markdown, nil)
        }
      }
    }
    for item in prevention { body(item.text, nil) }
    for block in session.other { body(block.markdown, nil) }
    for block in other { body(block.markdown, nil) }
  }
}
