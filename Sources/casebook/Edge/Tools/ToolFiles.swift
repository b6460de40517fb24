import CasebookModel
import CasebookSource

/// The registry of tools of a knowledge base: the built-in one, then the files that `tools:` names, in their order.
enum ToolFiles {
  /// Reads them; all mistakes of all files are told at once.
  static func read(_ base: KnowledgeBase) throws(CommandFailure) -> ToolRegistry {
    var registry = ToolRegistry.builtIn
    var mistakes: [String] = []
    for setting in base.configuration.tools {
      let path = Paths.join(base.root, setting.value)
      let file: SourceFile
      do throws(CommandFailure) {
        file = try OneFile.read(path)
      } catch {
        mistakes += error.messages.map { "\(setting.origin): \(Self.naming(setting.value, path, $0))" }
        continue
      }
      let result = ToolRegistryReader.read(file.bytes, path: path, over: registry)
      let name = Paths.shown(path)
      mistakes += result.mistakes.map { "\(name):\($0.position): \($0.message)" }
      registry = result.registry
    }
    guard mistakes.isEmpty else { throw CommandFailure(mistakes, help: "casebook schema tools prints the form") }
    return registry
  }

  /// Says in a message the path as the settings have it.
  private static func naming(_ value: String, _ path: String, _ message: String) -> String {
    message.hasPrefix(path) ? value + message.dropFirst(path.count) : message
  }
}
