import CasebookModel
import CasebookSource

/// CB108: a case or a block whose id another one has.
struct DuplicateIDRule: LibraryRule {
  let description = RuleDescription(
    108, "duplicate-id", .error,
    what: """
      Two cases of the knowledge base, or two blocks of a case, have one id. An id that was made from a title is a \
      warning only.
      """,
    why: """
      Ids are addresses: pages, links and checks name them. With two of one name a link leads to one of them and a check \
      proves the wrong one.
      """,
    triggering: [
      RuleExample(
        "two documents of one id",
        files: [
          ("a.md", "---\nid: slow-writes\n---\n# A\n\n**Problem**: slow\n"),
          ("b.md", "---\nid: ⟦slow-writes⟧\n---\n# B\n\n**Problem**: slow\n"),
        ]),
      RuleExample(
        "two blocks of one id",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n```sql {#index}\nx\n```\n\n```sql {#⟦index⟧}\ny\n```\n"),
      RuleExample(
        "two titles that make one id",
        files: [("a.md", "# Slow writes\n\n**Problem**: slow\n"), ("b.md", "# ⟦Slow writes⟧\n\n**Problem**: slow\n")]),
    ],
    accepted: [
      RuleExample(
        "ids of their own",
        files: [
          ("a.md", "---\nid: slow-writes\n---\n# A\n\n**Problem**: slow\n"),
          ("b.md", "---\nid: slow-reads\n---\n# A\n\n**Problem**: slow\n"),
        ])
    ])

  /// Where an id is given, and whether an author chose it.
  private struct Place {
    var path: String
    var range: SourceRange
    var isDeclared: Bool
  }

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var cases: [[UInt8]: Place] = [:]
    var blocks: [[UInt8]: Place] = [:]
    cases.reserveCapacity(library.documents.count)
    for document in library.documents {
      let header = document.frontMatter?.id
      if let header, document.cases.count != 1 {
        add(header.value, "id", Place(path: document.path, range: header.at, isDeclared: true), &cases, &findings)
      }
      for index in document.cases.indices {
        let id = document.cases[index].id
        let at = document.cases.count == 1 && header?.value == id ? header?.at : nil
        let place = Place(
          path: document.path, range: at ?? document.cases[index].title.at,
          isDeclared: document.cases[index].idSource == .declared)
        add(id, "case", place, &cases, &findings)
        for step in document.cases[index].session.steps.indices {
          for part in document.cases[index].session.steps[step].body {
            guard case .code(let block) = part, block.idSource == .declared else { continue }
            let place = Place(path: document.path, range: block.idRange ?? block.at, isDeclared: true)
            add(block.id, "block", place, &blocks, &findings)
          }
        }
      }
    }
    return findings
  }

  private func add(
    _ id: String, _ kind: String, _ place: Place, _ known: inout [[UInt8]: Place], _ findings: inout [Diagnostic]
  ) {
    guard !id.isEmpty else { return }
    let key = Array(id.utf8)
    guard let first = known[key] else {
      known[key] = place
      return
    }
    let noun = kind == "id" ? "document or case" : kind
    var result = finding(
      place.path, place.range, "a \(noun) must have an id of its own; \(Words.quoted(id)) is taken",
      notes: [Diagnostic.Note("first used here", path: first.path, range: first.range)])
    if !(place.isDeclared && first.isDeclared) { result.severity = .warning }
    findings.append(result)
  }
}
