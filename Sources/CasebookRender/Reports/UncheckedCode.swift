/// Code of a language that nobody could check in this run, which no report may pass over.
package struct UncheckedCode: Sendable, Hashable {
  /// `python`
  package var language: String
  /// The program that would have checked it: `python3`.
  package var program: String
  package var blocks: Int
  /// All in one sentence: `python3 not found: 12 Python blocks were not checked`.
  package var sentence: String

  package init(language: String, program: String, blocks: Int, sentence: String) {
    self.language = language
    self.program = program
    self.blocks = blocks
    self.sentence = sentence
  }
}
