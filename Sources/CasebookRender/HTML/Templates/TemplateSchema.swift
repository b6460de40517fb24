/// The names that a template may use at one place, each with its kind and one line of documentation.
package struct TemplateSchema: Sendable {
  /// What stands behind a name, which decides how a tag may use it.
  package enum Kind: Sendable {
    /// `{{x}}`, escaped.
    case text
    /// `{{x}}`, also in `href` and `src`: the scheme was checked.
    case address
    /// `{{{x}}}`: HTML that our own writer made.
    case html
    /// `{{#x}}…{{/x}}` or `{{^x}}…{{/x}}`.
    case flag
    /// `{{#x}}…{{/x}}`, once an element, whose names come first; `{{^x}}…{{/x}}` where it is empty.
    case list(TemplateSchema)
  }

  /// One name that a template may use, and what it holds.
  package struct Field: Sendable {
    package let name: String
    package let kind: Kind
    package let documentation: String
  }

  package fileprivate(set) var fields: [Field] = []

  func slot(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// A value for a name, of the kind that the schema promises.
enum TemplateValue: Sendable {
  case text(String)
  case address(String)
  case html(HTMLFragment)
  case flag(Bool)
  case list([TemplateObject])
}

/// Values of one schema, in its order.
struct TemplateObject: Sendable {
  fileprivate(set) var values: [TemplateValue]
}

/// Names of a schema and how to read each from a typed value, declared together so that they cannot part.
///
/// ```
/// static let fields = TemplateFields<Crumb>().text("title", "What the crumb says.") { $0.title }
/// ```
struct TemplateFields<Root>: Sendable {
  private(set) var schema = TemplateSchema()
  private var readers: [@Sendable (Root) -> TemplateValue] = []

  init() {}

  func text(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Root) -> String) -> Self {
    adding(name, .text, documentation) { .text(read($0)) }
  }

  func address(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Root) -> String) -> Self {
    adding(name, .address, documentation) { .address(read($0)) }
  }

  func html(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Root) -> HTMLFragment) -> Self {
    adding(name, .html, documentation) { .html(read($0)) }
  }

  func flag(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Root) -> Bool) -> Self {
    adding(name, .flag, documentation) { .flag(read($0)) }
  }

  func list<Element>(
    _ name: String, _ documentation: String, of element: TemplateFields<Element>,
    _ read: @escaping @Sendable (Root) -> [Element]
  ) -> Self {
    adding(name, .list(element.schema), documentation) { .list(read($0).map(element.object)) }
  }

  /// Reads all values.
  func object(_ root: Root) -> TemplateObject { TemplateObject(values: readers.map { $0(root) }) }

  private func adding(
    _ name: String, _ kind: TemplateSchema.Kind, _ documentation: String,
    _ read: @escaping @Sendable (Root) -> TemplateValue
  ) -> Self {
    var copy = self
    copy.schema.fields.append(.init(name: name, kind: kind, documentation: documentation))
    copy.readers.append(read)
    return copy
  }
}
