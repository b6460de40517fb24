import CasebookModel
import CasebookSearch
import CasebookSource

/// What people say for the issue types of a knowledge base: the built-in table, then the files that `synonyms:` names.
enum SynonymFiles {
  /// Reads them; all mistakes of all files are told at once.
  static func read(_ base: KnowledgeBase) throws(CommandFailure) -> SynonymTable {
    var table = SynonymTable.builtIn
    var mistakes: [String] = []
    for setting in base.configuration.synonyms {
      let path = Paths.join(base.root, setting.value)
      let file: SourceFile
      do throws(CommandFailure) {
        file = try OneFile.read(path)
      } catch {
        mistakes += error.messages.map { "\(setting.origin): \($0)" }
        continue
      }
      let result = SynonymReader.read(file.bytes, path: path)
      mistakes += result.mistakes.map { "\(Paths.shown(path)):\($0.position): \($0.message)" }
      table.extend(with: result.phrases)
    }
    guard mistakes.isEmpty else { throw CommandFailure(mistakes) }
    return table
  }

  /// Warns of issue types that no table and no case has.
  static func reportUnknown(_ table: SynonymTable, types: [String]) {
    guard !types.isEmpty else { return }
    for type in table.phrases.keys.sorted() where !types.contains(type) && SynonymTable.builtIn.phrases[type] == nil {
      StandardError.report(
        .warning, "synonyms for an unknown issue type '\(type)'\(DidYouMean.hint(for: type, among: types))")
    }
  }
}
