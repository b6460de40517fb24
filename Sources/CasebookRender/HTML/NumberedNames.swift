/// Gives each of several equal names a number behind a hyphen, new among all that were given.
///
/// The last number of a name is kept, so that ten thousand equal ones don't count from the first each time.
struct NumberedNames: Sendable {
  private(set) var taken: Set<String>
  private var ordinals: [String: Int] = [:]
  /// The number of the second of a name.
  private let second: Int

  /// `second` is 1 for `t`, `t-1`, `t-2`, and 2 for `t`, `t-2`, `t-3`.
  init(taken: Set<String> = [], second: Int) {
    self.taken = taken
    self.second = second
  }

  /// The name itself where it is free, else with the next free number.
  mutating func add(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var ordinal = ordinals[name] ?? second - 1
    var candidate: String
    repeat {
      ordinal += 1
      candidate = "\(name)-\(ordinal)"
    } while !taken.insert(candidate).inserted
    ordinals[name] = ordinal
    return candidate
  }

  /// Takes a name as it is; `false` if it is taken already.
  mutating func reserve(_ name: String) -> Bool { taken.insert(name).inserted }
}
