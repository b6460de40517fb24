package import CasebookModel

/// What rules about tools are told beside the library: the registry, and which tools the cases speak of.
package struct ToolKnowledge: Sendable {
  package let registry: ToolRegistry
  /// Path → for each case of the document, in order, ids of tools that its text may mean.
  private let used: [String: [Set<String>]]

  package init(registry: ToolRegistry, used: [String: [Set<String>]]) {
    self.registry = registry
    self.used = used
  }

  /// Ids of the tools that any case may speak of.
  var usedAnywhere: Set<String> {
    used.values.reduce(into: []) { result, cases in for one in cases { result.formUnion(one) } }
  }
}
