package import CasebookSource

/// All rules, by id: the order of the manual, of `casebook explain` without an argument, and of the reports' rule lists.
package enum RuleCatalog {
  package static let all: [any Rule] = [
    NestedFenceRule(),
    MojibakeRule(),
    UnclosedFenceRule(),
    FrontMatterSyntaxRule(),
    FrontMatterSchemaRule(),
    FrontMatterDateRule(),
    TrailingWhitespaceRule(),
    EncodingRule(),
    AmbiguousRepairRule(),
    OverLimitRule(),
    SpecialFileRule(),
    EmptyDocumentRule(),
    UndecodableNameRule(),
    UnreadableFileRule(),
    MissingSectionRule(),
    StepNumberingRule(),
    StepOrderRule(),
    UnknownStepKindRule(),
    FrameworkStepMissingRule(),
    EmphasisAsHeadingRule(),
    HeadingLevelRule(),
    DuplicateIDRule(),
    SessionInFenceRule(),
    RepeatedHeadingRule(),
    SyntaxErrorRule(),
    MissingLanguageRule(),
    UndefinedNameRule(),
    VoidValueUsedRule(),
    SignatureMismatchRule(),
    AsyncMisuseRule(),
    ClaimedConcurrencyRule(),
    UnknownAttributeRule(),
    ElidedBugRule(),
    ReproNotObservableRule(),
    UnseededRandomnessRule(),
    AmbiguousUnitRule(),
    DerivedQuantityRule(),
    ContradictingEvidenceRule(),
    MixedPercentilesRule(),
    SumExceedsPercentileRule(),
    BetterThanBaselineRule(),
    VerificationNotBetterRule(),
    TraceMismatchRule(),
    ToolOutputMismatchRule(),
    RateWindowMismatchRule(),
    SymptomUnmeasuredRule(),
    UnlinkedVariantRule(),
    StaleCheckRule(),
    UnknownCheckRule(),
    OrphanCheckRule(),
    CheckVerdictRule(),
    UnpairedVariantRule(),
    EvidenceDriftRule(),
    EvidenceExpiredRule(),
    DoctestFailedRule(),
    ToolMismatchRule(),
    IssueTypeIsActivityRule(),
    UnknownIssueTypeRule(),
    MisspeltToolRule(),
    ToolLanguageMismatchRule(),
    ToolDeprecatedRule(),
    ToolSideEffectRule(),
    ToolNeverUsedRule(),
    ChecklistWithoutVerbRule(),
    DuplicateItemRule(),
    LeftoverQuestionRule(),
    PlaceholderHostRule(),
    UnusedIgnoreRule(),
    IgnoreWithoutReasonRule(),
    StaleBaselineRule(),
  ]

  /// Finds a rule by id or name: `CB001`, `cb001`, `nested-fence`.
  package static func find(_ idOrName: String) -> (any Rule)? {
    if let id = RuleID(parsing: idOrName) { return all.first { $0.id == id } }
    return all.first { $0.description.name == idOrName }
  }

  /// Rules whose findings an author may silence.
  static let silenceable: Set<RuleID> = Set(all.filter(\.description.isSilenceable).map(\.id))

  /// Names by id, for reports.
  package static let names: [RuleID: String] = Dictionary(
    all.map { ($0.id, $0.description.name) }, uniquingKeysWith: { first, _ in first })
}
