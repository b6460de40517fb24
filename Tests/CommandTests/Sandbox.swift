import Foundation
import TestSupport

/// The built executable: it lies beside the test bundle.
enum Executable {
  static let folder: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: own).deletingLastPathComponent().path
  }()

  static var path: String { folder + "/casebook" }
  static var exists: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// A folder of its own with the repository's content in it, removed at the end.
///
/// Without `allContent` it holds the original document alone, so that a new case changes no transcript.
final class Sandbox {
  private static let original = "content/debugging-examples.md"
  private static let settings = """
    # Settings of a sandbox that holds the original alone.
    title: Casebook

    profile:
      content/debugging-examples.md: archive

    """

  let folder: String
  let tools: String

  init(allContent: Bool = false) throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)").path
    folder = base + "/base"
    tools = base + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    if !allContent {
      try FileManager.default.createDirectory(atPath: folder + "/content", withIntermediateDirectories: true)
    }
    for name in allContent ? ["content", "templates", "casebook.yml"] : [Self.original, "templates"]
    where FileManager.default.fileExists(atPath: Repository.root + "/" + name) {
      try FileManager.default.copyItem(atPath: Repository.root + "/" + name, toPath: folder + "/" + name)
    }
    if !allContent { try Data(Self.settings.utf8).write(to: URL(fileURLWithPath: folder + "/casebook.yml")) }
    try FileManager.default.createSymbolicLink(atPath: tools + "/casebook", withDestinationPath: Executable.path)
    try write(tools + "/unprivileged", Self.unprivileged)
    try write(tools + "/catalogue", FakeCatalogue.script)
  }

  deinit { try? FileManager.default.removeItem(atPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path) }

  /// Runs a command without the power of root to read what nobody may read.
  private static let unprivileged = """
    #!/bin/sh
    [ "$(id -u)" != 0 ] || exec setpriv --bounding-set=-dac_override,-dac_read_search "$@"
    exec "$@"
    """

  private func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Runs a line of shell: standard output and error as one text, as a terminal shows them.
  func run(_ line: String, environment: [String: String] = [:]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let fixed = [
      "PATH": "\(tools):/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TERM": "dumb",
      // The day that rules about dates take for today.
      "SOURCE_DATE_EPOCH": "1771200000", "SWIFT_BACKTRACE": "enable=no",
    ]
    process.environment = fixed.merging(environment) { _, new in new }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal ? 128 : Int32(0)
    return (String(decoding: data, as: UTF8.self), signal + process.terminationStatus)
  }
}
