import Foundation
import TestSupport
import Testing

private let folder = "Tests/CommandTests/Transcripts"

@Suite("Commands print what the transcripts show") struct TranscriptTests {
  @Test(arguments: ["README.md"] + Repository.files(below: folder, suffix: ".md"))
  func transcript(_ page: String) throws {
    try #require(Executable.exists, "no casebook beside the tests; swift build makes it")
    let transcript = Transcript(Repository.text(page))
    try #require(!transcript.commands.isEmpty, "\(page) holds no command")
    let sandbox = try Sandbox(allContent: page == "README.md")
    var results: [(output: [String], status: Int32)] = []
    for command in transcript.commands {
      let (text, status) = try sandbox.run(command.text)
      var output = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if output.last == "" { output.removeLast() }
      results.append((output, status))
      guard !command.accepts(output, status) else { continue }
      Issue.record(
        """
        \(page):\(command.line): $ \(command.text)
        --- expected\(command.status == 0 ? "" : " (exit \(command.status))")
        \(command.output.joined(separator: "\n"))
        --- got (exit \(status))
        \(output.joined(separator: "\n"))
        """)
    }
    if ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] == "1" {
      try Data(transcript.recorded(results).utf8).write(to: URL(fileURLWithPath: Repository.root + "/" + page))
      Issue.record("recorded \(page); look at the difference, then run again without RECORD_EXPECTATIONS")
    }
  }

  @Test("every command has an abstract and a transcript") func commandsAreShown() throws {
    let (help, status) = try Sandbox().run("casebook --help")
    #expect(status == 0)
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { $0 != "Commands:" }.dropFirst().prefix { !$0.isEmpty }
    #expect(rows.count >= 3)
    for row in rows {
      let words = row.split(separator: " ", maxSplits: 1)
      #expect(words.count == 2 && words[1].count > 20, "\(row): no abstract")
      let name = String(words[0])
      let page = Repository.text("\(folder)/\(name).md")
      #expect(page.contains("\n$ casebook \(name)"), "no transcript of \(name)")
    }
  }
}

@Suite("A transcript can fail") struct TranscriptFormatTests {
  private let page = """
    Prose.
    ```console
    $ one
    a [..] c
    ? 1
    $ two
    ```
    ```text
    $ not run
    ```
    ```console
    $ three
    first
    [..]
    last
    ```
    """

  @Test func commandsOutputsAndStatusesAreRead() {
    let commands = Transcript(page).commands
    #expect(commands.map(\.text) == ["one", "two", "three"])
    #expect(commands.map(\.output) == [["a [..] c"], [], ["first", "[..]", "last"]])
    #expect(commands.map(\.status) == [1, 0, 0])
  }

  @Test func elisionsStandForAnythingAndNothingElseDoes() {
    let commands = Transcript(page).commands
    #expect(commands[0].accepts(["a b c"], 1))
    #expect(!commands[0].accepts(["a b c"], 0))
    #expect(!commands[0].accepts(["a b d"], 1))
    #expect(!commands[1].accepts(["more"], 0))
    #expect(commands[2].accepts(["first", "x", "y", "last"], 0))
    #expect(commands[2].accepts(["first", "last"], 0))
    #expect(!commands[2].accepts(["first", "x"], 0))
  }

  @Test func recordingKeepsWhatFits() {
    let results: [(output: [String], status: Int32)] = [(["a x c"], 1), (["new"], 2), (["first", "last"], 0)]
    let recorded = Transcript(page).recorded(results)
    #expect(recorded.contains("a [..] c\n? 1\n$ two\nnew\n? 2\n```"))
  }
}
