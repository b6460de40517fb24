import CasebookRender
import CasebookSearch
import CasebookSource

/// What `casebook match` prints, for people and for programs.
enum MatchReport {
  /// The case, why it matched, and what to do first.
  static func text(_ answer: MatchAnswer, _ base: KnowledgeBase) -> String {
    let colour = Terminal.colours(of: .output)
    return answer.matches.map { match in
      var text =
        Paint.strong(VisibleText.string(match.found.id), colour) + "  \(VisibleText.string(match.found.title))\n"
      text += Paint.faint("  \(base.shown(match.found.path)):\(match.found.line)", colour) + "\n"
      text += "  holds \(match.confidence) % of what the text says: "
      text += VisibleText.string(match.why.joined(separator: "; ")) + "\n"
      if let check = match.found.firstCheck { text += "  check first: \(VisibleText.string(check))\n" }
      if !match.found.tools.isEmpty {
        text += "  tools: \(VisibleText.string(match.found.tools.joined(separator: ", ")))\n"
      }
      if let command = match.found.firstCommand { text += "  first command: \(VisibleText.string(command))\n" }
      return text
    }.joined(separator: "\n")
  }

  /// The cases that came nearest, under the line that says that none matches.
  static func nearest(_ answer: MatchAnswer, _ base: KnowledgeBase) -> String {
    guard !answer.nearest.isEmpty else { return "" }
    let colour = Terminal.colours(of: .output)
    var text = Paint.faint("nearest, and not near enough:", colour) + "\n"
    for match in answer.nearest {
      text += "  \(VisibleText.string(match.found.id))  \(VisibleText.string(match.found.title))"
      text += Paint.faint("  \(match.confidence) %", colour) + "\n"
    }
    return text
  }

  /// `casebook.match/1`; what is only near is not part of it, since programs would take it for a match.
  static func json(_ answer: MatchAnswer) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.match/1")
      json.field("verdict", answer.matches.isEmpty ? "none" : "match")
      json.field("matches") { json in
        json.array(of: answer.matches) { json, match in
          json.object { json in
            json.field("case", match.found.id)
            json.field("title", match.found.title)
            json.field("score", match.score)
            json.field("confidence", Double(match.confidence) / 100)
            json.field("why") { json in json.array(of: match.why) { $0.string($1) } }
            json.field("firstCheck", ifPresent: match.found.firstCheck)
            json.field("tools") { json in json.array(of: match.found.tools) { $0.string($1) } }
            json.field("firstCommand", ifPresent: match.found.firstCommand)
          }
        }
      }
    }
    return json.finish()
  }
}
