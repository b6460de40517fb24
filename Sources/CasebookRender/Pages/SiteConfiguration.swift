package import CasebookModel

/// What a site is called and where it will stand.
package struct SiteConfiguration: Sendable {
  /// Name of the knowledge base, on every page.
  package var title = "Casebook"
  /// One sentence for the home page and for search engines.
  package var summary = ""
  /// Address under which the site will be served, with scheme; needed for canonical links.
  package var baseURL: String?
  /// Address of a source file to edit, with `{path}` and `{line}`.
  package var editURL: String?
  /// Language of the content, as HTML wants it.
  package var language = "en"
  /// Images below the content folder that are copied to `files/`; others are shown as their text.
  package var images: Set<String> = []

  /// Days after which a case says that nobody has looked at it for long.
  package var staleAfter: Int?

  /// What is known of the tools that the documents name.
  package var tools = ToolRegistry.builtIn
  /// The rules that findings link to, by number; none makes no pages of rules.
  package var rules: [ExplainedRule] = []

  package init() {}

  package init(title: String, baseURL: String? = nil, editURL: String? = nil) {
    self.title = title
    self.baseURL = baseURL
    self.editURL = editURL
  }
}
