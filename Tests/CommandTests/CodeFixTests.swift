import Foundation
import TestSupport
import Testing

@Suite("Fixes of code are offered with --unsafe alone")
struct CodeFixTests {
  private static let hasPython = (try? Sandbox().run("python3 -c 'import sys'").status) == 0

  private static let text = """
    # Cache grows

    **Problem**: memory grows

    ### 1. Root cause

    Nothing evicts.

    ### 2. Fix

    ```python
    items = OrderedDict()
    since = time.time()
    ```

    """

  @Test(.enabled(if: Executable.exists && hasPython, "SKIPPED: needs python3")) func importsAreAdded() throws {
    let sandbox = try Sandbox()
    try Data(Self.text.utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/case.md"))
    #expect(try sandbox.run("casebook fix case.md").output == "nothing to mend in 1 file\n")
    let written = try sandbox.run("casebook fix case.md --unsafe --write")
    #expect(written.status == 0, "\(written.output)")
    let fixed = try String(contentsOfFile: sandbox.folder + "/case.md", encoding: .utf8)
    #expect(
      fixed
        == Self.text.replacing(
          "items = ", with: "import time\nfrom collections import OrderedDict\nitems = "))
    let again = try sandbox.run("casebook validate case.md --format short").output
    #expect(!again.contains("CB203"), "\(again)")
    #expect(try sandbox.run("casebook fix case.md --unsafe").output == "nothing to mend in 1 file\n")
    #expect(try sandbox.run("casebook fix case.md --unsafe --select CB001").output == "nothing to mend in 1 file\n")
  }
}
