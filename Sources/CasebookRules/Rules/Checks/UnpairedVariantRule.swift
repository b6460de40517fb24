import CasebookModel
import CasebookSource

/// CB406: a block with the defect and none without it, or the reverse.
struct UnpairedVariantRule: DocumentRule {
  let description = RuleDescription(
    406, "unpaired-variant", .warning,
    what: """
      A case declares a block of code as `.bug` and has no block with the fix, or declares one as `.fix` and has none with \
      the bug.
      """,
    why: """
      Only both together show what was wrong: a reader compares them, and a check runs both to prove that the one fails \
      and the other does not.
      """,
    triggering: [
      RuleExample(
        "a bug without its fix",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\n⟦```python {.bug}\nx = []\n```⟧\n\n### 2. Fix\n\ny\n"
      ),
      RuleExample(
        "a fix without its bug",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\ny\n\n### 2. Fix\n\n⟦```python {.fix}\nx = ()\n```⟧\n"
      ),
    ],
    accepted: [
      RuleExample(
        "both",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\n```python {.bug}\nx = []\n```\n\n### 2. Fix\n\n```python {.fix}\nx = ()\n```\n"
      ),
      RuleExample(
        "a fix whose role is only guessed",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\ny\n\n### 2. Fix\n\n```python\nx = ()\n```\n"
      ),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      let blocks = variants(of: document.model.cases[index])
      for block in blocks where block.isDeclared {
        guard let other = Self.counterpart(of: block.role), !blocks.contains(where: { $0.role == other.role }) else {
          continue
        }
        findings.append(finding(document.model.path, block.at, other.message))
      }
    }
    return findings
  }

  /// Roles of the blocks of code of a case, and whether an author declared them.
  private func variants(of item: RawCase) -> [(role: CodeRole, isDeclared: Bool, at: SourceRange)] {
    var result: [(role: CodeRole, isDeclared: Bool, at: SourceRange)] = []
    item.forEachCodeBlock { block in result.append((block.role, block.roleSource == .declared, block.at)) }
    return result
  }

  private static func counterpart(of role: CodeRole) -> (role: CodeRole, message: String)? {
    switch role {
    case .bug: (.fix, "a case that shows a bug must show the fix as well")
    case .fix: (.bug, "a case that shows a fix must show the bug as well")
    case .evidence, .trace, .tool, .repro, .test, .context: nil
    }
  }
}
