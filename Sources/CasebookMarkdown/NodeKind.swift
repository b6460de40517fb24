/// What a node of the document is; blocks first, inlines from `text` on.
package enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case table, tableRow, tableCell
  /// A link reference definition: renders nothing, but its lines belong to somebody.
  case linkDefinition
  /// Source that was over a limit and never reached the parser: shown as it is.
  case opaque

  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image

  /// Blocks have trustworthy source ranges.
  package var isBlock: Bool { rawValue < NodeKind.text.rawValue }
}
