/// The keys of `casebook.yml`, in the order of the manual; every one has a default.
enum ConfigurationKey: String, CaseIterable {
  case title, content, templates, output
  case baseURL = "base-url"
  case editURL = "edit-url"
  case profile, rules, parsers, baseline, checks, links, tools, synonyms
  case staleAfter = "stale-after"
  case limits

  /// What a value may be.
  enum Shape {
    case text
    /// A path relative to the root.
    case path
    case address
    case wholeNumber
    /// A text or a list of texts.
    case texts
    /// One profile, or a map from path pattern to profile.
    case profiles
    /// A map from rule to severity or `off`.
    case severities
    /// A map from limit to a whole number.
    case limits
    /// A map from block to check.
    case links
  }

  var shape: Shape {
    switch self {
    case .title, .parsers: .text
    case .content, .templates, .output, .baseline: .path
    case .baseURL, .editURL: .address
    case .profile: .profiles
    case .rules: .severities
    case .checks, .tools, .synonyms: .texts
    case .links: .links
    case .staleAfter: .wholeNumber
    case .limits: .limits
    }
  }

  /// The variable that stands for the key: `CASEBOOK_BASE_URL`; maps and lists have none.
  var variable: String? {
    switch shape {
    case .text, .path, .address, .profiles, .wholeNumber:
      "CASEBOOK_" + rawValue.uppercased().replacingHyphens
    case .texts, .severities, .limits, .links: nil
    }
  }
}

extension String {
  fileprivate var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }
}

/// The limits that `limits:` may set.
enum LimitKey: String, CaseIterable {
  /// Bytes of one document.
  case document
}
