import CasebookModel
import CasebookRender
import CasebookSource
import TestSupport

/// The original document and some of our own as a site, for tests that look at all pages.
enum SampleSite {
  static let documents: [(path: String, text: String)] = [
    ("debugging-examples.md", Repository.text("content/debugging-examples.md")),
    (
      "guides/On call.md",
      """
      # On call

      First [the process](../debugging-examples.md#investigation-process), then [a case](../cases/lost-update.md), its
      [fix](../cases/lost-update.md#fix), [this](#first-aid), [nothing](../nowhere.md), [up](../../etc/passwd) and
      [chat](slack://channel?id=1). ![logo](logo.png) ![badge](https://example.org/b.png)

      ## First aid

      <!-- a note -->
      Take<br>a <kbd>break</kbd>.

      - [ ] one
        - [x] two

      | a | b |
      |:--|--:|
      | 1 | 2 |
      """
    ),
    (
      "cases/lost-update.md",
      """
      ---
      id: lost-update
      issueType: race-conditions
      version: "1.0.0"
      created: "2025-03-01"
      updated: "2025-03-04"
      author: [Ada, Bo]
      tags: [db, <b>]
      severity: high
      ---

      # Two writers, one row, one lost change

      **Problem**: under load, 5% of profile changes vanish

      ## Symptoms
      - Lost changes: 5% of writes
      - P99: 200ms → 2s

      ## Investigation

      ### 1. Root cause: the whole row is written back

      ```python {#bug .bug}
      db.save(user)  # a < b && "c"
      ```

      ### 2. Fix: write only if nobody wrote meanwhile

      ```python {#fix .fix}
      db.save(user, version)
      ```

      ## Prevention
      - [ ] Test interleavings
      """
    ),
  ]

  static func bodies(in site: SiteRenderer) -> [DocumentBody] {
    documents.map { path, text in
      let read = DocumentReader.read(SourceFile(path: path, text: text))
      return site.body(of: read, findings: read.diagnostics)
    }
  }
}
