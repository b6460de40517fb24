import CasebookChecks
import Glibc

/// Writes of one row at random times, in virtual time: how many are lost, and how many notice and try again.
///
/// A write's whole row descends from the row that was read. What the last row does not descend from is lost.
struct WriteLoad {
  /// From the read to the write.
  static let window = Duration.microseconds(1_300)

  private(set) var lost = 0
  private(set) var conflicts = 0
  private var writes = 0

  /// Share of the writes that are lost, in per cent, to two places.
  var lostPercent: Double { (Double(lost) * 10_000 / Double(max(writes, 1))).rounded() / 100 }

  /// What theory expects: somebody else reads within the window.
  static func expectedPercent(rate: Int) -> Double {
    ((1 - exp(-Double(rate) * window.inMilliseconds / 1_000)) * 10_000).rounded() / 100
  }

  static func run(_ design: RowDesign, rate: Int, writes: Int, random: SeededRandom) -> WriteLoad {
    var random = random
    let clock = VirtualClock()
    let table = Table(design, clock)
    let end = Double(writes) / Double(rate)
    clock.each(at: random.times(writes, within: end)) { table.begin($0 + 1) }
    clock.run()
    var load = WriteLoad()
    load.writes = writes
    load.lost = writes - table.kept
    load.conflicts = table.conflicts
    return load
  }

  private final class Table {
    private let design: RowDesign
    private let clock: VirtualClock
    /// The row that each change's row was made from; 0 is the first row.
    private var parent: [Int: Int] = [:]
    private var row = 0
    private var isLocked = false
    private var waiting: [Int] = []
    private(set) var conflicts = 0

    init(_ design: RowDesign, _ clock: VirtualClock) {
      self.design = design
      self.clock = clock
    }

    /// Changes from which the last row descends.
    var kept: Int {
      var count = 0
      var change = row
      while let next = parent[change] {
        count += 1
        change = next
      }
      return count
    }

    func begin(_ change: Int) {
      if design == .rowLock {
        guard !isLocked else {
          waiting.append(change)
          return
        }
        isLocked = true
      }
      let read = row
      clock.after(WriteLoad.window) { self.write(change, over: read) }
    }

    private func write(_ change: Int, over read: Int) {
      if design == .versioned, row != read {
        conflicts += 1
        begin(change)
        return
      }
      parent[change] = read
      row = change
      guard design == .rowLock else { return }
      isLocked = false
      if !waiting.isEmpty { begin(waiting.removeFirst()) }
    }
  }
}
