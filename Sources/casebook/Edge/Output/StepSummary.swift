import Glibc

/// The summary page of a step of a GitHub workflow: a file that the runner names in `GITHUB_STEP_SUMMARY`.
enum StepSummary {
  /// Appends to what the step has said already; outside of a workflow nothing is written.
  static func append(_ markdown: [UInt8]) throws(CommandFailure) {
    guard let path = Environment.value("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    do throws(SystemError) {
      let descriptor = Root.openAt(
        AT_FDCWD, DiskName(text: path), O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw SystemError() }
      defer { close(descriptor) }
      try SystemCall.writeAll(descriptor, markdown)
    } catch {
      throw CommandFailure("GITHUB_STEP_SUMMARY \(Paths.shown(path)): \(error.message)")
    }
  }
}
