import CasebookMarkdown
import CasebookSource

/// What holds of every document, whatever its text.
enum Invariants {
  static func problems(of document: Document) -> [String] {
    var problems = linkProblems(of: document)
    if !problems.isEmpty { return problems }
    problems += blockProblems(of: document) + coverageProblems(of: document)
    var cursor: NodeID? = Document.root
    while let id = cursor {
      if document[id].kind.isBlock, let child = document.firstChild(of: id), !document[child].kind.isBlock {
        problems += inlineProblems(of: id, document)
      }
      cursor = document.successor(of: id, within: Document.root)
    }
    if String(validating: document.pool, as: UTF8.self) == nil { problems.append("the pool is not UTF-8") }
    return problems
  }

  /// Every node is reached once, from its parent.
  private static func linkProblems(of document: Document) -> [String] {
    var seen = 0
    var cursor: NodeID? = Document.root
    while let id = cursor {
      seen += 1
      for child in document.children(of: id) where document.parent(of: child) != id {
        return ["wrong parent of \(child)"]
      }
      if seen > document.nodes.count { return ["a loop"] }
      cursor = document.successor(of: id, within: Document.root)
    }
    return seen == document.nodes.count ? [] : ["\(document.nodes.count - seen) nodes are not reached"]
  }

  /// Blocks lie inside their parents, one behind the other, and begin and end with text.
  private static func blockProblems(of document: Document) -> [String] {
    var problems: [String] = []
    let text = document.source.bytes
    var previous: NodeID?
    var cursor: NodeID? = Document.root
    while let id = cursor {
      let node = document[id]
      if node.kind.isBlock, id != Document.root {
        let range = node.source.range
        let name = "\(node.kind) \(range)"
        if node.source.isAbsent || range.upperBound > text.count { problems.append("\(name): no range") }
        if let parent = document.parent(of: id) {
          let outer = document[parent].source.range
          if range.lowerBound < outer.lowerBound || range.upperBound > outer.upperBound {
            problems.append("\(name): outside of \(document[parent].kind) \(outer)")
          }
        }
        if let next = document.next(after: id), document[next].source.range.lowerBound < range.upperBound {
          problems.append("\(name): overlaps \(document[next].kind) \(document[next].source.range)")
        }
        // Behind definitions, cmark keeps the blanks of a lazy line.
        let mayBeginBlank =
          node.kind == .codeBlock || node.kind == .opaque || previous.map { document[$0].kind } == .linkDefinition
        if let first = range.first, !mayBeginBlank, text[first] == 0x20 || text[first] == 0x09 || text[first] == 0x0A {
          problems.append("\(name): begins with a blank")
        }
        let mayEndWithCode: Set<NodeKind> = [.htmlBlock, .codeBlock, .list, .item, .blockQuote]
        if let last = range.last, text[last] == 0x0A || text[last] == 0x0D, !mayEndWithCode.contains(node.kind) {
          problems.append("\(name): ends with a line break")
        }
      }
      previous = id
      cursor = document.successor(of: id, within: Document.root)
    }
    return problems
  }

  /// Some block below the root covers every line that is not blank.
  private static func coverageProblems(of document: Document) -> [String] {
    let lines = document.source.lines
    var covered = Set<Int>()
    for child in document.children(of: Document.root) {
      let range = document[child].source.range
      for line in lines.lineIndex(
        of: range.lowerBound)...lines.lineIndex(of: max(range.lowerBound, range.upperBound - 1))
      {
        covered.insert(line)
      }
    }
    return (0..<lines.lineCount).compactMap { line in
      let content = document.source.string(lines.content(ofLine: line, in: document.source.bytes))
      let isBlank = content.unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" || line == 0 && $0 == "\u{FEFF}" }
      return isBlank || covered.contains(line) ? nil : "line \(line + 1) is not covered: \(content.debugDescription)"
    }
  }

  /// Every inline has a place in its block, and text decodes from it.
  private static func inlineProblems(of block: NodeID, _ document: Document) -> [String] {
    // Markup that was flattened into text is written in one way, whatever it was in the source.
    if document.diagnostics.contains(where: { $0.message.contains("blocks and inlines") }) { return [] }
    var problems: [String] = []
    let places = Dictionary(uniqueKeysWithValues: document.inlineSpans(of: block).map { ($0.node, $0.span) })
    let text = document.locatedText(of: block)
    let range = document[block].source.range
    if text.string != document.plainText(of: block) {
      problems.append("located text differs: \(text.string.debugDescription)")
    }
    for piece in text.pieces where piece.isVerbatim {
      let source = document.source.bytes[piece.source]
      if !zip(text.bytes[piece.text], source).allSatisfy({
        $0 == $1 || ($1 == 0x0A || $1 == 0x0D) && ($0 == 0x20 || $0 == 0x0A)
      }) {
        problems.append("not verbatim: \(piece)")
      }
    }
    var cursor: NodeID? = document.firstChild(of: block)
    while let id = cursor {
      let name = "\(document[id].kind) \(document.literalText(of: id).debugDescription)"
      guard let span = places[id] else { return problems + ["no place for \(name)"] }
      if span.lowerBound < range.lowerBound || span.upperBound > range.upperBound {
        problems.append("out of its block: \(name)")
      }
      let slice = document.source.string(span)
      let isPlain = !slice.utf8.contains { "\\&\0\r\n\t".utf8.contains($0) }
      if isPlain, document[id].kind == .text || document[id].kind == .code, slice != document.literalText(of: id) {
        problems.append("\(name) is not \(slice.debugDescription)")
      }
      cursor = document.successor(of: id, within: block)
    }
    return problems
  }
}
