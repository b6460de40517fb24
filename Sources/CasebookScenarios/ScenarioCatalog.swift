import CasebookChecks

/// The checks of the shipped cases, by issue type.
@main struct ScenarioCatalog: CheckCatalog {
  static var checks: [Check] {
    // Memory leaks
    unboundedCache
    abandonedChannel
    forgottenListener
    // CPU profiling
    catastrophicBacktracking
    accidentalQuadratic
    falseSharing
    // Race conditions
    lostUpdate
    lockOrder
    checkThenUse
    // Latency regressions
    externalCallInRequest
    cacheStampede
    retryStorm
    // Network issues
    timeWait
    nagleDelayedAck
    poolExhaustion
    // Database queries
    nPlusOne
    missingIndex
    longTransaction
    // Disk I/O
    fsyncPerRow
    descriptorLeak
    deletedButOpen
  }
}
