import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB006: a date of the front matter that can't be right.
struct FrontMatterDateRule: DocumentRule {
  private static let today = CalendarDate(year: 2025, month: 6, day: 1)

  let description = RuleDescription(
    6, "front-matter-date", .warning,
    what: """
      `created` or `updated` is not a day written as 2025-03-01, lies in the future, or is updated before it was created; \
      or the document was created on 1 January and not touched since, which mostly is a placeholder.
      """,
    why: "Readers judge by the date whether a case still holds for their version. A wrong one is worse than none.",
    triggering: [
      RuleExample("another way to write dates", "---\ncreated: ⟦01/03/2025⟧\n---\n# A\n"),
      RuleExample("a day that does not exist", "---\ncreated: ⟦2025-02-30⟧\n---\n# A\n"),
      RuleExample("updated before created", "---\ncreated: 2025-03-04\nupdated: ⟦2025-03-01⟧\n---\n# A\n"),
      RuleExample("a day to come", "---\nupdated: ⟦2025-07-01⟧\n---\n# A\n", today: Self.today),
      RuleExample("a placeholder", "---\ncreated: ⟦\"2024-01-01\"⟧\nupdated: \"2024-01-01\"\n---\n# A\n"),
    ],
    accepted: [
      RuleExample("days in order", "---\ncreated: 2025-03-01\nupdated: 2025-03-04\n---\n# A\n", today: Self.today),
      RuleExample("the first of January, and work since", "---\ncreated: 2024-01-01\nupdated: 2024-02-03\n---\n# A\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    guard let frontMatter = document.document.frontMatter else { return [] }
    var findings: [Diagnostic] = []
    func report(_ value: YAMLValue, _ message: String, _ notes: [Diagnostic.Note] = []) {
      findings.append(
        finding(document.source.file.path, document.source.range(of: value.range), message, notes: notes))
    }
    func date(_ key: String) -> (day: CalendarDate, value: YAMLValue)? {
      guard let value = frontMatter[key], !value.isNull, !frontMatter.isUnreadable(key), let text = value.text
      else { return nil }
      guard let day = CalendarDate(parsing: text) else {
        report(value, "a date must be a day written as year-month-day, such as 2025-03-01; found \(Words.quoted(text))")
        return nil
      }
      if let today = context.today, day > today {
        report(value, "`\(key)` must not lie in the future; today is \(today)")
      }
      return (day, value)
    }
    let created = date("created")
    let updated = date("updated")
    guard let created else { return findings }
    if let updated, updated.day < created.day {
      let note = Diagnostic.Note(
        "created on \(created.day)", path: document.source.file.path,
        range: document.source.range(of: created.value.range))
      report(updated.value, "`updated` must not be before `created`", [note])
    }
    if created.day.month == 1, created.day.day == 1, frontMatter["updated"] == nil || updated?.day == created.day {
      report(created.value, "`created` must be the day of writing; 1 January is mostly a placeholder")
    }
    return findings
  }
}
