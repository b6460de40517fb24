import CasebookSource
import Mustache

/// All templates of a site, checked and compiled before the first page is rendered; the one file that imports Mustache.
///
/// swift-mustache parses every file too, so that what we accept is Mustache. Rendering runs the compiled operations:
/// looking names up in dictionaries and joining strings took it 70 µs a page, ten times as long as the page's Markdown.
/// A test renders every built-in template with both and compares.
struct TemplateLibrary: Sendable {
  private var compiled: [String: CompiledTemplate] = [:]

  /// Takes path → source of every template and the pages to compile, each with the schemas of its stack.
  init(sources: [String: [UInt8]], pages: [(path: String, schemas: [TemplateSchema])]) throws(TemplateError) {
    var compiler = TemplateCompiler(sources: sources)
    for page in pages { compiled[page.path] = try compiler.compile(page.path, schemas: page.schemas) }
    if let idle = sources.keys.filter({ !compiler.used.contains($0) }).sorted().first {
      let hint = DidYouMean.suggestions(for: idle, among: compiler.used.sorted()).first
      throw TemplateError(
        path: idle, line: 1, column: 1,
        message: "no page uses this template\(hint.map { "; did you mean '\($0)'?" } ?? "")")
    }
    for path in sources.keys.sorted() { try Self.parse(path, sources[path] ?? []) }
  }

  /// Renders one page.
  func render(_ path: String, _ stack: [TemplateObject], capacity: Int = 0) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(capacity)
    compiled[path]?.render(stack, into: &output)
    return output
  }

  /// Lets Mustache's own parser see the file, once ours has found the mistakes that it can explain.
  private static func parse(_ path: String, _ source: [UInt8]) throws(TemplateError) {
    do {
      _ = try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        path: path, line: error.context.lineNumber, column: error.context.columnNumber, message: "\(error.error)")
    } catch {
      throw TemplateError(path: path, line: 1, column: 1, message: "\(error)")
    }
  }
}
