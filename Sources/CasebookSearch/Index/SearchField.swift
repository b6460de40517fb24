/// Where a text stands in a case, and what a word counts there.
package enum SearchField: Sendable, CaseIterable {
  /// Id, aliases.
  case identity
  case title
  /// Problem, symptoms.
  case symptom
  /// Issue type, tags, tools, titles of cause and fix.
  case fact
  case prose
  /// Code and what tools print.
  case code

  /// 5, 4, 3, 2, 1, ½, in halves, so that all are whole numbers.
  package var weight: UInt32 {
    switch self {
    case .identity: 10
    case .title: 8
    case .symptom: 6
    case .fact: 4
    case .prose: 2
    case .code: 1
    }
  }

  /// Whether its neighbouring words count as pairs: in short texts that name the trouble, not in prose and code, whose
  /// pairs are ten times the postings and bring nothing (nDCG@10 of Cranfield 0.386 with them, 0.391 without).
  var countsNeighbours: Bool {
    switch self {
    case .identity, .title, .symptom, .fact: true
    case .prose, .code: false
    }
  }

  /// Whether it names the trouble: there phrases in quotes are looked for, and nowhere else, so that a browser can.
  var isStatement: Bool {
    switch self {
    case .title, .symptom: true
    case .identity, .fact, .prose, .code: false
    }
  }
}
