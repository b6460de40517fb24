import CasebookMarkdown
import CasebookModel
import Testing

@Suite("A file with many cases") struct ManyCasesTests {
  @Test func commentsDeclare() {
    let model = read(
      """
      # Collection

      Words before.

      <!-- casebook: id=lost-update issueType=race-conditions severity=sev2 -->
      ## Example 1: Two writers

      **Problem**: changes vanish

      ### Investigation

      <!-- casebook: kind=rootCause -->
      **1. Why it happens**

      Text.

      ---

      <!-- casebook: id=leak -->

      ## 2. Leak

      ### Symptoms
      - Memory grows 100MB/hour

      ---

      # Investigation process

      1. Reproduce
      2. Isolate
      3. Fix

      ## Tools

      | Issue type | Tools |
      |---|---|
      | Memory leaks | `tracemalloc`, [memray](https://a.b), strace (slow, careful) |
      | Nothing | |
      """
    ).model
    #expect(
      ModelDump(model).text == """
        title "Collection"
        case lost-update "Two writers" number=1 type=race-conditions/declared
          problem statement "changes vanish"
          headings Investigation
          step 1 rootCause/declared "Why it happens"
            prose statement "Text."
          session other "<!-- casebook: kind=rootCause -->"
        case leak "Leak" number=2
          headings Symptoms
          symptom growth "Memory grows 100MB/hour" 100MB/hour
        framework "Investigation process": Reproduce, Isolate, Fix
        issue memory-leaks: tracemalloc, memray, strace (slow, careful)
        other "Words before."
        other "<!-- casebook: id=lost-update issueType=race-co…"
        other "---"
        other "<!-- casebook: id=leak -->"
        other "---"
        """)
    #expect(model.cases.map(\.severity) == ["sev2", nil])
  }

  /// The session's own title is no case: the case around it still lacks symptoms.
  @Test func unfencedSessions() {
    let model = read(
      """
      ## Example 1: Leak

      **Problem**: grows

      ### Leak investigation

      #### Symptoms
      - slow

      #### Investigation

      **1. Profile heap**

      **Remark** is no step.

      ## Example 2: Leak

      **Problem**: grows again
      """
    ).model
    #expect(
      ModelDump(model).text == """
        case leak "Leak" number=1
          problem statement "grows"
          session "Leak investigation"
          headings Symptoms, Investigation
          symptom statement "slow"
          step 1 tooling/lexicon "Profile heap"
            prose statement "Remark is no step."
        case leak "Leak" number=2
          problem statement "grows again"
        """)
  }

  @Test("The session in a fence maps to the file, also from a quote of it") func fencedSession() throws {
    let model = read(
      """
      ## Leak

      **Problem**: grows

      **Session**:
      ````markdown
      # Leak 🐛

      ## Symptoms
      - slow

      ## Investigation
      ### 1. Fix
      ```py
      x = 1
      ```
      ````

      After it.
      """)
    let raw = try #require(model.model.cases.first)
    #expect(
      ModelDump(model.model).text == """
        case leak "Leak"
          problem statement "grows"
          label "Session"
          session "Leak 🐛"
          headings Symptoms, Investigation
          symptom statement "slow"
          step 1 fix/exact "Fix"
            code leak.fix/implicit python fix/stepKind
          other "After it."
        """)
    #expect(raw.session.symptoms.map { "\($0.at)" } == ["10:3-10:7"])
    #expect(raw.session.fence.map { "\($0.open) \($0.close)" } == "6:1-6:13 17:1-17:5")
    #expect(raw.flow.map(\.tree) == [0, 0, 1, 1, 1, 1, 1, 1, 0])
    let kinds = raw.flow.map { model.tree($0)[$0.node].kind }
    #expect(kinds == [.paragraph, .paragraph, .heading, .heading, .list, .heading, .heading, .codeBlock, .paragraph])
  }

  @Test("A fence without a session stays what it is") func otherFences() {
    let model = read("## A\n\n**Problem**: x\n\n**Sample**:\n```markdown\n# Title\n\ntext\n```\n").model
    #expect(model.cases.first?.session.fence == nil)
    #expect(model.cases.first?.other.map(\.markdown.utf8.count) == [11, 29])
  }

  @Test("`##` alone names no case, step, session or framework") func emptyHeadings() {
    let text =
      "#\n\n```\n1. Fix\n2. Test\n3. Verify\n```\n\n## A\n\n**Problem**: x\n\n###\n\n### Investigation\n\n####\n\ny\n"
    let document = read(text)
    #expect(
      ModelDump(document.model).text == """
        case a "A"
          problem statement "x"
          headings Investigation
          session other "####"
          session other "y"
          other "###"
        other "#"
        other "```"+
        """)
    #expect(Coverage(document).isComplete)
  }

  @Test func documentsWithoutACase() {
    let model = read("# Runbook\n\n## Meaning\n\nDisk full.\n\n| Issue | Owner |\n|---|---|\n| a | b |\n").model
    #expect(model.cases.isEmpty && model.toolTable == nil && model.framework == nil)
    #expect(model.other.count == 3)
    #expect(read("").model.other.isEmpty)
  }
}
