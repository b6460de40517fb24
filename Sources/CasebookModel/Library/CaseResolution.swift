import CasebookSource

/// What a case takes from the tables of tools: its issue type by name, where none is declared, and the tools it mentions.
package struct CaseResolution {
  private struct Name {
    var id: String
    /// Stems of the words that tell: `Network issues` → `network`.
    var words: [[UInt8]]
  }

  private let names: [Name]
  private let tools: [[UInt8]]
  private let toolNames: [String]
  /// Tools by their first byte, so that most words of a text are passed over at once.
  private let toolsByFirst: [[Int]]

  package init(_ types: [IssueType]) {
    names = types.map { Name(id: $0.id, words: Self.stems($0.name).filter { !Self.isGeneric($0) }) }
    var seen: Set<String> = []
    toolNames = types.flatMap(\.tools).map(\.value).filter { seen.insert($0).inserted }
    tools = toolNames.map { $0.utf8.map(\.lowered) }
    var byFirst = [[Int]](repeating: [], count: 256)
    for (index, tool) in tools.enumerated() where !tool.isEmpty { byFirst[Int(tool[0])].append(index) }
    toolsByFirst = byFirst
  }

  /// Resolves all cases of a document.
  package func resolve(_ document: inout CaseDocument) {
    for index in document.cases.indices { resolve(&document.cases[index]) }
  }

  private func resolve(_ raw: inout RawCase) {
    if raw.issueTypeSource != .declared {
      raw.issueType = issueType(title: raw.title.value, problem: raw.problem?.text ?? "")
      raw.issueTypeSource = raw.issueType == nil ? .unknown : .lexicon
    }
    raw.toolsUsed = mentions(in: raw)
  }

  // MARK: Issue types

  /// The name all of whose words stand in the title, else in title and problem; the longest, then the first, wins.
  ///
  /// `Race Condition` → `Race conditions`; a name of one word must stand in the title.
  package func issueType(title: String, problem: String) -> String? {
    let inTitle = Set(Self.stems(title))
    let inBoth = inTitle.union(Self.stems(problem))
    var best: (id: String, score: Int)?
    for name in names where !name.words.isEmpty {
      let score: Int
      if name.words.allSatisfy(inTitle.contains) {
        score = 100 + name.words.count
      } else if name.words.count > 1, name.words.allSatisfy(inBoth.contains) {
        score = name.words.count
      } else {
        continue
      }
      if score > best?.score ?? 0 { best = (name.id, score) }
    }
    return best?.id
  }

  /// Words in small letters without a plural's ending; `I/O` is one word.
  private static func stems(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      if byte.isWordByte || byte == UInt8(ascii: "/") && word.count == 1 {
        word.append(byte.lowered)
      } else if !word.isEmpty {
        words.append(stem(word))
        word.removeAll()
      }
    }
    return words
  }

  /// `queries` → `query`, `leaks` → `leak`; `process` stays.
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    let letterS = UInt8(ascii: "s")
    guard word.count > 3, word[word.count - 1] == letterS, word[word.count - 2] != letterS else { return word }
    if word.count > 4, word[word.count - 2] == UInt8(ascii: "e"), word[word.count - 3] == UInt8(ascii: "i") {
      return word.dropLast(3) + [UInt8(ascii: "y")]
    }
    return Array(word.dropLast())
  }

  private static func isGeneric(_ stem: [UInt8]) -> Bool {
    let text = String(decoding: stem, as: UTF8.self)
    return ["issue", "problem", "error", "and", "or", "the", "of"].contains(text)
  }

  // MARK: Tools

  /// Tools that a case's text names, code included, in order of appearance.
  private func mentions(in raw: RawCase) -> [String] {
    guard !tools.isEmpty else { return [] }
    var found: [Int] = []
    raw.forEachText { text in
      var text = text
      text.withUTF8 { scan($0, into: &found) }
    }
    return found.map { toolNames[$0] }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, into found: inout [Int]) {
    var isInside = false
    for index in text.indices {
      let isWord = text[index].isWordByte
      defer { isInside = isWord }
      guard isWord, !isInside else { continue }
      for tool in toolsByFirst[Int(text[index].lowered)] where !found.contains(tool) && matches(tool, text, index) {
        found.append(tool)
      }
    }
  }

  private func matches(_ tool: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let name = tools[tool]
    guard start + name.count <= text.count else { return false }
    for offset in 0..<name.count where text[start + offset].lowered != name[offset] { return false }
    return start + name.count == text.count || !text[start + name.count].isWordByte
  }
}

extension RawCase {
  /// Hands over every text of the case, in order: problem, symptoms, steps with their code, checklist, the rest.
  package func forEachText(_ body: (String) -> Void) {
    body(title.value)
    if let problem { body(problem.text) }
    for symptom in session.symptoms { body(symptom.text) }
    for step in session.steps {
      body(step.title.value)
      for block in step.body {
        switch block {
        case .prose(let text): body(text.text)
        case .items(let list): for item in list.items { body(item.text) }
        case .code(let code): body(code.code)
        case .table(let table):
          for cell in table.header { body(cell) }
          for row in table.rows { for cell in row { body(cell) } }
        case .opaque(let block): body(block.markdown)
        }
      }
    }
    for item in prevention { body(item.text) }
    for block in session.other { body(block.markdown) }
    for block in other { body(block.markdown) }
  }
}

extension CaseLibrary {
  /// Fills in what the tables of all documents say: issue types by name, tools that cases mention.
  package mutating func resolveIssueTypes() {
    let types = issueTypes
    guard !types.isEmpty else { return }
    let resolution = CaseResolution(types)
    for index in documents.indices { resolution.resolve(&documents[index]) }
  }
}
