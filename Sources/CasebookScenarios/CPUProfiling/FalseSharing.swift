import CasebookChecks
import Synchronization

/// Two counters of two threads: do their addresses share a line of the cache?
let falseSharing = Check(
  "cpu/false-sharing", case: "false-sharing",
  variants: [
    .bug(covers: "false-sharing.bug"),
    .fix(covers: "false-sharing.fix"),
    .fix("one-line-each", expect: .refuted),
  ],
  claims: [
    Claim("the bug's counters share a line, the fix's have one each") {
      try $0.bug["lines"] == 1 && $0.fix["lines"] == 2
    },
    Claim("nor do the fix's share a pair of lines, which the processor fetches together") {
      try $0.bug["line-pairs"] == 1 && $0.fix["line-pairs"] == 2
    },
    Claim("no count is lost") { try $0.fix["counted"] == 400_000 && $0.bug["lines"] == 1 },
  ]
) { run in
  let stride =
    switch run.variant {
    case "bug": 8
    case "one-line-each": 64
    default: 128
    }
  let counters = Counters(stride: stride)
  for (index, offset) in counters.offsets.enumerated() {
    run.sample(
      "counters", x: Double(offset), y: Double(index + 1), xLabel: "bytes from the line's start", yLabel: "counter")
  }
  run.record(
    "lines", Set(counters.offsets.map { $0 / 64 }).count, unit: "lines",
    beside: run.written(bug: "lines in all: 1", fix: "lines in all: 2"))
  run.record("line-pairs", Set(counters.offsets.map { $0 / 128 }).count, unit: "pairs")
  let start = ContinuousClock.now
  try Threads.run(2) { counters.count($0, times: 200_000) }
  run.show("time-per-count", (ContinuousClock.now - start).inMilliseconds * 1e6 / 200_000, unit: "ns")
  run.record("counted", counters.total, unit: "counts")
}

/// Counters at a distance from one another, from the start of a pair of lines on.
private final class Counters: @unchecked Sendable {  // Safe: the memory is set once, and its counters are atomic.
  private let memory: UnsafeMutableRawPointer
  private let counters: [UnsafeMutablePointer<Atomic<Int>>]

  init(stride: Int) {
    memory = .allocate(byteCount: 1_024, alignment: 128)
    counters = [0, stride].map { [memory] in
      let counter = (memory + $0).bindMemory(to: Atomic<Int>.self, capacity: 1)
      counter.initialize(to: Atomic(0))
      return counter
    }
  }

  deinit { memory.deallocate() }

  /// Distances from the start of the pair of lines that holds the first one.
  var offsets: [Int] {
    let addresses = counters.map { Int(bitPattern: $0) }
    let start = (addresses.first ?? 0) / 128 * 128
    return addresses.map { $0 - start }
  }

  var total: Int { counters.reduce(0) { $0 + $1.pointee.load(ordering: .relaxed) } }

  func count(_ index: Int, times: Int) {
    let counter = counters[index]
    for _ in 0..<times { counter.pointee.add(1, ordering: .relaxed) }
  }
}
