import Testing

@Suite("The checks of the shipped cases") struct ScenarioTests {
  private static let catalogue = Catalogue("casebook-checks")

  @Test("each is proved, or skipped with a reason") func proved() throws {
    let list = try Self.catalogue.ask(#"{"op":"list"}"#)
    #expect(list.of("error").isEmpty)
    let ids = list.of("check").compactMap { $0["id"] as? String }
    #expect(ids.count == 21)
    for id in ids {
      let answer = try Self.catalogue.run(id)
      #expect(["proved", "skipped"].contains(answer.verdict), "\(id): \(answer.reason)")
      #expect(answer.verdict == "proved" || !answer.reason.isEmpty)
      // Something to draw: a plot or a schedule.
      #expect(!answer.of("series").isEmpty || !answer.of("witness").isEmpty || answer.verdict == "skipped", "\(id)")
    }
  }

  @Test("three for each issue type") func threeEach() throws {
    let ids = try Self.catalogue.ask(#"{"op":"list"}"#).of("check").compactMap { $0["id"] as? String }
    let types = Dictionary(grouping: ids) { String($0.prefix { $0 != "/" }) }
    #expect(types.count == 7)
    #expect(types.values.allSatisfy { $0.count == 3 })
  }
}
