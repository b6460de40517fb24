import CasebookRules
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2024-02-29", "2025-12-31", "0001-01-01"]) func daysThatExist(text: String) {
    #expect(CalendarDate(parsing: text)?.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "01.02.2025", "2025-01-01x", "", "2025-04-31",
  ])
  func othersAreRefused(text: String) { #expect(CalendarDate(parsing: text) == nil) }

  @Test func aTimeOfDayIsAllowed() { #expect(CalendarDate(parsing: "2025-03-01T09:30:00Z")?.day == 1) }
}
