import CasebookSource

/// What every page shows of the site round its own content: settings, addresses of assets, the main navigation.
struct SiteFrame: Sendable {
  /// The places that the main navigation leads to.
  enum Section: String, Sendable, CaseIterable {
    case cases, tools, framework, documents

    var title: String {
      switch self {
      case .cases: "Cases"
      case .tools: "Tools"
      case .framework: "Process"
      case .documents: "Documents"
      }
    }

    var address: String {
      switch self {
      case .cases: PageAddress.cases
      case .tools: PageAddress.tools
      case .framework: PageAddress.framework
      case .documents: PageAddress.documents
      }
    }
  }

  let configuration: SiteConfiguration
  /// Address below the root by the name of the theme's file: `casebook.css` → `assets/casebook.1e4e9bae.css`.
  let assets: [String: String]
  /// Those that the site has.
  var sections: [Section] = []
  private let ruleIDs: Set<RuleID>

  init(configuration: SiteConfiguration, assets: [String: String]) {
    self.configuration = configuration
    self.assets = assets
    ruleIDs = Set(configuration.rules.map(\.id))
  }

  /// Where a rule has its page; empty where it has none.
  func ruleAddress(_ id: RuleID, root: String) -> String { ruleIDs.contains(id) ? root + PageAddress.rule(id) : "" }

  /// The base URL with a slash at its end.
  var base: String? {
    guard let url = configuration.baseURL, !url.isEmpty else { return nil }
    return url.utf8.last == UInt8(ascii: "/") ? url : url + "/"
  }

  /// Path part of the base URL, for the one page that is served at any depth: `https://h/kb` → `/kb/`.
  var basePath: String {
    guard let base, let scheme = Self.firstRange(of: "://", in: base) else { return "/" }
    let rest = Array(base.utf8)[scheme...]
    return rest.firstIndex(of: UInt8(ascii: "/")).map { String(decoding: rest[$0...], as: UTF8.self) } ?? "/"
  }

  private static func firstRange(of mark: String, in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let needle = Array(mark.utf8)
    guard bytes.count >= needle.count else { return nil }
    return (0...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }.map { $0 + needle.count }
  }

  /// Address of the page on which a source file is edited, or nothing.
  func editAddress(path: String, line: Int) -> String {
    guard let pattern = configuration.editURL else { return "" }
    var result: [UInt8] = []
    let bytes = Array(pattern.utf8)
    var cursor = 0
    while cursor < bytes.count {
      if bytes[cursor...].starts(with: "{path}".utf8) {
        result += Array(path.utf8)
        cursor += 6
      } else if bytes[cursor...].starts(with: "{line}".utf8) {
        result += Array(String(line).utf8)
        cursor += 6
      } else {
        result.append(bytes[cursor])
        cursor += 1
      }
    }
    return AddressPolicy.allows(result[...], as: .link) ? String(decoding: result, as: UTF8.self) : ""
  }
}
