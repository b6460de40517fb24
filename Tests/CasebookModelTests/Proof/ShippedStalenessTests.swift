import CasebookModel
import CasebookSource
import TestSupport
import Testing

/// The documents that ship, with the lock that says what was blessed of them.
private enum Shipped {
  static let lock = (try? ProofLock(decoding: Repository.bytes("content/proof/lock.json"))) ?? ProofLock()

  static let paths = Repository.files(below: "content", suffix: ".md").filter { path in
    read(path, Repository.bytes(path)).model.cases.contains { item in
      item.codeBlocks.contains { lock[$0.id] != nil }
    }
  }

  static func read(_ path: String, _ bytes: [UInt8]) -> ReadDocument {
    DocumentReader.read(SourceFile(path: path, bytes: bytes))
  }

  static func linked(_ document: ReadDocument) -> [CodeBlock] {
    document.model.cases.flatMap(\.codeBlocks).filter { lock[$0.id] != nil }
  }

  /// Linked blocks that do not read as they were blessed.
  static func changed(_ document: ReadDocument) -> [String] {
    linked(document).filter { $0.digest != lock[$0.id]?.digest }.map(\.id)
  }
}

@Suite("What makes a shipped case's check stale, and what does not") struct ShippedStalenessTests {
  /// Edits that change nothing of the code.
  private static let harmless: [(name: String, edit: @Sendable (String) -> String)] = [
    ("longer fences", { $0.replacing("```", with: "``````") }),
    ("tildes", { $0.replacing("```", with: "~~~~") }),
    ("fences set in by three blanks, and the code with them", { setIn($0, by: "   ") }),
    ("closing fences alone set in", { text in lines(text) { $0 == "```" ? " " + $0 : $0 } }),
    ("moved down", { $0.replacing("\n**Problem**", with: "\nSome words.\n\n- a list\n\n**Problem**") }),
    ("renumbered", { text in lines(text) { $0.hasPrefix("### ") ? renumbered($0) : $0 } }),
    ("CRLF", { $0.replacing("\n", with: "\r\n") }),
    ("a byte order mark", { "\u{FEFF}" + $0 }),
    ("both", { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }),
    ("blanks at line ends", { text in lines(text) { $0.isEmpty ? $0 : $0 + " \t" } }),
    ("no final line break", { String($0.drop(while: \.isNewline)).trimmingEnd }),
  ]

  private static func lines(_ text: String, _ edit: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { edit(String($0)) }.joined(separator: "\n")
  }

  /// Sets each fenced block in, whatever its fence.
  private static func setIn(_ text: String, by blanks: String) -> String {
    var fence: Substring?
    return lines(text) { line in
      let marks = line.prefix { $0 == "`" }
      if let open = fence {
        if marks.count >= open.count, line.count == marks.count { fence = nil }
        return line.isEmpty ? line : blanks + line
      }
      guard marks.count >= 3 else { return line }
      fence = marks
      return blanks + line
    }
  }

  /// `### 3. Fix` → `### 30. Fix`
  private static func renumbered(_ heading: String) -> String {
    guard let dot = heading.firstIndex(of: "."), heading[..<dot].last?.isNumber == true else { return heading }
    return heading[..<dot] + "0" + heading[dot...]
  }

  @Test("every case that ships is linked, and reads as it was blessed") func asBlessed() throws {
    try #require(Shipped.paths.count == 22, "21 cases and the original: \(Shipped.paths)")
    let linked = Shipped.paths.flatMap { Shipped.linked(Shipped.read($0, Repository.bytes($0))).map(\.id) }
    #expect(Set(linked) == Set(Shipped.lock.entries.map(\.block)) && linked.count == Shipped.lock.entries.count)
  }

  @Test("a character that changes, at every visible place of every linked block", arguments: Shipped.paths)
  func everyCharacter(_ path: String) throws {
    let document = Shipped.read(path, Repository.bytes(path))
    var places = 0
    for block in Shipped.linked(document) {
      let digest = block.digest
      let bytes = Array(block.code.utf8)
      var changed = block
      for index in bytes.indices where bytes[index] > 0x20 && bytes[index] < 0x80 {
        var code = bytes
        code[index] = bytes[index] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
        changed.code = String(decoding: code, as: UTF8.self)
        places += 1
        if changed.digest == digest { Issue.record("byte \(index) of \(block.id) makes no difference") }
      }
    }
    #expect(places > 100)
    #expect(Shipped.changed(document).isEmpty)
  }

  @Test("the same in the file itself, at places from the first to the last", arguments: Shipped.paths)
  func inTheFile(_ path: String) throws {
    let bytes = Repository.bytes(path)
    let document = Shipped.read(path, bytes)
    for block in Shipped.linked(document) {
      let start = document.source.diskLines.offset(of: block.at.start)
      let end = document.source.diskLines.offset(of: block.at.end)
      // Between the fences: what stands in the first and the last line is no code.
      let first = (bytes[start..<end].firstIndex(of: 0x0A) ?? end) + 1
      let last = bytes[first..<end].lastIndex(of: 0x0A) ?? end
      let visible = (first..<last).filter { bytes[$0] > 0x20 && bytes[$0] < 0x80 }
      try #require(visible.count > 10, "\(block.id)")
      for share in 0...4 {
        let place = visible[(visible.count - 1) * share / 4]
        var edited = bytes
        edited[place] = bytes[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
        let found = Shipped.read(path, edited)
        #expect(Shipped.changed(found) == [block.id], "byte \(place) of \(path)")
      }
    }
  }

  @Test("re-fenced, moved, renumbered, encoded otherwise: as it was", arguments: Shipped.paths)
  func harmless(_ path: String) {
    let text = Repository.text(path)
    let count = Shipped.linked(Shipped.read(path, Array(text.utf8))).count
    for (name, edit) in Self.harmless {
      // The original's outer fences are as long as the inner ones: which belong together is told by how they are set in.
      if path == "content/debugging-examples.md", name == "closing fences alone set in" { continue }
      let edited = edit(text)
      #expect(edited != text || name == "renumbered", "\(name) changes nothing in \(path)")
      let document = Shipped.read(path, Array(edited.utf8))
      #expect(Shipped.linked(document).count == count, "\(name): blocks of \(path) are gone")
      #expect(Shipped.changed(document).isEmpty, "\(name), \(path)")
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop(while: \.isNewline).reversed()) }
}
