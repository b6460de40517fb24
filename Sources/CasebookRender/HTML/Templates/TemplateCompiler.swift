import CasebookSource

/// Tokens → operations, every tag checked against the names that exist at its place.
struct TemplateCompiler {
  /// Path → source of every template, partials included.
  let sources: [String: [UInt8]]
  /// Partials that were used, to find files that nothing uses.
  private(set) var used: Set<String> = []
  private var output = CompiledTemplate()

  /// Sections and partials inside each other; a theme that needs more is a loop.
  private static let depthLimit = 32

  static let suffix = ".mustache"

  init(sources: [String: [UInt8]]) { self.sources = sources }

  /// Compiles one page; `schemas` are the objects of its stack, the outermost first.
  mutating func compile(_ path: String, schemas: [TemplateSchema]) throws(TemplateError) -> CompiledTemplate {
    output = CompiledTemplate()
    try include(path, schemas: schemas, chain: [])
    return output
  }

  private mutating func include(_ path: String, schemas: [TemplateSchema], chain: [String]) throws(TemplateError) {
    used.insert(path)
    let scanner = TemplateScanner(path: path, source: sources[path] ?? [])
    let tokens = try scanner.tokens()
    var unit = Unit(scanner: scanner, schemas: schemas, chain: chain + [path])
    for token in tokens { try add(token, &unit) }
    if let open = unit.open.last {
      throw scanner.error(at: open.token.offset, "the section '\(open.token.name)' is not closed")
    }
    if unit.state != .text {
      throw scanner.error(at: scanner.source.count, "a template must end outside of tags and comments")
    }
  }

  /// One file that is being compiled: its open sections and its place in the HTML.
  private struct Unit {
    struct Section {
      var token: TemplateToken
      var operation: Int
      var state: MarkupState
    }

    let scanner: TemplateScanner
    var schemas: [TemplateSchema]
    let chain: [String]
    var open: [Section] = []
    var state: MarkupState = .text
    var tagName = ""

    func error(_ token: TemplateToken, _ message: String) -> TemplateError {
      scanner.error(at: token.offset, message)
    }
  }

  private mutating func add(_ token: TemplateToken, _ unit: inout Unit) throws(TemplateError) {
    switch token.kind {
    case .text:
      let text = unit.scanner.source[token.range]
      unit.state = unit.state.after(text, tagName: &unit.tagName)
      output.operations.append(.text(output.pool.count..<(output.pool.count + text.count)))
      output.pool.append(contentsOf: text)
    case .variable, .raw:
      let (slot, kind) = try resolve(token, in: unit)
      try check(token, kind, unit)
      output.operations.append(.value(slot))
    case .section, .inverted:
      let (slot, kind) = try resolve(token, in: unit)
      if case .forbidden(let place) = unit.state {
        throw unit.error(token, "a tag must not stand in \(place.rawValue)")
      }
      guard unit.open.count + unit.chain.count < Self.depthLimit else {
        throw unit.error(token, "more than \(Self.depthLimit) sections and partials inside each other")
      }
      switch kind {
      case .list(let element): if token.kind == .section { unit.schemas.append(element) }
      case .flag: break
      case .text, .address, .html:
        throw unit.error(token, "'\(token.name)' is a plain value, not a list or a flag: write {{\(token.name)}}")
      }
      unit.open.append(.init(token: token, operation: output.operations.count, state: unit.state))
      output.operations.append(token.kind == .section ? .section(slot, end: 0) : .inverted(slot, end: 0))
    case .end: try close(token, &unit)
    case .partial: try partial(token, unit)
    }
  }

  private mutating func close(_ token: TemplateToken, _ unit: inout Unit) throws(TemplateError) {
    guard let section = unit.open.popLast() else {
      throw unit.error(token, "no section '\(token.name)' is open here")
    }
    guard section.token.name == token.name else {
      throw unit.error(token, "the section '\(section.token.name)' must be closed before '\(token.name)'")
    }
    guard section.state == unit.state else {
      throw unit.error(token, "the section '\(token.name)' must open and close at the same place of the markup")
    }
    let end = output.operations.count
    switch output.operations[section.operation] {
    case .section(let slot, _):
      output.operations[section.operation] = .section(slot, end: end)
      if case .list = kind(of: slot, unit) { unit.schemas.removeLast() }
    case .inverted(let slot, _): output.operations[section.operation] = .inverted(slot, end: end)
    case .text, .value: break
    }
  }

  private func kind(of slot: CompiledTemplate.Slot, _ unit: Unit) -> TemplateSchema.Kind {
    unit.schemas[slot.level].fields[slot.index].kind
  }

  private mutating func partial(_ token: TemplateToken, _ unit: Unit) throws(TemplateError) {
    let path = token.name + Self.suffix
    guard unit.state == .text else { throw unit.error(token, "a partial must stand outside of tags and comments") }
    guard sources[path] != nil else {
      let names = sources.keys.filter { $0.hasSuffix(Self.suffix) }.map { String($0.dropLast(Self.suffix.count)) }
      let hint = DidYouMean.suggestions(for: token.name, among: names.sorted()).first.map { "; did you mean '\($0)'?" }
      throw unit.error(token, "there is no template '\(path)'\(hint ?? "")")
    }
    guard !unit.chain.contains(path) else { throw unit.error(token, "the partial '\(token.name)' includes itself") }
    guard unit.open.count + unit.chain.count < Self.depthLimit else {
      throw unit.error(token, "more than \(Self.depthLimit) sections and partials inside each other")
    }
    try include(path, schemas: unit.schemas, chain: unit.chain)
  }

  /// Finds a name from the innermost object outwards.
  private func resolve(
    _ token: TemplateToken, in unit: Unit
  ) throws(TemplateError) -> (CompiledTemplate.Slot, TemplateSchema.Kind) {
    for (level, schema) in unit.schemas.enumerated().reversed() {
      if let index = schema.slot(of: token.name) {
        return (.init(level: level, index: index), schema.fields[index].kind)
      }
    }
    let names = unit.schemas.reversed().flatMap { $0.fields.map(\.name) }
    throw unit.error(token, "no name '\(token.name)' here\(DidYouMean.hint(for: token.name, among: names))")
  }

  /// Holds the kind of a value against the place where it would be printed.
  private func check(_ token: TemplateToken, _ kind: TemplateSchema.Kind, _ unit: Unit) throws(TemplateError) {
    let name = token.name
    switch (kind, token.kind == .raw) {
    case (.html, true): break
    case (.html, false): throw unit.error(token, "'\(name)' is HTML already: write {{{\(name)}}}")
    case (.text, true), (.address, true):
      throw unit.error(token, "'\(name)' is not HTML and must be escaped: write {{\(name)}}")
    case (.text, false), (.address, false): break
    case (.flag, _), (.list, _):
      throw unit.error(token, "'\(name)' has no text: write {{#\(name)}}…{{/\(name)}}")
    }
    switch (unit.state, kind) {
    case (.text, _): break
    case (.tag, _): throw unit.error(token, "a value must stand in text or between double quotes")
    case (.forbidden(let place), _): throw unit.error(token, "a tag must not stand in \(place.rawValue)")
    case (.attribute, .html): throw unit.error(token, "HTML must not stand in an attribute")
    case (.attribute(isAddress: true), .text):
      throw unit.error(token, "'\(name)' is not an address and must not stand in one")
    case (.attribute, _): break
    }
  }
}
