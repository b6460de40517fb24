import Foundation
import TestSupport
import Testing

/// Files that are tables of data: their length is their content's.
private let dataFiles: Set<String> = []

private func lines(_ file: String) -> [Substring] {
  Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
}

@Suite("Sources stay small, documented and without traps") struct SourceShapeTests {
  private let files = Repository.files(below: "Sources", suffix: ".swift")

  private func isData(_ file: String) -> Bool {
    dataFiles.contains(file) || Repository.text(file).contains("// Data: ")
  }

  @Test func filesAreShort() {
    let lengths = files.filter { !isData($0) }.map { (file: $0, count: lines($0).count) }
    #expect(!lengths.isEmpty)
    for (file, count) in lengths { #expect(count <= 401, "\(file) has \(count) lines; is it one idea?") }
    let sorted = lengths.map(\.count).sorted()
    #expect(sorted[sorted.count / 2] <= 120, "median \(sorted[sorted.count / 2])")
    #expect(sorted[sorted.count * 9 / 10] <= 300, "nine in ten under \(sorted[sorted.count * 9 / 10])")
  }

  @Test("every type says in one sentence what it is") func typesAreDocumented() {
    let kinds = ["struct ", "enum ", "class ", "protocol ", "actor "]
    for file in files {
      let text = lines(file)
      for (index, line) in text.enumerated() where index > 0 {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.hasPrefix("package ") || trimmed.hasPrefix("public "),
          kinds.contains(where: { trimmed.drop { $0 != " " }.dropFirst().hasPrefix($0) })
        else { continue }
        var above = index - 1
        while above > 0, text[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        #expect(text[above].contains("///"), "\(file):\(index + 1): \(trimmed) has no abstract")
      }
    }
  }

  @Test("no trap that input could reach") func noTraps() {
    let traps = ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafelyUnwrapped", "@unchecked Sendable"]
    for file in files {
      for (index, line) in lines(file).enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for trap in traps where line.contains(trap) {
          #expect(line.contains("// Safe: "), "\(file):\(index + 1) holds \(trap) without a reason")
        }
      }
    }
  }

  @Test("no path of the machine it was written on") func noMachinePaths() {
    let marks = ["/" + "work/", "bash_" + "jobs", "/.lib" + "rary/"]
    for file in files + Repository.files(below: "Tests") + ["README.md", "Makefile", ".ci/run", "CONTRIBUTING.md"] {
      let text = Repository.text(file)
      for mark in marks { #expect(!text.contains(mark), "\(file) names \(mark)") }
    }
  }

  @Test func theOriginalIsByteForByte() {
    // FNV-1a, 64 bits, over content/debugging-examples.md: 6,363 bytes that nobody may touch.
    let bytes = Repository.bytes("content/debugging-examples.md")
    #expect(bytes.count == 6_363)
    let digest = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    #expect(String(digest, radix: 16) == "fe71c5ca2ab8f209")
  }
}
