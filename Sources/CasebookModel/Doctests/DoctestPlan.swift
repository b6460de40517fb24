import CasebookSource

/// Makes programs of the doctests of one document: groups joined, scenarios with the bug and the fix that they tell apart.
package enum DoctestPlan {
  /// Programs in the order of the blocks that their results are about.
  package static func programs(_ document: ReadDocument) -> [DoctestProgram] {
    let tests = DoctestReader.read(document)
    var programs: [DoctestProgram] = []
    // Blocks of a group that run to their end, so far.
    var before: [String: [Doctest]] = [:]
    for test in tests {
      switch test.expectation {
      case .tellsApart(let type):
        programs.append(scenario(test, before[test.group ?? ""] ?? [], type: type, document))
      case .traps, .failsToCompile:
        programs.append(DoctestProgram(test.group.flatMap { before[$0] } ?? [], test))
      case .runs, .compiles:
        guard let group = test.group else {
          programs.append(DoctestProgram([], test))
          continue
        }
        before[group, default: []].append(test)
      }
    }
    for tests in before.values {
      if let last = tests.last { programs.append(DoctestProgram(tests.dropLast(), last)) }
    }
    return programs.sorted { $0.at < $1.at }
  }

  private static func scenario(
    _ test: Doctest, _ before: [Doctest], type: String, _ document: ReadDocument
  ) -> DoctestProgram {
    var test = test
    var sides: [CodeRole: [Doctest]] = [:]
    var defined: [String] = []
    let item = document.model.cases.first { $0.id == test.caseID }
    for block in item?.codeBlocks ?? [] where block.language == "swift" {
      guard block.role == .bug || block.role == .fix else { continue }
      let side = DoctestReader.block(of: document, block, caseID: test.caseID)
      let names = DeclaredTypes.names(side.lines.map(\.text))
      defined += names
      if names.contains(where: { $0.lowercased() == type.lowercased() }) { sides[block.role, default: []].append(side) }
    }
    for role in [CodeRole.bug, .fix] where sides[role] == nil && test.faults.isEmpty {
      let owner =
        test.caseID == nil
        ? "a scenario belongs to a case; here is none" : "no \(role.rawValue) in Swift defines '\(type)'"
      let hint = test.caseID == nil ? "" : DidYouMean.hint(for: type, among: Array(Set(defined)).sorted())
      test.faults.append(.init(message: owner + hint, range: test.at))
    }
    return DoctestProgram(before, test, bug: sides[.bug] ?? [], fix: sides[.fix] ?? [])
  }
}

/// Names of types and functions that code defines, read off the words that introduce them.
enum DeclaredTypes {
  private static let introducers: Set<String> = ["class", "struct", "enum", "actor", "protocol", "func", "typealias"]

  static func names(_ lines: [[UInt8]]) -> [String] {
    var names: [String] = []
    for line in lines {
      let words = line.split { !$0.isWordByte }.map { String(decoding: $0, as: UTF8.self) }
      guard !line.drop(while: \.isBlank).starts(with: "//".utf8) else { continue }
      for (word, next) in zip(words, words.dropFirst()) where introducers.contains(word) && !introducers.contains(next)
      {
        if !names.contains(next) { names.append(next) }
      }
    }
    return names
  }
}
