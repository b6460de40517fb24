/// What every page has round its content: title, navigation, addresses of its assets.
struct PageFrame: Sendable {
  /// An entry of the breadcrumbs or of a list of links.
  struct Link: Sendable {
    var title: String
    var address: String

    static let fields = TemplateFields<Link>()
      .text("title", "What the link says.") { $0.title }
      .address("address", "Where it leads.") { $0.address }
  }

  /// An entry of the main navigation.
  struct Entry: Sendable {
    var link: Link
    var isCurrent: Bool

    static let fields = TemplateFields<Entry>()
      .text("title", "What the entry says.") { $0.link.title }
      .address("address", "Where it leads.") { $0.link.address }
      .flag("isCurrent", "The page belongs to it.") { $0.isCurrent }
  }

  var site: SiteFrame
  var path: String
  var title: String
  var description: String
  var crumbs: [Link] = []
  var section: SiteFrame.Section?

  /// `Memory leak · Casebook`; the home page bears the name of the site alone.
  private var windowTitle: String {
    title.hasSameBytes(as: site.configuration.title) ? title : "\(title) · \(site.configuration.title)"
  }

  private var root: String { path == PageAddress.notFound ? site.basePath : PageAddress.root(from: path) }

  private func asset(_ name: String) -> String { root + (site.assets[name] ?? "") }

  private var entries: [Entry] {
    site.sections.map { section in
      Entry(link: Link(title: section.title, address: root + section.address), isCurrent: section == self.section)
    }
  }

  private var canonical: String { site.base.map { $0 + path } ?? "" }

  static let fields = TemplateFields<PageFrame>()
    .text("language", "Language of the content: `en`.") { $0.site.configuration.language }
    .text("siteTitle", "Name of the knowledge base.") { $0.site.configuration.title }
    .text("windowTitle", "Title of the page and of the site, for the browser's tab.") { $0.windowTitle }
    .text("pageTitle", "Title of the page.") { $0.title }
    .text("description", "One sentence for search engines; may be empty.") { $0.description }
    .flag("hasDescription", "There is such a sentence.") { !$0.description.isEmpty }
    .address("root", "Way from this page to the root of the site: nothing, `../`, …") { $0.root }
    .address("home", "The home page.") { $0.root + PageAddress.home }
    .address("stylesheet", "The style sheet.") { $0.asset("casebook.css") }
    .address("script", "The script that pages can do without.") { $0.asset("casebook.js") }
    .address("faceScript", "The script that sets the reader's colours before the first paint.") { $0.asset("theme.js") }
    .flag("hasSearch", "There are cases to search.") { $0.site.sections.contains(.cases) }
    .address("searchPage", "The search page.") { $0.root + PageAddress.search }
    .address("searchScript", "The script that searches; loaded at the first use.") { $0.asset("search.js") }
    .address("icon", "The icon of the site.") { $0.asset("icon.svg") }
    .address("canonical", "Full address of the page; empty without a base URL.") { $0.canonical }
    .flag("hasCanonical", "There is a base URL.") { $0.site.base != nil }
    .list("navigation", "Entries of the main navigation.", of: Entry.fields) { $0.entries }
    .list("crumbs", "The pages above this one, the home page first; empty on the home page.", of: Link.fields) {
      $0.crumbs.map { Link(title: $0.title, address: $0.address) }
    }
}
