import ArgumentParser

/// Measures Casebook's stages; not installed. Figures mean something as ratios to a peer in the same run: `make bench`.
@main
struct CasebookBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casebook-bench", abstract: "Measures Casebook's stages in memory.",
    subcommands: [PipelineCommand.self, SearchCommand.self, MatchCommand.self, ShardsCommand.self])
}
