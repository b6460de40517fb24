import CasebookSource

/// Writes places for SARIF: paths as URIs, columns in units of UTF-16, ends exclusive.
struct SARIFPlaces {
  private var quoted: QuotedFiles

  init(_ report: Report) { quoted = QuotedFiles(report) }

  mutating func file(_ path: String) -> QuotedFile { quoted.file(path) }

  /// Writes a location, with its message where it explains another one.
  mutating func write(path: String, _ range: SourceRange, message: String? = nil, into json: inout JSONWriter) {
    let file = quoted.file(path)
    json.object { json in
      if let message { json.field("message") { SARIFRules.text(message, into: &$0) } }
      json.field("physicalLocation") { json in
        json.object { json in
          json.field("artifactLocation") { Self.artifact(path, into: &$0) }
          json.field("region") { Self.region(range, in: file, into: &$0) }
        }
      }
    }
  }

  /// Writes a fix as replacements in its file.
  mutating func write(_ fix: Diagnostic.Fix, path: String, into json: inout JSONWriter) {
    let file = quoted.file(path)
    json.object { json in
      json.field("description") { SARIFRules.text("\(fix.description) (\(fix.safety.rawValue))", into: &$0) }
      json.field("artifactChanges") { json in
        json.array { json in
          json.object { json in
            json.field("artifactLocation") { Self.artifact(path, into: &$0) }
            json.field("replacements") { json in
              json.array(of: fix.edits) { json, edit in
                json.object { json in
                  json.field("deletedRegion") { Self.region(edit.range, in: file, into: &$0) }
                  json.field("insertedContent") { SARIFRules.text(edit.replacement, into: &$0) }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func artifact(_ path: String, into json: inout JSONWriter) {
    json.object { $0.field("uri", uri(path)) }
  }

  private static func region(_ range: SourceRange, in file: QuotedFile, into json: inout JSONWriter) {
    json.object { json in
      json.field("startLine", range.start.line)
      json.field("startColumn", file.column(of: range.start, in: .utf16))
      json.field("endLine", range.end.line)
      json.field("endColumn", file.column(of: range.end, in: .utf16))
    }
  }

  /// `notes/a b.md` → `notes/a%20b.md`; a path outside of the repository becomes an absolute URI.
  static func uri(_ path: String) -> String { (path.hasPrefix("/") ? "file://" : "") + PercentEncoding.path(path) }
}
