package import CasebookSource

/// Repaired text → front matter + blocks: the one entry of this module.
///
/// Never throws and never drops text: what is over a limit is one opaque block, what is not YAML is a finding.
package enum MarkdownParser {
  package static func parse(_ text: RepairedText, limits: InputLimits = .standard) -> Document {
    let (frontMatter, bodyStart, findings) = FrontMatterReader.read(text, limits: limits)
    var document = Document(source: text)
    document.frontMatter = frontMatter
    document.diagnostics = findings
    CommonMarkParser.parse(from: bodyStart, into: &document, limits: limits)
    return document
  }

  /// Parses a text without front matter: a document nested in a fence.
  package static func parseBody(_ text: RepairedText, limits: InputLimits = .standard) -> Document {
    var document = Document(source: text)
    CommonMarkParser.parse(from: 0, into: &document, limits: limits)
    return document
  }
}
