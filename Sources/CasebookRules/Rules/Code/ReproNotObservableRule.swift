import CasebookModel
import CasebookSource

/// CB210: a reproduction that could not show the fault.
struct ReproNotObservableRule: CodeRule {
  private static let head = "# A\n\n**Problem**: data overwritten\n\n### 1. Reproduce under load\n\n"

  let description = RuleDescription(
    210, "repro-not-observable", .info, basis: .heuristic,
    what: """
      A shell loop that reproduces a fault sends many requests at once, all with one and the same body, so that no lost or \
      mixed-up write can be seen. Where the faulty function is an update and the requests create, it says that too.
      """,
    why: """
      If every writer writes the same, the last one overwrites nothing that differs: the run looks well whether the fault \
      is there or not.
      """,
    triggering: [
      RuleExample(
        "equal bodies",
        head
          + "```bash\nfor i in 1 2 3; do\n  curl -X ⟦PUT⟧ localhost:8080/users/1 -d '{\"name\":\"test\"}' &\ndone\nwait\n```\n"
      )
    ],
    accepted: [
      RuleExample(
        "a body that varies",
        head
          + "```bash\nfor i in 1 2 3; do\n  curl -X PUT localhost:8080/users/1 -d \"{\\\"name\\\":\\\"n$i\\\"}\" &\ndone\nwait\n```\n"
      ),
      RuleExample(
        "requests that only read",
        head
          + "```bash\nfor i in 1 2 3; do\n  curl localhost:8080/users/1 &\ndone\nwait\n```\n"),
      RuleExample(
        "one after the other",
        head
          + "```bash\nfor i in 1 2 3; do\n  curl -X PUT localhost:8080/users/1 -d '{\"name\":\"test\"}'\ndone\n```\n"),
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    review.cases.flatMap { blocks in
      blocks.filter { $0.role == .repro && $0.exhibit.language == .bash }.flatMap { check($0, blocks, review) }
    }
  }

  private func check(
    _ block: CodeReview.Block, _ blocks: [CodeReview.Block], _ review: CodeReview
  ) -> [Diagnostic] {
    var isInLoop = false
    var findings: [Diagnostic] = []
    for (index, line) in block.lines.enumerated() {
      let text = Traceback.trimmed(line)
      if text.starts(with: "for ".utf8) || text.starts(with: "while ".utf8) { isInLoop = true }
      if isInLoop, let request = Request(line), request.isInBackground, request.isConstant {
        let place = PythonFacts.Place(index + 1, request.place)
        var message = "a reproduction must vary its input; each `\(request.method)` sends the same body"
        var notes: [Diagnostic.Note] = []
        if request.method == "POST", let update = update(in: blocks) {
          message += ", and it creates, while the bug is in `\(update.definition.name)`"
          notes = [review.note("the faulty operation", update.block, update.definition.place)]
        }
        findings.append(finding(review.path, block.range(place), message, notes: notes))
      }
      if text.starts(with: "done".utf8) { isInLoop = false }
    }
    return findings
  }

  /// The function with the bug, where its name says that it changes what is there.
  private func update(
    in blocks: [CodeReview.Block]
  ) -> (block: CodeReview.Block, definition: PythonFacts.Definition)? {
    for block in blocks where block.role == .bug {
      for definition in block.python?.definitions ?? [] {
        for verb in ["update", "edit", "modify", "change", "set_"] where definition.name.hasPrefix(verb) {
          return (block, definition)
        }
      }
    }
    return nil
  }
}

/// A call of curl that sends a body.
private struct Request {
  /// Columns of the method, or of `curl` where none is named.
  let place: Range<Int>
  let method: String
  /// Whether nothing in it can differ from one round to the next.
  let isConstant: Bool
  let isInBackground: Bool

  /// Reads a line; `nil` where it is no such call.
  init?(_ line: ArraySlice<UInt8>) {
    let words = line.split { $0 == 0x20 || $0 == 0x09 }
    guard let curl = words.firstIndex(where: { $0.elementsEqual("curl".utf8) }) else { return nil }
    let arguments = words[curl...]
    let bodies = ["-d", "--data", "--data-raw", "--json", "--data-binary"].map { Array($0.utf8) }
    guard arguments.contains(where: { word in bodies.contains { word.elementsEqual($0) } }) else { return nil }
    let named = arguments.indices.first { place in
      (arguments[place].elementsEqual("-X".utf8) || arguments[place].elementsEqual("--request".utf8))
        && place + 1 < arguments.endIndex
    }
    let word = named.map { arguments[$0 + 1] } ?? arguments[curl]
    place = word.startIndex - line.startIndex..<word.endIndex - line.startIndex
    method = named == nil ? "POST" : String(decoding: word, as: UTF8.self)
    isConstant =
      !line.contains(UInt8(ascii: "$")) && !line.contains(UInt8(ascii: "`")) && !line.contains(UInt8(ascii: "@"))
    isInBackground = Traceback.trimmed(line).last == UInt8(ascii: "&")
  }
}
