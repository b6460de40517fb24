import CasebookMarkdown
import CasebookSource

/// Reads the blocks of one case into its parts; what no recogniser claims stays, in order, as an opaque block.
///
/// The blocks are taken one after the other; headings and labels say what the next ones are. A session that is quoted in a
/// fence is read by the same code, on the document inside it.
struct CaseReader {
  /// What the blocks at hand belong to.
  enum Place { case intro, problem, symptoms, investigation, step, prevention, other }

  /// How the open step was titled: decides what ends it.
  enum StepForm: Equatable { case heading(level: Int), bold }

  var reader: BlockReader
  var raw: RawCase
  var code: CodeReader
  /// The document quoted in a fence, where there is one.
  var sessionDocument: Document?
  /// Index that the next nested document gets.
  let nextTree: Int

  var place = Place.intro
  /// Level of the heading that opened the part at hand.
  var partLevel = 0
  var isInFence = false
  /// Whether the last of the steps takes blocks; it is filled where it stands, since moving it costs more.
  var isStepOpen = false
  var stepForm = StepForm.bold
  /// Level of the heading in whose section the open step stands: its own, or that of a step around it.
  var sectionLevel = 0
  /// Kind that a comment declares for the next step.
  var declaredKind: StepKind?
  var lastNumber = 0
  /// Steps so far that are one of several fixes.
  var options = 0
  /// Whether paragraphs of the symptoms are symptoms: only where no list says them.
  var hasSymptomList = false
  /// A `**Problem**:` without text: the next paragraph is it.
  var awaitsProblem = false
  /// Whether a bold label, not only a heading, says where the problem is.
  var hasProblemLabel = false
  var blocks: [NodeID] = []
  var index = 0

  init(_ raw: consuming RawCase, reader: BlockReader, nextTree: Int) {
    self.raw = raw
    self.reader = reader
    self.nextTree = nextTree
    code = CodeReader(caseID: raw.id)
  }

  /// The case with all its parts.
  consuming func finish() -> RawCase { raw }

  mutating func read(_ blocks: [NodeID]) {
    self.blocks = blocks
    index = 0
    raw.flow.reserveCapacity(raw.flow.count + blocks.count)
    while index < blocks.count {
      let id = blocks[index]
      if !readSession(id) {
        raw.flow.append(reader.ref(id))
        readBlock(id)
      }
      index += 1
    }
    closeStep()
  }

  private mutating func readBlock(_ id: NodeID) {
    switch reader.kind(id) {
    case .heading: readHeading(id)
    case .paragraph: readParagraph(id)
    case .list where !isStepOpen: readList(id)
    case .htmlBlock:
      guard let kind = Declaration(id, in: reader)?.stepKind else { return keep(id) }
      closeStep()
      declaredKind = kind
      keepInSession(id)
    case .document, .blockQuote, .list, .item, .codeBlock, .thematicBreak, .table, .tableRow, .tableCell,
      .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      keep(id)
    }
  }

  // MARK: Unclaimed blocks

  /// Keeps a block with the part that it stands in: in a step by its kind, elsewhere as it is.
  mutating func keep(_ id: NodeID) {
    if isStepOpen {
      addBlock(id)
    } else if place == .investigation {
      keepInSession(id)
    } else if isInFence {
      raw.session.other.append(reader.opaque(id))
    } else {
      raw.other.append(reader.opaque(id))
    }
  }

  mutating func keepInSession(_ id: NodeID) { raw.session.other.append(reader.opaque(id)) }

  // MARK: Headings

  private mutating func readHeading(_ id: NodeID) {
    let level = reader.level(id)
    let content = reader.content(id)
    let text = reader.slice(content)
    // `##` alone names nothing.
    guard !text.isEmpty else { return keep(id) }
    if let part = PartName(text) {
      closeStep()
      raw.session.headings.append(PartHeading(text: reader.located(id), level: level, block: reader.ref(id)))
      open(part, level: level)
      if part == .problem, raw.problem == nil, raw.problemLabel == nil {
        raw.problemLabel = raw.session.headings.last?.text
        awaitsProblem = true
      }
      return
    }
    let title = StepTitle(text)
    if isStepHeading(title, level: level) {
      openStep(title, id, form: .heading(level: level))
    } else if raw.session.title == nil, place == .intro, raw.session.headings.isEmpty || !isInFence,
      isSessionTitle(level)
    {
      raw.session.title = reader.located(id)
    } else if isBelowStep(level) {
      keep(id)
    } else if isDeeper(level) {
      closeStep()
      keep(id)
    } else {
      closeStep()
      place = .other
      partLevel = level
      keep(id)
    }
  }

