import CasebookRules
import Foundation

/// Starts the parsers that the rules about code ask for, as the program's edge does but without its limits.
enum Parsers {
  /// Whether Python and a shell are here to judge the examples.
  static let areThere: Bool = {
    let outcomes = start([ParserRun("python3", ["-c", ""]), ParserRun("bash", ["-c", ":"])])
    return outcomes.allSatisfy { $0.end == .exited(0) }
  }()

  static func start(_ runs: [ParserRun]) -> [ParserOutcome] { runs.map(start) }

  private static func start(_ run: ParserRun) -> ParserOutcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let program = path.split(separator: ":").map { "\($0)/\(run.program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else { return ParserOutcome(.notFound) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in run.files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
      let names = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
      for name in names { try Data(name == names[0] ? run.input : []).write(to: name) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = run.arguments
      process.currentDirectoryURL = folder
      process.environment = ["PATH": path, "LC_ALL": "C"]
      process.standardInput = try FileHandle(forReadingFrom: names[0])
      process.standardOutput = try FileHandle(forWritingTo: names[1])
      process.standardError = try FileHandle(forWritingTo: names[2])
      try process.run()
      process.waitUntilExit()
      let end = process.terminationReason == .exit ? ParserOutcome.End.exited(process.terminationStatus) : .killed
      return ParserOutcome(
        end, output: [UInt8](try Data(contentsOf: names[1])), errors: [UInt8](try Data(contentsOf: names[2])))
    } catch {
      return ParserOutcome(.killed)
    }
  }
}
