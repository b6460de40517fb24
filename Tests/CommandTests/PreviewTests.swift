import Foundation
import TestSupport
import Testing

@Suite("The preview", .enabled(if: Executable.exists, "SKIPPED: the executable is not built")) struct PreviewTests {
  @Test("answers its own pages only, leaks nothing, and follows every edit") func preview() throws {
    let sandbox = try Sandbox()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let script = Repository.root + "/Tests/Scripts/check_preview.py"
    let result = try sandbox.run("python3 '\(script)' casebook .", environment: ["PATH": "\(sandbox.tools):\(path)"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("\n0 faults\n"), "\(result.output)")
  }
}
