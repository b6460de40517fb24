package import CasebookModel

/// What rules about tools are told beside the library: the registry, and which tools the cases speak of.
package struct ToolKnowledge: Sendable {
  package let registry: ToolRegistry
  /// Ids of the tools that any case may speak of.
  let usedAnywhere: Set<String>

  package init(registry: ToolRegistry, usedAnywhere: Set<String>) {
    self.registry = registry
    self.usedAnywhere = usedAnywhere
  }
}
