import CasebookModel
import CasebookSource

/// The doctests that a call of `casebook check` is about: what has to run runs, the rest is as it was.
struct Doctests {
  let programs: [DoctestProgram]
  private let base: KnowledgeBase
  private let isQuiet: Bool

  init(_ programs: [DoctestProgram], _ base: KnowledgeBase, isQuiet: Bool) {
    self.programs = programs
    self.base = base
    self.isQuiet = isQuiet
  }

  /// Results in the order of the programs.
  ///
  /// - Parameters:
  ///   - isForced: whether what has passed runs again.
  ///   - knowsAll: whether these are all doctests there are, so that what is known of others can be forgotten.
  func run(isForced: Bool, knowsAll: Bool) throws(CommandFailure) -> [DoctestResult] {
    guard !programs.isEmpty else { return [] }
    guard let compiler = SwiftCompiler() else { return programs.map(skipped) }
    var cache = DoctestCache(base, compiler: compiler)
    let isDue = programs.map { isForced || !$0.faults.isEmpty || !cache.passed.contains($0.digest) }
    let due = zip(programs, isDue).filter(\.1).map(\.0)
    var progress = CheckProgress(total: due.count)
    var number = 0
    let ran = DoctestRunner(compiler: compiler).run(due) { program in
      if !isQuiet { progress.begin(min(number, due.count - 1), DoctestReport.name(program, base)) }
      number += 1
    }
    progress.clear()
    guard let ran else { throw CommandFailure("interrupted; no doctest was judged") }
    var passed = knowsAll ? cache.passed.intersection(programs.map(\.digest)) : cache.passed
    for result in ran {
      if result.verdict == .passed {
        passed.insert(result.program.digest)
      } else {
        passed.remove(result.program.digest)
      }
    }
    cache.save(passed)
    var rest = ran[...]
    return zip(programs, isDue).map { program, isDue in
      isDue ? rest.popFirst() ?? skipped(program) : DoctestResult(program, .passed, ran: false)
    }
  }

  /// One that nothing can compile; faults in its marks are found all the same.
  private func skipped(_ program: DoctestProgram) -> DoctestResult {
    guard program.faults.isEmpty else { return DoctestResult.judged(program, []) }
    var result = DoctestResult(program, .skipped, ran: false)
    result.reason = "swiftc not found"
    return result
  }
}
