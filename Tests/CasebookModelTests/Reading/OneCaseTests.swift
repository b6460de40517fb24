import CasebookModel
import CasebookSource
import Testing

@Suite("A file with one case") struct OneCaseTests {
  /// The form to write, as the documentation shows it.
  static let form = """
    ---
    id: lost-update
    issueType: race-conditions
    version: "1.0.0"
    author: [Accounts team, Ann]
    corrects: race-condition
    aliases: [vanishing-changes]
    tags: orm
    casebook:
      context: [db]
      ignore:
        CB304: P99 is meant
    ---

    # Two writers, one row, one lost change

    **Problem**: under load, 5% of profile changes vanish

    ## Symptoms
    - Lost changes: 5% of writes at 40 requests/s
    - No error in any log

    ## Investigation

    ### 1. Reproduce: change two fields of one row at once

    ```bash {.repro}
    ./load --field name & ./load --field email & wait
    ```

    ### 2. Root cause: the whole row is written back

    ```python {#bug .bug}
    db.save(user)                # every column, as it was read
    ```

    ### 3. Fix: write only if nobody wrote meanwhile

    ```python {#fix .fix check=race/lost-update .doctest}
    raise Conflict(user_id)
    ```

    ### 4. Verification: the same load

    ```text {.evidence}
    Lost changes: 0% of writes at 40 requests/s
    ```

    ## Prevention
    - [ ] Test every read-modify-write under forced interleavings
    - [x] Version every row
    """

