package import CasebookSource

package struct YAMLValue: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case scalar(String, quoted: Bool)
    case sequence([YAMLValue])
    case mapping([YAMLEntry])
  }
  package var kind: Kind
  package var range: Range<Int>
}
package struct YAMLEntry: Sendable, Hashable {
  package var key: String
  package var keyRange: Range<Int>
  package var value: YAMLValue
}
package struct FrontMatter: Sendable {
  package var range: Range<Int>
  package var contentRange: Range<Int>
  package var bodyStart: Int
  package var entries: [YAMLEntry]
}
package enum FrontMatterReader {
  package static func read(_ text: RepairedText, limits: InputLimits) -> (
    frontMatter: FrontMatter?, bodyStart: Int, diagnostics: [Diagnostic]
  ) { (nil, 0, []) }
}
