import CasebookMarkdown
import CasebookSource

/// Puts a document's model together from its front matter, its cases and the blocks around them.
struct DocumentAssembly {
  private(set) var model: CaseDocument
  private(set) var nested: [Document] = []
  private var reader: BlockReader

  /// Reads a document that is parsed.
  static func read(_ document: Document) -> ReadDocument {
    BlockReader.reading(document, tree: 0) { reader in
      var assembly = DocumentAssembly(reader)
      assembly.read()
      return assembly.finish()
    }
  }

  private init(_ reader: BlockReader) {
    self.reader = reader
    model = CaseDocument(path: reader.document.source.file.path)
  }

  private consuming func finish() -> ReadDocument {
    ReadDocument(document: reader.document, nested: nested, model: model)
  }

  private mutating func read() {
    if let matter = reader.document.frontMatter { model.frontMatter = CaseFrontMatter(matter, in: &reader) }
    let outline = Outline(reader)
    // The first heading of level 1, else the front matter's title.
    model.title = outline.title.map { reader.located($0) }.flatMap { $0.value.isEmpty ? nil : $0 }
    let titleHeading = model.title == nil ? nil : outline.title
    if model.title == nil { model.title = model.frontMatter?.title }
    model.cases.reserveCapacity(outline.regions.count)
    for (index, region) in outline.regions.enumerated() {
      readCase(region, ordinal: outline.regions.count > 1 ? index + 1 : nil)
    }
    readOutside(outline.outside, title: titleHeading)
    if !reader.document.source.edits.isEmpty { readRepairs() }
    if let table = model.toolTable { CaseResolution(table.issueTypes).resolve(&model) }
  }

  // MARK: Cases

  private mutating func readCase(_ region: Outline.Region, ordinal: Int?) {
    guard var raw = rawCase(region, ordinal: ordinal) else { return }
    if ordinal == nil, let matter = model.frontMatter { raw.declare(matter) }
    if let declaration = region.declaration { raw.declare(declaration) }
    if let last = region.blocks.last { raw.at.end = max(raw.at.end, reader.place(last).end) }
    var cases = CaseReader(consume raw, reader: reader, nextTree: nested.count + 1)
    cases.read(region.blocks)
    if let session = cases.sessionDocument { nested.append(session) }
    model.cases.append(cases.finish())
  }

  private mutating func rawCase(_ region: Outline.Region, ordinal: Int?) -> RawCase? {
    let title: Located<String>
    let block: BlockRef
    let at: SourceRange
    var number: Int?
    if let heading = region.heading {
      let parsed = CaseTitle(reader.slice(reader.content(heading)))
      number = parsed.number
      var text = reader.plainText(heading)
      if number != nil { text = text.withSlice { CaseTitle($0).text.string } }
      if text.isEmpty { text = parsed.text.isEmpty ? stem : parsed.text.string }
      title = Located(text, at: reader.place(parsed.text.range))
      block = reader.ref(heading)
      at = reader.place(heading)
    } else {
      guard let first = region.blocks.first else { return nil }
      at = reader.place(first)
      title = model.frontMatter?.title ?? Located(stem, at: at)
      block = reader.ref(Document.root)
    }
    return RawCase(
      id: implicitID(title.value, ordinal: ordinal), idSource: .implicit, number: number, title: title,
      titleBlock: block, at: at)
  }

  /// Slug of the title, else of the file's name; short enough for the names of its blocks.
  private func implicitID(_ title: String, ordinal: Int?) -> String {
    var slug = Slug.make(title)
    if slug.isEmpty {
      let name = Slug.make(stem)
      slug = name.isEmpty ? "case" : name
      if let ordinal { slug += "-\(ordinal)" }
    }
    guard slug.utf8.count > 80 else { return slug }
    let cut = slug.utf8.prefix(80)
    let end = cut.lastIndex(of: UInt8(ascii: "-")) ?? cut.endIndex
    return String(decoding: cut[..<end], as: UTF8.self)
  }

  /// `notes/lost-update.md` → `lost-update`.
  private var stem: String {
    let name = model.path.utf8.split(separator: UInt8(ascii: "/")).last ?? model.path.utf8[...]
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return String(decoding: end == name.startIndex ? name : name[..<end], as: UTF8.self)
  }

  // MARK: Around the cases

  private mutating func readOutside(_ blocks: [NodeID], title: NodeID?) {
    // The heading at hand, until a block below it claims it as its title.
    var heading: NodeID?
    for id in blocks {
      if reader.kind(id).isHeading {
        if let unclaimed = heading { keep(unclaimed) }
        heading = id.index == title?.index ? nil : id
        if heading != nil, reader.content(id).isEmpty {
          heading = nil
          keep(id)
        }
        continue
      }
      if model.framework == nil, let title = heading, let framework = reader.framework(id, heading: title) {
        model.framework = framework
        heading = nil
        continue
      }
      if model.toolTable == nil, let table = reader.toolTable(id, heading: heading) {
        model.toolTable = table
        heading = nil
        continue
      }
      if let unclaimed = heading { keep(unclaimed) }
      heading = nil
      keep(id)
    }
    if let unclaimed = heading { keep(unclaimed) }
  }

  private mutating func keep(_ id: NodeID) { model.other.append(reader.opaque(id)) }

  /// Edits of the reading, in places and texts of the file on disk.
  private mutating func readRepairs() {
    let source = reader.document.source
    model.repairs = source.edits.map { edit in
      let range = SourceRange(
        start: source.diskLines.position(of: edit.range.lowerBound),
        end: source.diskLines.position(of: edit.range.upperBound))
      let before = source.file.bytes[edit.range.clamped(to: 0..<source.file.bytes.count)]
      return AppliedRepair(
        rule: edit.rule, at: range, before: String(decoding: before, as: UTF8.self),
        after: String(decoding: edit.replacement, as: UTF8.self))
    }
  }
}

extension RawCase {
  /// Takes what the front matter of a one-case file declares.
  mutating func declare(_ matter: CaseFrontMatter) {
    if let declared = matter.id {
      id = declared.value
      idSource = .declared
    }
    if let type = matter.issueType {
      issueType = type.value
      issueTypeSource = .declared
    }
    alsoIssueTypes = matter.alsoIssueTypes.map(\.value)
    severity = matter.severity?.value
    corrects = matter.corrects?.value
    tags = matter.tags.map(\.value)
    aliases = matter.aliases.map(\.value)
  }

  /// Takes what the comment before a case's heading declares.
  mutating func declare(_ comment: Declaration) {
    if let declared = comment["id"] {
      id = declared
      idSource = .declared
    }
    if let type = comment["issueType"] {
      issueType = type
      issueTypeSource = .declared
    }
    severity = comment["severity"] ?? severity
    corrects = comment["corrects"] ?? corrects
  }
}
