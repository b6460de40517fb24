import CasebookModel
import CasebookSource

/// CB409: a doctest that does not do what it says. What its marks alone show is found here; the rest by `casebook check`.
struct DoctestFailedRule: DocumentRule {
  let description = RuleDescription(
    DoctestResult.rule.number, "doctest-failed", .error,
    what: """
      A block of Swift marked `{.doctest}` does not compile, is stopped by a trap, ends with another value than the one \
      behind `// →`, or does not do what it declares (`no-run`, `should-trap`, `compile-fail="…"`); or its marks can't be \
      understood. A `{.scenario of=NAME}` must fail with the case's bug that defines `NAME` and hold with its fix. Only \
      `casebook check` compiles and runs such blocks; elsewhere the marks alone are judged.
      """,
    why: """
      A reader takes the block and the value for tried. A mark that is not understood would run what was not to be run, or \
      pass what was to fail, so such a block is not run at all.
      """,
    triggering: [
      RuleExample("a misspelt mark", "# A\n\n```swift {.doctest ⟦no-rum⟧}\nlet x = 1\n```\n"),
      RuleExample("another language", "# A\n\n⟦```python {.doctest}⟧\nx = 1\n```\n"),
      RuleExample("a time that is none", "# A\n\n```swift {.doctest timeout=⟦soon⟧}\nlet x = 1\n```\n"),
      RuleExample("two outcomes", "# A\n\n```swift {.doctest no-run ⟦should-trap⟧}\nlet x = [1][2]\n```\n"),
      RuleExample("a value of a statement", "# A\n\n```swift {.doctest}\n⟦for⟧ i in [1] { print(i) } // → 1\n```\n"),
      RuleExample(
        "a scenario of what nobody defines",
        "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\n```swift {.bug}\nstruct Cache {}\n```\n\n### 2. Fix\n\n```swift {.fix}\nstruct Cache {}\n```\n\n⟦```swift {.scenario of=Cash}⟧\n_ = Cache()\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "values, a trap, a program in two blocks",
        """
        # A

        ```swift {.doctest group=sum}
        let numbers = [1, 2]
        ```

        ```swift {.doctest group=sum timeout=2s}
        numbers.reduce(0, +) // → 3
        ```

        ```swift {.doctest should-trap}
        print([1, 2][5])
        ```

        ```swift {.doctest compile-fail="cannot find 'y'" title="Names"}
        let x = y
        ```

        """),
      RuleExample(
        "a scenario of a bug and its fix",
        "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\n```swift {.bug}\nstruct Cache {}\n```\n\n### 2. Fix\n\n```swift {.fix}\nstruct Cache {}\n```\n\n```swift {.scenario of=Cache}\n_ = Cache()\n```\n"
      ),
      RuleExample("a block that is no doctest", "# A\n\n```swift no-rum\nlet x = 1\n```\n"),
    ],
    isSilenceable: false)

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for program in DoctestPlan.programs(document) {
      for fault in program.faults {
        let found = finding(program.path, fault.range, fault.message)
        if !findings.contains(found) { findings.append(found) }
      }
    }
    return findings
  }
}
