import CasebookModel
import CasebookRender
import CasebookSearch
import CasebookSource

/// What `casebook search` prints, for people and for programs.
enum SearchReport {
  /// Three lines a case: names, place, the words in their surroundings.
  static func text(_ answer: SearchAnswer, _ base: KnowledgeBase) -> String {
    let colour = Terminal.colours(of: .output)
    var text = ""
    var isPartial = false
    for (index, hit) in answer.hits.enumerated() {
      if index > 0 { text += "\n" }
      if hit.tier == .partial, !isPartial {
        isPartial = true
        text += Paint.faint("partial matches: some of the words", colour) + "\n"
      }
      let type = hit.found.issueType.map { "  " + VisibleText.string($0) } ?? ""
      text += Paint.strong(VisibleText.string(hit.found.id), colour)
      text += "  \(VisibleText.string(hit.found.title))\(type)\n"
      let place = "\(base.shown(hit.found.path)):\(hit.line)"
      text += Paint.faint("  \(place)  \(VisibleText.string(hit.section))", colour) + "\n"
      text += "  " + marked(hit.snippet, colour) + "\n"
      for reason in hit.why where reason.utf8.first == UInt8(ascii: "'") {
        text += Paint.faint("  \(VisibleText.string(reason))", colour) + "\n"
      }
    }
    let rest = answer.total - answer.hits.count
    if rest > 0 { text += Paint.faint("\n\(rest) more; --limit shows them", colour) + "\n" }
    return text
  }

  /// `casebook.search/1`.
  static func json(_ query: String, _ answer: SearchAnswer) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.search/1")
      json.field("query", query)
      json.field("mode", answer.mode.rawValue)
      json.field("total", answer.total)
      json.field("hits") { json in json.array(of: answer.hits) { write($1, to: &$0) } }
      json.field("facets") { json in
        json.object { json in
          for filter in SearchQuery.Filter.allCases {
            json.field(named: filter.rawValue) { json in
              json.array(of: answer.facets[filter] ?? []) { json, facet in
                json.object { json in
                  json.field("value", facet.value)
                  json.field("count", facet.count)
                }
              }
            }
          }
        }
      }
      json.field("suggestions") { json in json.array(of: answer.suggestions) { $0.string($1) } }
    }
    return json.finish()
  }

  private static func write(_ hit: SearchHit, to json: inout JSONWriter) {
    json.object { json in
      json.field("case", hit.found.id)
      json.field("title", hit.found.title)
      json.field("path", hit.found.path)
      json.field("line", hit.line)
      json.field("section", hit.section)
      json.field("score", hit.score)
      json.field("tier", hit.tier.rawValue)
      json.field("why") { json in json.array(of: hit.why) { $0.string($1) } }
      json.field("snippet", hit.snippet.text)
      json.field("issueType", ifPresent: hit.found.issueType)
      json.field("proof", hit.found.proof.rawValue)
    }
  }

  /// The snippet with the words of the query set off.
  private static func marked(_ snippet: SearchSnippet, _ colour: Bool) -> String {
    let bytes = Array(snippet.text.utf8)
    var text = ""
    var index = 0
    for mark in snippet.marks where mark.lowerBound >= index && mark.upperBound <= bytes.count {
      text += VisibleText.string(String(decoding: bytes[index..<mark.lowerBound], as: UTF8.self))
      text += Paint.strong(VisibleText.string(String(decoding: bytes[mark], as: UTF8.self)), colour)
      index = mark.upperBound
    }
    return text + VisibleText.string(String(decoding: bytes[index...], as: UTF8.self))
  }
}
