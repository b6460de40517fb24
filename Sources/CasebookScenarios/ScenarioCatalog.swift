import CasebookChecks

/// The checks of the shipped cases, by issue type.
@main struct ScenarioCatalog: CheckCatalog {
  static var checks: [Check] {
    // Memory leaks
    unboundedCache
    abandonedChannel
    forgottenListener
    // Race conditions
    lostUpdate
    // Latency regressions
    externalCallInRequest
  }
}
