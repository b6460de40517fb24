import CasebookSource
import Mustache

/// All templates of a site, checked and compiled before the first page is rendered; the one file that imports Mustache.
///
/// swift-mustache parses every file too, so that what we accept is Mustache. Rendering runs the compiled operations:
/// looking names up in dictionaries and joining strings took it 70 µs a page, ten times as long as the page's Markdown.
/// A test renders every built-in template with both and compares.
struct TemplateLibrary: Sendable {
  private var compiled: [String: CompiledTemplate] = [:]
  private var schemas: [String: [TemplateSchema]] = [:]
  private let reference: MustacheLibrary

  /// Takes path → source of every template and the pages to compile, each with the schemas of its stack.
  ///
  /// One that no page uses is a typing error, unless it `mayBeIdle`: whoever replaces a page need not use all its parts.
  init(
    sources: [String: [UInt8]], pages: [(path: String, schemas: [TemplateSchema])], mayBeIdle: Set<String> = []
  ) throws(TemplateError) {
    var compiler = TemplateCompiler(sources: sources)
    for page in pages {
      compiled[page.path] = try compiler.compile(page.path, schemas: page.schemas)
      schemas[page.path] = page.schemas
    }
    if let idle = sources.keys.filter({ !compiler.used.contains($0) && !mayBeIdle.contains($0) }).sorted().first {
      let hint = DidYouMean.suggestions(for: idle, among: compiler.used.sorted()).first
      throw TemplateError(
        path: idle, line: 1, column: 1,
        message: "no page uses this template\(hint.map { "; did you mean '\($0)'?" } ?? "")")
    }
    var parsed: [String: MustacheTemplate] = [:]
    for path in sources.keys.sorted() {
      parsed[String(path.dropLast(TemplateCompiler.suffix.count))] = try Self.parse(path, sources[path] ?? [])
    }
    reference = MustacheLibrary(templates: parsed)
  }

  /// Renders one page.
  func render(_ path: String, _ stack: [TemplateObject], capacity: Int = 0) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(capacity)
    compiled[path]?.render(stack, into: &output)
    return output
  }

  /// Renders one page with swift-mustache itself: what our own rendering is held against.
  func renderWithMustache(_ path: String, _ stack: [TemplateObject]) -> String? {
    // Mustache looks names up from the inside out, which one dictionary for both levels gives as well.
    let objects = zip(stack, schemas[path] ?? []).map { Self.dictionary($0, $1) }
    let merged = objects.reduce(into: [String: Any]()) { $0.merge($1) { _, inner in inner } }
    return reference.render(merged, withTemplate: String(path.dropLast(TemplateCompiler.suffix.count)))
  }

  private static func dictionary(_ object: TemplateObject, _ schema: TemplateSchema) -> [String: Any] {
    var result: [String: Any] = [:]
    for (field, value) in zip(schema.fields, object.values) {
      switch (value, field.kind) {
      case (.text(let text), _), (.address(let text), _): result[field.name] = text
      case (.html(let fragment), _): result[field.name] = String(decoding: fragment.bytes, as: UTF8.self)
      case (.flag(let flag), _): result[field.name] = flag
      case (.list(let elements), .list(let element)): result[field.name] = elements.map { dictionary($0, element) }
      case (.list, .text), (.list, .address), (.list, .html), (.list, .flag): break
      }
    }
    return result
  }

  /// Lets Mustache's own parser see the file, once ours has found the mistakes that it can explain.
  private static func parse(_ path: String, _ source: [UInt8]) throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        path: path, line: error.context.lineNumber, column: error.context.columnNumber, message: "\(error.error)")
    } catch {
      throw TemplateError(path: path, line: 1, column: 1, message: "\(error)")
    }
  }
}
