import Foundation

/// A real Chromium, driven by a Python with playwright; `CASEBOOK_PYTHON` names another one than `python3`.
package enum Browser {
  /// What `golden_queries.py` is asked.
  package struct Question: Encodable {
    package struct Index: Encodable {
      package var folder: String
      package var queries: [String]
      package var facetsOf: [String]

      package init(folder: String, queries: [String], facetsOf: [String]) {
        self.folder = folder
        self.queries = queries
        self.facetsOf = facetsOf
      }
    }

    package var texts: [String]
    package var indexes: [Index]

    package init(texts: [String], indexes: [Index]) {
      self.texts = texts
      self.indexes = indexes
    }
  }

  /// What it answers.
  package struct Answer: Decodable {
    package struct Terms: Codable, Hashable {
      package var sequence: [String]
      package var extra: [String]

      package init(sequence: [String], extra: [String]) {
        self.sequence = sequence
        self.extra = extra
      }
    }
    package struct Hit: Decodable, Hashable {
      package var id: String
      package var score: Int
      package var tier: String

      package init(id: String, score: Int, tier: String) {
        self.id = id
        self.score = score
        self.tier = tier
      }
    }
    package struct Found: Decodable {
      package var total: Int
      package var mode: String
      package var hits: [Hit]
    }
    package struct Value: Decodable, Hashable {
      package var name: String
      package var count: Int

      package init(name: String, count: Int) {
        self.name = name
        self.count = count
      }

      package init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        name = try pair.decode(String.self)
        count = try pair.decode(Int.self)
      }
    }
    package struct Index: Decodable {
      package var answers: [Found]
      package var facets: [[String: [Value]]]
    }

    package var analyzed: [Terms]
    package var indexes: [Index]
    /// What the browser had to say: errors, refused scripts.
    package var messages: [String]
    package var requests: [String]
  }

  package static let python = ProcessInfo.processInfo.environment["CASEBOOK_PYTHON"] ?? "python3"

  package static let isPresent: Bool = {
    let found =
      "import playwright, shutil, os, sys; sys.exit(not (os.environ.get('CASEBOOK_CHROMIUM') or shutil.which('chromium')))"
    return (try? run(["-c", found], input: Data()).status) == 0
  }()

  /// Opens a page from the disk and asks the engine in it.
  package static func ask(_ question: Question, page: String) throws -> Answer {
    let script = Repository.root + "/Tests/Scripts/golden_queries.py"
    let (status, output) = try run([script, page], input: JSONEncoder().encode(question))
    guard status == 0 else { throw Failure(status: status) }
    return try JSONDecoder().decode(Answer.self, from: output)
  }

  package struct Failure: Error { package var status: Int32 }

  private static func run(_ arguments: [String], input: Data) throws -> (status: Int32, output: Data) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: both ways may hold more than a pipe does.
    let question = folder.appendingPathComponent("question")
    let answer = folder.appendingPathComponent("answer")
    try input.write(to: question)
    try Data().write(to: answer)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardInput = try FileHandle(forReadingFrom: question)
    process.standardOutput = try FileHandle(forWritingTo: answer)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: answer))
  }
}
