import CYAML

/// What libyaml reports next, in our own words; `text` is valid until the next event is asked for.
struct YAMLEvent {
  enum Kind { case streamStart, streamEnd, documentStart, documentEnd, alias, scalar, sequenceStart, mappingStart, end }

  var kind: Kind
  /// Characters (not bytes) before the first and before the end.
  var characters: Range<Int>
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var isQuoted = false
  /// Whether a collection is written in brackets.
  var isFlow = false
  var hasAnchor = false
  var hasTag = false
  var hasDirectives = false
}

/// Why libyaml stopped: its words, and where.
struct YAMLFailure: Error {
  /// A place as libyaml gives it.
  enum Place { case byte(Int), character(Int) }

  var message: String
  var place: Place
  /// What it was doing, "while scanning a quoted scalar", and where that began.
  var context: (message: String, place: Place)?
}

/// libyaml's events over bytes in memory: the one place that knows the C library.
///
/// Called directly and not through a wrapper that composes nodes: the events keep their positions, and a reader that stops
/// at the first alias or tag leaves nothing for the known bombs to expand. The bytes must outlive the value.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private var isReady: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // The parser points into itself, so it must not move.
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    // Without this, a UTF-16 mark would be believed, and a UTF-8 mark would be missing from the count of characters.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    var last = event
    yaml_event_delete(&last)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Gives the next event, or says why there is none; not to be asked again after a failure or the end of the stream.
  mutating func next() throws(YAMLFailure) -> YAMLEvent {
    yaml_event_delete(&event)
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    let start = Int(clamping: event.start_mark.index)
    return converted(start..<max(start, Int(clamping: event.end_mark.index)))
  }

  private func converted(_ characters: Range<Int>) -> YAMLEvent {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      return YAMLEvent(
        kind: .scalar, characters: characters, text: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, characters: characters, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE,
        hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, characters: characters, isFlow: start.style == YAML_FLOW_MAPPING_STYLE,
        hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .end, characters: characters)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, characters: characters)
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      return YAMLEvent(
        kind: .documentStart, characters: characters,
        hasDirectives: start.version_directive != nil || start.tag_directives.start != start.tag_directives.end)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, characters: characters)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, characters: characters)
    default: return YAMLEvent(kind: .streamEnd, characters: characters)
    }
  }

  private func failure() -> YAMLFailure {
    guard isReady, let problem = parser.pointee.problem else {
      return YAMLFailure(message: "out of memory", place: .byte(0))
    }
    let message = String(cString: problem)
    if parser.pointee.error == YAML_READER_ERROR {
      return YAMLFailure(message: message, place: .byte(Int(clamping: parser.pointee.problem_offset)))
    }
    let place = YAMLFailure.Place.character(Int(clamping: parser.pointee.problem_mark.index))
    guard let context = parser.pointee.context else { return YAMLFailure(message: message, place: place) }
    return YAMLFailure(
      message: message, place: place,
      context: (String(cString: context), .character(Int(clamping: parser.pointee.context_mark.index))))
  }
}
