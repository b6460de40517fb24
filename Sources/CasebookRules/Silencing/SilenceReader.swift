import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Collects what a document wants silenced, from its comments and its front matter.
struct SilenceReader {
  let document: ReadDocument
  private(set) var silences: [Silence] = []
  /// Requests that silence nothing, each a finding.
  private(set) var faults: [Diagnostic] = []

  private let unused = UnusedIgnoreRule()
  private let unreasoned = IgnoreWithoutReasonRule()
  private static let opener = Array("<!--".utf8)
  private static let keyword = Array("casebook-ignore".utf8)

  init(_ document: ReadDocument, _ survey: BlockSurvey) {
    self.document = document
    for ref in survey.htmlBlocks { readComment(ref) }
    readFrontMatter()
  }

  /// Whether a document can hold a request at all.
  static func isNeeded(_ document: ReadDocument, _ survey: BlockSurvey) -> Bool {
    !survey.htmlBlocks.isEmpty || document.document.frontMatter?.entries["casebook"] != nil
  }

  /// `<!-- casebook-ignore CB304, CB305: P99 is meant -->`
  private mutating func readComment(_ ref: BlockRef) {
    let tree = document.tree(ref)
    let text = tree.literal(of: ref.node)
    guard let body = Self.body(of: text), let words = Self.request(body) else { return }
    let range = comment(ref, tree)
    let place = tree.source.range(of: range)
    guard let colon = words.firstIndex(of: UInt8(ascii: ":")),
      words[(colon + 1)...].contains(where: { $0 > 0x20 })
    else {
      faults.append(unreasoned.finding(path, place, "a silence must give its reason: `casebook-ignore CB000: why`"))
      return
    }
    let reason = Self.text(words[(colon + 1)...])
    let scope = scope(after: ref, tree)
    let names = words[..<colon].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    // A comment about several rules stays as long as one of them needs it.
    let removal = names.count == 1 ? [Diagnostic.Fix.Edit(range: lineRange(range, tree), replacement: "")] : []
    for name in names {
      guard let rule = rule(Self.text(name), at: place, removal) else { continue }
      silences.append(
        Silence(rule: rule, reason: reason, by: .comment, at: place, scope: scope ?? place, removal: removal))
    }
  }

  /// `casebook: {ignore: {CB304: P99 is meant}}`
  private mutating func readFrontMatter() {
    guard let frontMatter = document.document.frontMatter,
      let entries = frontMatter["casebook"]?["ignore"]?.entries
    else { return }
    for entry in entries {
      let place = document.source.range(of: entry.keyRange)
      guard let reason = entry.value.text, reason.utf8.contains(where: { $0 > 0x20 }) else {
        faults.append(unreasoned.finding(path, place, "a silence must give its reason: `CB000: why`"))
        continue
      }
      guard let rule = rule(entry.key, at: place, []) else { continue }
      silences.append(Silence(rule: rule, reason: reason, by: .frontMatter, at: place, scope: nil))
    }
  }

  private var path: String { document.source.file.path }

  private mutating func rule(_ name: String, at place: SourceRange, _ removal: [Diagnostic.Fix.Edit]) -> RuleID? {
    guard let rule = RuleCatalog.find(name) else {
      let names = RuleCatalog.all.flatMap { [$0.id.description, $0.description.name] }
      let near = DidYouMean.suggestions(for: name, among: names)
      let hint = near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
      faults.append(unused.finding(path, place, "no rule is called \(Words.quoted(name))\(hint)"))
      return nil
    }
    guard rule.description.isSilenceable else {
      faults.append(unused.finding(path, place, "\(rule.id) \(rule.description.name) can't be silenced"))
      return nil
    }
    return rule.id
  }

  /// The next block beside a comment, other comments of ours left out.
  private func scope(after ref: BlockRef, _ tree: Document) -> SourceRange? {
    var cursor = tree.next(after: ref.node)
    // More comments than this above one block act on nothing, so that a page of comments stays cheap.
    var left = 64
    while let id = cursor, left > 0, tree[id].kind == .htmlBlock, Self.isOurs(tree.literal(of: id)) {
      cursor = tree.next(after: id)
      left -= 1
    }
    return cursor.map { tree.range(of: $0) }
  }

  private static func isOurs(_ text: ArraySlice<UInt8>) -> Bool {
    guard let body = body(of: text) else { return false }
    return body.starts(with: "casebook".utf8)
  }

  /// What stands between `<!--` and `-->`, without leading blanks.
  private static func body(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = text.drop { $0 == 0x20 }
    guard start.starts(with: opener) else { return nil }
    let inside = start.dropFirst(opener.count).drop { $0 <= 0x20 }
    var end = inside.startIndex
    while end + 2 < inside.endIndex {
      if inside[end] == UInt8(ascii: "-"), inside[end + 1] == UInt8(ascii: "-"), inside[end + 2] == UInt8(ascii: ">") {
        return inside[..<end]
      }
      end += 1
    }
    return nil
  }

  private static func request(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard body.starts(with: keyword) else { return nil }
    let rest = body.dropFirst(keyword.count)
    guard let next = rest.first else { return rest }
    return next <= 0x20 || next == UInt8(ascii: ":") ? rest : nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var part = bytes.drop { $0 <= 0x20 }
    while let last = part.last, last <= 0x20 { part.removeLast() }
    return String(decoding: part, as: UTF8.self)
  }

  /// Bytes of the comment itself, its block may hold more.
  private func comment(_ ref: BlockRef, _ tree: Document) -> Range<Int> {
    let range = tree[ref.node].source.range.clamped(to: 0..<tree.source.bytes.count)
    let text = tree.source.bytes
    var end = range.lowerBound
    while end + 3 <= range.upperBound {
      if text[end] == UInt8(ascii: "-"), text[end + 1] == UInt8(ascii: "-"), text[end + 2] == UInt8(ascii: ">") {
        return range.lowerBound..<end + 3
      }
      end += 1
    }
    return range
  }

  /// The comment's lines where it stands alone on them, else the comment.
  private func lineRange(_ comment: Range<Int>, _ tree: Document) -> SourceRange {
    let text = tree.source.bytes
    var start = comment.lowerBound
    while start > 0, text[start - 1] == 0x20 { start -= 1 }
    var end = comment.upperBound
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard start == 0 || text[start - 1] == 0x0A, end == text.count || text[end] == 0x0A || text[end] == 0x0D else {
      return tree.source.range(of: comment)
    }
    if end < text.count, text[end] == 0x0D { end += 1 }
    if end < text.count, text[end] == 0x0A { end += 1 }
    return tree.source.range(of: start..<end)
  }
}
