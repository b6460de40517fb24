import Foundation
import Testing

@testable import CasebookChecks

@Suite("A catalogue speaks casebook-checks/1") struct ProtocolTests {
  private let catalogue = Catalogue("EvilChecks")

  @Test("it says hello, lists all checks, and ends each answer") func list() throws {
    let answer = try catalogue.ask(#"{"op":"list","unknown":{"key":[1]}}"#)
    #expect(answer.first?["protocol"] as? String == "casebook-checks/1")
    #expect(answer.of("check").count == EvilChecksList.count)
    #expect(answer.last?["event"] as? String == "end")
    let check = try #require(answer.of("check").first)
    #expect(check["case"] as? String == "evil")
    #expect(check["source"] as? String == "EvilChecks/EvilChecks.swift")
    #expect((check["variants"] as? [[String: Any]])?.map { $0["role"] as? String } == ["bug", "fix"])
  }

  private enum EvilChecksList { static let count = 17 }

  @Test(
    "what is no request is an error, and the next one is answered",
    arguments: [
      ("no JSON", "no request"), ("[1, 2]", "no request"), (#"{"id":"x"}"#, "no request"),
      (#"{"op":"fly"}"#, "unknown request 'fly'"), (#"{"op":"run","id":"no/such"}"#, "no check is named 'no/such'"),
      (#"{"op":"run"}"#, "no check is named ''"),
    ])
  func badRequest(_ request: String, _ says: String) throws {
    let answer = try catalogue.ask(request, "", #"{"op":"list"}"#)
    let message = try #require(answer.of("error").first?["message"] as? String)
    #expect(message.contains(says))
    #expect(!answer.of("check").isEmpty)
  }

  @Test("figures, plots and witnesses reach the reader") func evidence() throws {
    let answer = try Catalogue("casebook-checks").run("race/lost-update")
    let lost = try #require(
      answer.of("metric").first { $0["name"] as? String == "lost" && $0["variant"] as? String == "bug" })
    #expect(lost["value"] as? Int == 4)
    #expect(lost["unit"] as? String == "orders")
    #expect(lost["stability"] as? String == "exact")
    #expect((answer.of("witness").first?["lanes"] as? [String]) == ["name", "email"])
    #expect(answer.of("series").contains { $0["name"] as? String == "lost" })
    #expect(answer.of("exit").first?["seed"] as? Int == 42)
    #expect(answer.of("verdict").first?["strength"] as? String == "exhaustive")
  }

  @Test("who waits for whom reaches the reader, and the text's figure beside the measured one") func relations() throws
  {
    let answer = try Catalogue("casebook-checks").run("race/lock-order")
    let arrows = answer.of("relation").filter { $0["variant"] as? String == "bug" }
    #expect(arrows.count == 4 && answer.of("relation").count == 4)
    let words = arrows.map { "\($0["from"] ?? "") \($0["relation"] ?? "") \($0["to"] ?? "")" }
    #expect(words.first == "account A is held by transfer A to B")
    let beside = answer.of("metric").filter { $0["name"] as? String == "deadlocks" }.map {
      $0["documentValue"] as? String
    }
    #expect(beside == ["orders in which nobody can go on: 2", "orders in which nobody can go on: 0"])
  }

  private func check(
    _ id: String = "a/b", _ variants: [Variant] = [.bug(), .fix()],
    claims: [Claim] = [Claim("holds") { _ in true }]
  ) -> Check { Check(id, case: "c", variants: variants, claims: claims) { _ in } }

  @Test("a catalogue's own faults are named") func faults() {
    #expect(CatalogueFault.find(in: [check()]).isEmpty)
    #expect(CatalogueFault.find(in: [check(), check()]) == ["two checks are named 'a/b'"])
    for name in ["", "A", "a b", "a//b", "/a", "a-", "ä", String(repeating: "a", count: 97)] {
      #expect(CatalogueFault.find(in: [check(name)]).first?.contains("is no name") == true, "\(name)")
    }
    #expect(CatalogueFault.find(in: [check("a", [.fix()])]) == ["a: no variant is the bug"])
    #expect(CatalogueFault.find(in: [check("a", [.bug()])]) == ["a: no variant is a fix"])
    #expect(CatalogueFault.find(in: [check("a", [.bug("x"), .fix("x")])]) == ["a: two variants have one name"])
    #expect(CatalogueFault.find(in: [check("a", claims: [])]) == ["a: no claim is made"])
    let twice = [check("a", [.bug(covers: "c.bug"), .fix()]), check("b", [.bug(covers: "c.bug"), .fix()])]
    #expect(CatalogueFault.find(in: twice) == ["block 'c.bug' is covered by 'a' and by 'b'"])
  }
}
