import ArgumentParser
import CasebookMarkdown
import CasebookModel
import CasebookRender
import CasebookRepair
import CasebookSource

/// How far the pipeline runs: each stage includes the ones before it.
enum Stage: String, CaseIterable, ExpressibleByArgument {
  case read, repair, parse, model, html
}

/// Reads a folder, parses it, builds the model and renders HTML in memory; prints counts and CPU seconds.
struct PipelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline", abstract: "Read, repair, parse, model and render a folder of Markdown in memory.")

  @Argument(help: "A folder of Markdown.") var folder: String
  @Option(help: "Threads.") var threads = 1
  @Option(help: "Stop after this stage.") var stage = Stage.html

  func run() async throws {
    let start = CPUClock.now()
    let paths = CorpusFiles.list(folder)
    guard !paths.isEmpty else { throw ValidationError("no Markdown below \(folder)") }
    let share = (paths.count + max(1, threads) - 1) / max(1, threads)
    let stage = stage
    var total = PipelineCounts()
    await withTaskGroup(of: PipelineCounts.self) { group in
      for first in stride(from: 0, to: paths.count, by: share) {
        let part = Array(paths[first..<min(first + share, paths.count)])
        group.addTask { PipelineCounts.run(part, to: stage) }
      }
      for await counts in group { total.add(counts) }
    }
    let spent = CPUClock.now() - start
    print("documents=\(paths.count) bytes=\(total.bytes) nodes=\(total.nodes) cases=\(total.cases) html=\(total.html)")
    print(
      "stage=\(stage.rawValue) threads=\(threads) cpu=\(rounded(spent.cpu)) wall=\(rounded(spent.wall))"
        + " peakMB=\(rounded(CPUClock.peakMegabytes()))")
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

/// What a run saw, so that work cannot be optimised away and a wrong run is noticed.
struct PipelineCounts: Sendable {
  var bytes = 0
  var nodes = 0
  var cases = 0
  var html = 0

  mutating func add(_ other: PipelineCounts) {
    bytes += other.bytes
    nodes += other.nodes
    cases += other.cases
    html += other.html
  }

  static func run(_ paths: [String], to stage: Stage) -> PipelineCounts {
    var counts = PipelineCounts()
    for path in paths {
      let file = SourceFile(path: path, bytes: CorpusFiles.read(path))
      counts.bytes += file.bytes.count
      switch stage {
      case .read: break
      case .repair: counts.html += TextRepair.repair(file).bytes.count
      case .parse: counts.nodes += MarkdownParser.parse(TextRepair.repair(file)).nodes.count
      case .model, .html:
        let document = DocumentReader.read(file)
        counts.nodes += document.document.nodes.count
        counts.cases += document.model.cases.count
        if stage == .html { counts.html += HTMLRenderer.fragment(of: document.document).count }
      }
    }
    return counts
  }
}
