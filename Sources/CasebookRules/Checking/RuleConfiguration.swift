package import CasebookModel
package import CasebookSource

/// What a knowledge base says about a rule: off, or the severity of its findings.
package enum RuleLevel: String, Sendable, Hashable, CaseIterable {
  case off, info, warning, error

  var severity: Severity? {
    switch self {
    case .off: nil
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}

/// What the edge hands to the rules: profiles by path, severities, the day of today.
package struct RuleConfiguration: Sendable, Hashable {
  /// A profile for the paths that a pattern matches.
  package struct ProfileEntry: Sendable, Hashable {
    package var pattern: PathPattern
    package var profile: Profile

    package init(_ pattern: String, _ profile: Profile) {
      self.pattern = PathPattern(pattern)
      self.profile = profile
    }
  }

  /// The last entry that matches a path decides, so that the general stands before the particular.
  package var profiles: [ProfileEntry]
  package var severities: [RuleID: RuleLevel]
  /// Without it no date is in the future.
  package var today: CalendarDate?
  /// The registry of tools; `nil` for the built-in one.
  package var tools: ToolRegistry? {
    didSet {
      toolIndex = tools.map(ToolIndex.init)
      toolNames = tools.map(ToolNames.init)
    }
  }
  /// Its names, arranged once for all documents.
  private(set) var toolIndex: ToolIndex?
  private(set) var toolNames: ToolNames?

  package init(
    profiles: [ProfileEntry] = [], severities: [RuleID: RuleLevel] = [:], today: CalendarDate? = nil
  ) {
    self.profiles = profiles
    self.severities = severities
    self.today = today
  }

  /// One profile for all documents.
  package init(profile: Profile, severities: [RuleID: RuleLevel] = [:], today: CalendarDate? = nil) {
    self.init(profiles: [ProfileEntry("**", profile)], severities: severities, today: today)
  }
}
