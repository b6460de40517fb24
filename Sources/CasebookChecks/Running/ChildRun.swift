import CCheckSupport
import FoundationEssentials
import Glibc

/// The work of a child process: one variant of one check, its evidence on a descriptor of its own.
enum ChildRun {
  /// What a child may write to one file, and hold in memory.
  static let maximumFile: UInt64 = 256 << 20
  static let maximumMemory: UInt64 = 8 << 30

  static func execute(_ order: ChildOrder, checks: [Check]) async {
    _ = casebook_end_with_parent(SIGKILL)
    unsetenv(ChildOrder.variable)
    _ = fcntl(ChildOrder.descriptor, F_SETFD, FD_CLOEXEC)
    restrict(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    restrict(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), maximumFile)
    restrict(__rlimit_resource_t(RLIMIT_AS.rawValue), maximumMemory)
    signal(SIGXFSZ, SIG_IGN)
    guard let check = checks.first(where: { $0.id == order.check }),
      let variant = check.variants.first(where: { $0.name == order.variant })
    else { _exit(64) }
    guard chdir(order.directory) == 0 else { _exit(66) }
    let evidence = await measure(check, variant, directory: order.directory)
    guard let data = try? JSONEncoder().encode(evidence) else { _exit(65) }
    StandardFile.write(ChildOrder.descriptor, Array(data) + [0x0A])
    fflush(nil)
    _exit(0)
  }

  /// Runs the body in this process.
  static func measure(_ check: Check, _ variant: Variant, directory: String) async -> VariantEvidence {
    let recorder = EvidenceRecorder(variant)
    func end(_ exit: VariantExit, _ detail: String?) -> VariantEvidence {
      recorder.change {
        $0.exit = exit
        $0.detail = detail
      }
      return recorder.value
    }
    if let reason = check.needs.lazy.compactMap({ $0.unmet() }).first { return end(.skipped, reason) }
    let context = CheckContext(
      variant: variant.name, role: variant.role, directory: directory, seed: Self.seed, record: recorder)
    let start = ContinuousClock.now
    do {
      try await check.body(context)
    } catch let skipped as Skipped {
      return end(.skipped, skipped.reason)
    } catch {
      return end(.threw, "\(error)")
    }
    recorder.change { $0.wallMs = (ContinuousClock.now - start).inMilliseconds }
    return recorder.value
  }

  /// Seed of every run.
  static let seed: UInt64 = 42

  private static func restrict(_ resource: __rlimit_resource_t, _ value: UInt64) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &limit)
  }
}
