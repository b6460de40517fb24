import Foundation
import TestSupport
import Testing

private let hasGit = (try? Sandbox().run("git --version").status) == 0

@Suite(
  "The patch of fix is what fix does", .enabled(if: Executable.exists, "SKIPPED: the executable is not built"),
  .enabled(if: hasGit, "SKIPPED: no git"))
struct FixPatchTests {
  /// Documents with something to mend, in all encodings that a file may have.
  private static let texts: [(name: String, bytes: [UInt8])] = {
    let text = "# A\n\n```markdown\n## Symptoms\n```sh\nls  \n```\n- slow\n```\n\ncaf√© ‚Üí r√©sum√© \n\n```\nx\n```"
    let crlf = text.replacing("\n", with: "\r\n")
    var all: [(String, [UInt8])] = [
      ("plain.md", Array(text.utf8)), ("windows.md", Array(crlf.utf8)),
      ("mark.md", [0xEF, 0xBB, 0xBF] + Array(crlf.utf8)),
      ("name with spaces é.md", Array((text + "\n").utf8)), ("empty.md", []),
      ("mixed.md", Array("a \r\nb \nc \r\rd ".utf8)),
    ]
    for folder in ["data/fences/annotated", "data/front-matter"] {
      for name in SharedData.files(in: folder, suffix: ".md") {
        all.append((name, SharedData.bytes("\(folder)/\(name)")))
      }
    }
    return all
  }()

  @Test(arguments: ["", " --style", " --style --unsafe"]) func gitAppliesItToTheSameBytes(_ options: String) throws {
    let sandbox = try Sandbox()
    _ = try sandbox.run("rm -r content; mkdir -p content patched/content && git -C patched init -q")
    for (name, bytes) in Self.texts {
      for folder in ["content", "patched/content"] {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(sandbox.folder)/\(folder)/\(name)"))
      }
    }
    let patch = try sandbox.run("casebook fix --diff\(options) content > patch")
    #expect(patch.status == 1, "\(patch.output)")
    let applied = try sandbox.run("git -C patched -c core.autocrlf=false apply --whitespace=nowarn ../patch")
    #expect(applied.status == 0, "\(applied.output)")
    let written = try sandbox.run("casebook fix --write\(options) content")
    #expect(written.status == 0, "\(written.output)")
    let difference = try sandbox.run("diff -r content patched/content")
    #expect(difference.status == 0, "\(difference.output)")
    let again = try sandbox.run("casebook fix --write\(options) content")
    #expect(again.output.contains("nothing to mend"), "\(again.output)")
  }
}
