/// How many of the bug and fix blocks are proved, by case, by issue type and by strength.
package struct ProofCoverage: Sendable {
  /// Blocks of one group.
  package struct Count: Hashable, Sendable {
    package var blocks = 0
    package var linked = 0
    package var verified = 0
    /// Shown to be no fix, as expected.
    package var refuted = 0

    package init() {}

    mutating func add(_ standing: BlockStanding) {
      blocks += 1
      if standing.state != .unlinked { linked += 1 }
      if standing.state == .verified { verified += 1 }
      if standing.state == .refuted { refuted += 1 }
    }
  }

  /// A named group.
  package struct Group: Hashable, Sendable {
    package var name: String
    package var count: Count
  }

  package private(set) var total = Count()
  package private(set) var cases: [(standing: CaseStanding, count: Count)] = []
  /// In the order of the tables of tools, then of the cases; `nil` is named "none".
  package private(set) var issueTypes: [Group] = []
  /// Verified blocks by what their proof rests on.
  package private(set) var strengths: [ProofStrength: Int] = [:]

  package init(_ library: CaseLibrary) {
    var places: [String: Int] = [:]
    for type in library.issueTypes {
      places[type.id] = issueTypes.count
      issueTypes.append(Group(name: type.id, count: Count()))
    }
    for document in library.documents {
      for item in document.cases {
        let standing = library.proofs.standing(of: item)
        var count = Count()
        for block in standing.blocks where block.role == .bug || block.role == .fix {
          count.add(block)
          total.add(block)
          if block.state == .verified, let strength = block.evidence?.strength { strengths[strength, default: 0] += 1 }
          let type = item.issueType ?? "none"
          if places[type] == nil {
            places[type] = issueTypes.count
            issueTypes.append(Group(name: type, count: Count()))
          }
          if let place = places[type] { issueTypes[place].count.add(block) }
        }
        cases.append((standing, count))
      }
    }
  }
}
