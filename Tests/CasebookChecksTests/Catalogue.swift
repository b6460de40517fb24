import Foundation

/// A program of checks beside the test bundle, spoken to as `casebook check` does.
struct Catalogue {
  /// A line of an answer, by its keys.
  typealias Line = [String: Any]

  let path: String

  init(_ name: String) {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    path = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/" + name
  }

  /// Sends requests and gives all lines of the answer.
  func ask(_ requests: String...) throws -> [Line] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(Data((requests.joined(separator: "\n") + "\n").utf8))
    try input.fileHandleForWriting.close()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try String(decoding: answer, as: UTF8.self).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Line ?? [:]
    }
  }

  func run(_ id: String) throws -> [Line] { try ask("{\"op\":\"run\",\"id\":\"\(id)\"}") }
}

extension [Catalogue.Line] {
  /// Lines of one kind.
  func of(_ event: String) -> [Catalogue.Line] { filter { $0["event"] as? String == event } }
  var verdict: String? { of("verdict").first?["verdict"] as? String }
  var reason: String { of("verdict").first?["reason"] as? String ?? "" }
}
