/// `templates/README.md`: what a theme may use, written from the same declarations that templates are checked against.
package enum TemplateReference {
  package static func markdown() -> String {
    var text = """
      # Templates

      The look of the site. `casebook build` takes a file of the theme's folder (`--templates`) where there is one, else the
      built-in of the same name, which is the one here. Every name, partial and section is checked before anything is
      rendered: a mistake is an error with its place, and nothing is written.

      - Line 1 is `{{! casebook-template 1 }}`, the version of what is documented here.
      - `{{name}}` prints a text or an address, escaped; an address alone may stand in `href` and `src`.
      - `{{{name}}}` prints HTML, which no other value can be.
      - `{{#name}}…{{/name}}` runs once for each element of a list, whose names then come first, or if a flag is set;
        `{{^name}}…{{/name}}` if the list is empty or the flag is not set.
      - `{{> file}}` puts in `file.mustache`. These are empty, so that nobody copies a page to add a line: `head-extra`,
        `body-start`, `before-content`, `after-content`, `footer-extra`.
      - `casebook.css` and `icon.svg` are copied to `assets/` under a name that changes with their content. No page holds
        scripts or styles of its own: the content security policy in `head.mustache` would refuse them.

      After an edit of this folder `make templates` puts the files into the program. This page is written by a test.

      ## On every page


      """
    text += table(PageFrame.fields.schema)
    for page in TemplateCatalog.pages {
      guard !page.schema.fields.isEmpty else { continue }
      text += "\n## `\(page.path)`\n\n" + table(page.schema)
    }
    return text
  }

  private static func table(_ schema: TemplateSchema) -> String {
    var text = "| name | kind | what it is |\n| --- | --- | --- |\n"
    rows(of: schema, under: "", &text)
    return text
  }

  private static func rows(of schema: TemplateSchema, under prefix: String, _ text: inout String) {
    for field in schema.fields {
      text += "| \(prefix)`\(field.name)` | \(field.kind.word) | \(field.documentation) |\n"
      if case .list(let element) = field.kind { rows(of: element, under: "\(prefix)`\(field.name)` › ", &text) }
    }
  }
}

extension TemplateSchema.Kind {
  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .address: "address"
    case .html: "HTML"
    case .flag: "flag"
    case .list: "list"
    }
  }
}
