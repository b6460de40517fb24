/// Something that a check needs of the machine: without it the check is skipped with a reason, never passed.
public struct Requirement: Sendable {
  let unmet: @Sendable () -> String?

  /// - Parameter unmet: the reason why the check can't run here, or `nil` where it can.
  public init(unmet: @escaping @Sendable () -> String?) { self.unmet = unmet }

  /// A Linux of at least this version: `.kernel(6, 3)`.
  public static func kernel(_ major: Int, _ minor: Int) -> Requirement {
    Requirement {
      let release = ProcFS.text("/proc/sys/kernel/osrelease")
      let parts = release.split { !$0.isASCII || !$0.isNumber }.prefix(2).compactMap { Int($0) }
      guard parts.count == 2 else { return "this kernel does not tell its version; needs Linux \(major).\(minor)" }
      return (parts[0], parts[1]) >= (major, minor)
        ? nil : "needs Linux \(major).\(minor); this is \(parts[0]).\(parts[1])"
    }
  }

  /// A file that can be read: `.file("/proc/net/tcp")`.
  public static func file(_ path: String) -> Requirement {
    Requirement { ProcFS.isReadable(path) ? nil : "needs \(path), which can't be read here" }
  }
}

/// Thrown by `run.skip`: the variant ends, and the check is skipped.
struct Skipped: Error {
  let reason: String
}