  /// Whether a heading stays within the part at hand.
  private func isDeeper(_ level: Int) -> Bool {
    switch place {
    case .symptoms, .prevention, .problem, .investigation: level > partLevel
    case .step: partLevel > 0 && level > partLevel
    case .intro, .other: false
    }
  }

  private mutating func open(_ part: PartName, level: Int) {
    partLevel = level
    switch part {
    case .problem: place = .problem
    case .symptoms:
      place = .symptoms
      hasSymptomList = listFollows()
    case .investigation: place = .investigation
    case .prevention: place = .prevention
    }
  }

  /// Whether a list stands before the next heading.
  private func listFollows() -> Bool {
    for id in blocks[min(index + 1, blocks.count)...] {
      if reader.kind(id).isHeading { return false }
      if reader.kind(id).isList { return true }
    }
    return false
  }

  /// Whether a heading is followed, one level deeper, by the parts of a session.
  private func isSessionTitle(_ level: Int) -> Bool {
    for id in blocks[min(index + 1, blocks.count)...] where reader.kind(id).isHeading {
      let next = reader.level(id)
      let part = PartName(reader.slice(reader.content(id)))
      return next > level && (part == .symptoms || part == .investigation || part == .problem)
    }
    return isInFence
  }

  /// Whether a heading is deeper than the section of the open step.
  func isBelowStep(_ level: Int) -> Bool {
    if isStepOpen, case .heading = stepForm { level > sectionLevel } else { false }
  }

  /// Numbered or known titles below the investigation are steps, and so are sections that name a step: `## Root Cause`.
  private func isStepHeading(_ title: StepTitle, level: Int) -> Bool {
    if declaredKind != nil { return true }
    if isBelowStep(level) { return title.kindSource == .exact }
    if place == .investigation || place == .step, partLevel > 0, level > partLevel { return true }
    switch title.kindSource {
    case .declared, .exact: return title.kind != .tooling || title.number != nil
    case .lexicon: return title.kind != .tooling && title.kind != .evidence || title.number != nil
    case .content, .unknown: return false
    }
  }

  // MARK: Paragraphs

  private mutating func readParagraph(_ id: NodeID) {
    if let label = LabelParagraph(id, in: reader), readLabel(label, id) { return }
    if awaitsProblem, raw.problem == nil, let text = reader.measured(id) {
      raw.problem = text
      awaitsProblem = false
    } else if !isStepOpen, place == .symptoms, !hasSymptomList, let text = reader.measured(id) {
      raw.session.symptoms.append(text)
    } else {
      keep(id)
    }
  }

  /// `**Problem**: …`, `**3. Findings**`; a label of any other kind is text.
  private mutating func readLabel(_ label: LabelParagraph, _ id: NodeID) -> Bool {
    if raw.problem == nil, label.isProblem(in: reader) {
      let text = Self.withoutColon(reader.plainText(id, after: label.strong))
      raw.problem = reader.measured(id, content: label.rest, text: text)
      // A second label without a text says nothing new.
      if raw.problem == nil, hasProblemLabel { return false }
      if !hasProblemLabel { raw.problemLabel = reader.located(label.label) }
      hasProblemLabel = true
      awaitsProblem = raw.problem == nil
      return true
    }
    guard label.rest.isEmpty, reader.next(label.strong) == nil || label.hasColon else { return false }
    let title = StepTitle(reader.slice(label.label))
    let isStep: Bool
    switch place {
    case .investigation: isStep = title.number != nil || title.kind != .other
    case .step: isStep = stepForm == .bold && (title.number != nil || title.kind != .other)
    case .intro, .problem, .symptoms, .prevention, .other: isStep = title.number != nil
    }
    guard isStep || declaredKind != nil else { return false }
    openStep(title, id, form: .bold)
    return true
  }

  private static func withoutColon(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: ":") ? text.withSlice { $0.dropping(1).string } : text
  }
}

extension LabelParagraph {
  func isProblem(in reader: BlockReader) -> Bool {
    guard hasColon else { return false }
    let text = reader.slice(label)
    return text.equals("problem") || text.equals("problem statement")
  }
}
