import CasebookSource

/// Builds the value from the events, with a stack of its own instead of recursion.
struct YAMLScan {
  /// A mapping or sequence whose end has not come.
  struct Frame {
    var isMapping: Bool
    var isFlow: Bool
    var start: Int
    /// End of the last child: where a block collection ends, since libyaml ends it at whatever follows.
    var end: Int
    var items: [YAMLValue] = []
    var entries: [YAMLEntry] = []
    var key: (text: String, range: Range<Int>)?
    /// The keys so far, once there are too many to look through.
    var seen: [ExactText: Int] = [:]
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private let limits: InputLimits
  private var offsets: CharacterOffsets
  private var stack: [Frame] = []
  private var documents = 0
  private var outcome = YAMLReader.Outcome()

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int, isASCII: Bool, limits: InputLimits) {
    self.bytes = bytes
    self.base = base
    self.limits = limits
    offsets = CharacterOffsets(bytes, isASCII: isASCII)
  }

  mutating func run() -> YAMLReader.Outcome {
    var events = YAMLEvents(bytes)
    var count = 0
    do {
      while true {
        let event = try events.next()
        count += 1
        if event.kind == .streamEnd { return outcome }
        let range = byteRange(event.characters)
        var refusal = refusal(of: event, at: range)
        if refusal == nil, stack.count > limits.frontMatterDepth { refusal = YAMLRefusal(.deep, range) }
        if refusal == nil, count > limits.frontMatterEvents { refusal = YAMLRefusal(.many, range) }
        if let refusal { return refused(refusal) }
      }
    } catch {
      var refusal = YAMLRefusal(.syntax, byteRange(of: error.place))
      refusal.message = error.message
      if let context = error.context { refusal.context = (context.message, byteRange(of: context.place).lowerBound) }
      return refused(refusal)
    }
  }

  private mutating func refused(_ refusal: YAMLRefusal) -> YAMLReader.Outcome {
    outcome.value = nil
    outcome.refusal = refusal
    return outcome
  }

  /// Takes one event in; gives the reason if it has no place here.
  private mutating func refusal(of event: YAMLEvent, at range: Range<Int>) -> YAMLRefusal? {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: return nil
    case .documentStart:
      documents += 1
      if event.hasDirectives { return YAMLRefusal(.directive, range) }
      return documents > 1 ? YAMLRefusal(.document, range) : nil
    case .alias: return YAMLRefusal(.alias, range)
    case .scalar, .sequenceStart, .mappingStart:
      if event.hasAnchor { return YAMLRefusal(.anchor, range) }
      if event.hasTag { return YAMLRefusal(.tag, range) }
      return event.kind == .scalar ? scalar(event, at: range) : open(event, at: range)
    case .end:
      close(at: range)
      return nil
    }
  }

  private mutating func scalar(_ event: YAMLEvent, at range: Range<Int>) -> YAMLRefusal? {
    let place = trimmed(range)
    remark(event, at: place)
    guard let top = stack.indices.last else {
      return event.text.isEmpty && !event.isQuoted ? nil : YAMLRefusal(.root, place)
    }
    let text = String(decoding: event.text, as: UTF8.self)
    guard stack[top].isMapping, stack[top].key == nil else {
      attach(YAMLValue(.scalar(text, quoted: event.isQuoted), range: place))
      return nil
    }
    guard !event.text.isEmpty else { return YAMLRefusal(.key, place) }
    if let first = stack[top].place(ofKey: text) {
      var refusal = YAMLRefusal(.duplicate, place)
      refusal.other = first
      return refusal
    }
    stack[top].key = (text, place)
    stack[top].end = place.upperBound
    return nil
  }

  private mutating func open(_ event: YAMLEvent, at range: Range<Int>) -> YAMLRefusal? {
    if let top = stack.last {
      if top.isMapping, top.key == nil { return YAMLRefusal(.key, range) }
    } else if event.kind != .mappingStart {
      return YAMLRefusal(.root, range)
    }
    stack.append(
      Frame(
        isMapping: event.kind == .mappingStart, isFlow: event.isFlow, start: range.lowerBound, end: range.upperBound))
    return nil
  }

  private mutating func close(at range: Range<Int>) {
    guard let frame = stack.popLast() else { return }
    // `[…]` and `{…}` end with a bracket, but for the pair in `[a: b]`; a block ends, for libyaml, further down.
    let end = frame.isFlow && !range.isEmpty ? range.upperBound : frame.end
    attach(
      YAMLValue(
        frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items), range: frame.start..<max(frame.start, end)))
  }

  private mutating func attach(_ value: YAMLValue) {
    guard let top = stack.indices.last else {
      outcome.value = value
      return
    }
    stack[top].end = max(stack[top].end, value.range.upperBound)
    if let key = stack[top].key {
      stack[top].add(YAMLEntry(key: key.text, keyRange: key.range, value: value))
      stack[top].key = nil
    } else {
      stack[top].items.append(value)
    }
  }

  private mutating func remark(_ event: YAMLEvent, at range: Range<Int>) {
    guard let character = SpoofingCharacter.first(in: event.text) else { return }
    outcome.remarks.append(.control(character, range))
  }

  private mutating func byteRange(_ characters: Range<Int>) -> Range<Int> {
    let start = offsets.byte(ofCharacter: characters.lowerBound)
    let end = offsets.byte(ofCharacter: characters.upperBound)
    return base + start..<base + max(start, end)
  }

  private mutating func byteRange(of place: YAMLFailure.Place) -> Range<Int> {
    switch place {
    case .byte(let offset):
      let start = min(max(offset, 0), bytes.count)
      return base + start..<base + min(start + 1, bytes.count)
    case .character(let index): return byteRange(index..<index + 1)
    }
  }

  /// Takes off the line breaks and blanks that end a block scalar.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - base - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }
}

extension YAMLScan.Frame {
  /// Many keys are looked up in a table, few are simply compared.
  private static let tableFrom = 16

  func place(ofKey text: String) -> Range<Int>? {
    if entries.count >= Self.tableFrom { return seen[ExactText(text)].map { entries[$0].keyRange } }
    return entries[text]?.keyRange
  }

  mutating func add(_ entry: YAMLEntry) {
    entries.append(entry)
    if entries.count == Self.tableFrom {
      for (index, entry) in entries.enumerated() { seen[ExactText(entry.key)] = index }
    } else if entries.count > Self.tableFrom {
      seen[ExactText(entry.key)] = entries.count - 1
    }
  }
}

/// A text that equals only what has the same bytes.
///
/// `String` compares after Unicode normalisation, which takes seconds on runs of combining marks.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactText, b: ExactText) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
