import CSystemCalls

/// What this process has written to files and synced so far, SQLite included.
struct SystemCalls {
  var syncs = casebook_sync_calls()
  var writes = casebook_write_calls()
  var bytes = casebook_written_bytes()

  /// What came since an earlier moment.
  func since(_ start: SystemCalls) -> SystemCalls {
    var difference = SystemCalls()
    difference.syncs = syncs - start.syncs
    difference.writes = writes - start.writes
    difference.bytes = bytes - start.bytes
    return difference
  }
}
