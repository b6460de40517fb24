import Glibc

/// Runs a check: a process a variant, all at once, judged when the last has ended.
enum CheckRun {
  /// - Parameter ended: is told of each variant in the order in which they are declared.
  static func run(_ check: Check) -> Judgement {
    Survivors.adopt()
    var evidence: [VariantEvidence?] = check.variants.map { _ in nil }
    var running: [(index: Int, process: VariantProcess)] = []
    for (index, variant) in check.variants.enumerated() {
      do {
        running.append((index, try VariantProcess(check, variant)))
      } catch {
        evidence[index] = VariantEvidence(
          name: variant.name, role: variant.role, expect: variant.expect, exit: .crashed, detail: "\(error)")
      }
    }
    var nextLook = ContinuousClock.now
    while !running.isEmpty {
      wait(running.flatMap { [$0.process.events, $0.process.output] })
      let now = ContinuousClock.now
      let looks = now >= nextLook
      if looks { nextLook = now + .milliseconds(100) }
      for entry in running {
        entry.process.read()
        entry.process.supervise(now: now, looksAtDirectory: looks)
      }
      let pids = Set(running.filter { !$0.process.isOver }.map(\.process.pid))
      for entry in running where entry.process.isOver {
        evidence[entry.index] = entry.process.finish(running: pids)
      }
      running.removeAll { $0.process.isOver }
    }
    return Judge.judge(check, evidence.compactMap(\.self))
  }

  /// Waits until something can be read, at most 10 ms: the end of a process whose child keeps its pipes shows nowhere else.
  private static func wait(_ descriptors: [Int32]) {
    var polled = descriptors.filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), polled.isEmpty ? 1 : 10)
  }
}