  @Test("The form of the documentation") func theForm() {
    let model = read(Self.form).model
    #expect(
      ModelDump(model).text == """
        title "Two writers, one row, one lost change"
        case lost-update "Two writers, one row, one lost change" type=race-conditions/declared
          problem proportion "under load, 5% of profile changes vanish" 5%
          headings Symptoms, Investigation, Prevention
          symptom proportion "Lost changes: 5% of writes at 40 requests/s" changes=5% 40 requests/s
          symptom absence "No error in any log"
          step 1 reproduce/exact "Reproduce: change two fields of one row at once"
            code lost-update.repro/implicit bash repro/declared
          step 2 rootCause/exact "Root cause: the whole row is written back"
            code lost-update.bug/declared python bug/declared
          step 3 fix/exact "Fix: write only if nobody wrote meanwhile"
            code lost-update.fix/declared python fix/declared doctest= check=race/lost-update
          step 4 verification/exact "Verification: the same load"
            code lost-update.evidence/implicit text evidence/declared changes=0% 40 requests/s
          open "Test every read-modify-write under forced inter…"
          done "Version every row"
        """)
  }

  @Test func frontMatterIsTyped() throws {
    let read = read(Self.form)
    let matter = try #require(read.model.frontMatter)
    #expect(matter.version?.value == "1.0.0")
    #expect(matter.author.map(\.value) == ["Accounts team", "Ann"] && matter.authorIsList)
    #expect(matter.tags.map(\.value) == ["orm"])
    #expect(matter.context.map(\.value) == ["db"])
    #expect(matter.ignore.map { "\($0.rule.value) \($0.reason.value)" } == ["CB304 P99 is meant"])
    #expect(matter.entries.map(\.key.value).count == 8)
    #expect("\(try #require(matter.id).at)" == "2:5-2:16")
    let raw = try #require(read.model.cases.first)
    #expect(raw.corrects == "race-condition" && raw.aliases == ["vanishing-changes"] && raw.tags == ["orm"])
    #expect(raw.idSource == .declared)
  }

  @Test func declaredIDsKnowTheirPlace() throws {
    let raw = try #require(read(Self.form).model.cases.first)
    #expect(raw.codeBlocks.map { $0.idRange.map { "\($0)" } ?? "-" } == ["-", "33:13-33:16", "39:13-39:16", "-"])
  }

  /// Sections that name a step count as steps, a numbered list below the investigation is one step an item.
  @Test func sectionsAsSteps() {
    let model = read(
      """
      # Slow ☕

      ## Problem

      **Problem**: it hangs

      > quoted

      ## Symptoms

      - P99: 69ms → 5409ms after v3.11.0
        - only at night

          ```
          log
          ```

      ## Investigation

      An introduction.

      1. Profile the handler

         It took 5 s.

         ```bash
         top
         ```

      2. Compare versions
         of the library

      ## Findings

      The cache grows.

      ## Root Cause

      - no eviction

      ## Fix

      ### Fix option 2: a bound

      ```python
      cache = {}
      ```

      ### Remarks

      Text.

      ## Verification

      | P99 | before |
      |-----|--------|
      | 1   | 2      |

      ## Prevention Checklist

      1. Set a bound

      ## Tools

      `perf`
      """
    ).model
    #expect(
      ModelDump(model).text == """
        title "Slow ☕"
        case slow "Slow ☕"
          problem statement "it hangs"
          headings Problem, Symptoms, Investigation, Prevention Checklist
          symptom change "P99: 69ms → 5409ms after v3.11.0" p99=69ms p99=5409ms
          symptom scope "only at night"
          step 1 tooling/lexicon "Profile the handler"
            prose statement "It took 5 s." 5 s
            code slow.tool/implicit bash tool/stepKind
          step 2 evidence/lexicon "Compare versions of the library"
          step 3? finding/lexicon "Findings"
            prose statement "The cache grows."
          step 4? rootCause/exact "Root Cause"
            item absence "no eviction"
          step 5? fix/exact "Fix"
          step 6? fix/exact "Fix option 2: a bound" option=2 a bound
            code slow.fix/implicit python fix/stepKind
            opaque "### Remarks"
            prose statement "Text."
          step 7? verification/exact "Verification"
            table P99, before 1
          open "Set a bound"
          session other "```"+
          session other "An introduction."
          other "> quoted"
          other "## Tools"
          other "`perf`"
        """)
  }

  @Test(
    "Forms of the problem",
    arguments: [
      ("**Problem**: it fails", "it fails", "1:14-1:22"), ("**Problem:** it fails", "it fails", "1:14-1:22"),
      ("__Problem__: it *fails*", "it fails", "1:14-1:24"), ("**Problem**:\n\nIt fails", "It fails", "3:1-3:9"),
      ("**Problem**: it\nfails", "it fails", "1:14-2:6"),
      ("**Problem statement**: it fails", "it fails", "1:24-1:32"), ("**Problem** it fails", nil, nil),
      ("**Problem**:", nil, nil), ("Problem: it fails", nil, nil),
    ])
  func problems(text: String, problem: String?, place: String?) {
    let raw = read(text + "\n\n## Symptoms\n- none\n").model.cases.first
    #expect(raw?.problem?.text == problem)
    #expect(raw?.problem.map { "\($0.at)" } == place)
  }

  @Test("A section named Problem, without a label") func problemSection() {
    let model = read("# A\n\n## Problem\n\nIt fails.\n\nMore.\n\n## Symptoms\n\nIt is slow.\n").model
    #expect(
      ModelDump(model).text == """
        title "A"
        case a "A"
          problem statement "It fails."
          headings Problem, Symptoms
          symptom statement "It is slow."
          other "More."
        """)
    #expect(model.cases.first?.problemLabel?.value == "Problem")
  }

  /// Without a heading the case has the front matter's title, else the file's name.
  @Test func untitledCases() {
    let titled = read("---\ntitle: Night alarm\n---\n\n**Problem**: it rings\n").model
    #expect(titled.cases.map(\.id) == ["night-alarm"])
    let bare = read("## Symptoms\n- it rings\n", path: "a/night-alarm.md").model
    #expect(bare.cases.map(\.id) == ["night-alarm"])
    #expect(bare.cases.map(\.title.value) == ["night-alarm"])
  }

  @Test func titlesWithoutLetters() {
    let model = read("# 内存泄漏\n\n**Problem**: 内存\n", path: "leak.md").model
    #expect(model.cases.map(\.id) == ["leak"])
    let long = String(repeating: "word ", count: 40)
    #expect(read("# \(long)\n\n**Problem**: x\n").model.cases.map(\.id.utf8.count) == [79])
  }
}
