import CasebookModel
import CasebookSource
import Glibc

/// `swiftc` as it is found on the search path, and what it is asked to do.
struct SwiftCompiler {
  /// Seconds that a block, or the joining of all blocks, may take.
  private static let limit = 60

  let path: String
  /// Names this very compiler: a result of another is worth nothing.
  let identity: String

  /// `nil` where there is none.
  init?(searchPath: String = ProgramSearch.path) {
    guard let found = ProgramSearch.find("swiftc", path: searchPath) else { return nil }
    path = found
    let real = Paths.real(found) ?? found
    let stamps = [real, Paths.join(Paths.parent(real), "swift-frontend")].map { file in
      var status = stat()
      guard stat(file, &status) == 0 else { return "-" }
      return "\(file) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
    identity = SHA256.hexDigest(stamps.joined(separator: "\n").utf8)
  }

  /// The name of the function by which a program begins, one of many in an executable.
  static func entry(_ number: Int) -> String { "casebook_doctest_\(number)" }

  static func object(_ number: Int) -> String { "\(number).o" }

  /// Compiles one text, `N/main.swift`, into the object `N.o`.
  func compilation(of number: Int, hasSupport: Bool, in folder: String) -> ChildProcess {
    var arguments = [
      "-frontend", "-c", "-Onone", "-suppress-warnings", "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-module-name", "Doctest\(number)", "-entry-point-function-name", Self.entry(number), "\(number)/main.swift",
    ]
    if hasSupport { arguments.append("\(number)/support.swift") }
    return child(arguments + ["-o", Self.object(number)], folder)
  }

  /// Joins objects to one executable, which is told by its argument which of them to be.
  func link(_ numbers: [Int], main: String, to name: String, in folder: String) -> ChildProcess {
    child(["-parse-as-library", "-suppress-warnings", main] + numbers.map(Self.object) + ["-o", name], folder)
  }

  /// The source of the executable's beginning: output is written at once, so that a trap loses none.
  static func main(_ numbers: [Int]) -> [UInt8] {
    var text = "import Glibc\n\n"
    for number in numbers {
      text += """
        @_silgen_name("\(entry(number))")
        func \(entry(number))(_: Int32, _: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32

        """
    }
    text += "\n@main struct Doctests {\n  static func main() {\n    setvbuf(stdout, nil, _IONBF, 0)\n"
    text += "    switch CommandLine.arguments.last {\n"
    for number in numbers {
      text += "    case \"\(number)\": exit(\(entry(number))(CommandLine.argc, CommandLine.unsafeArgv))\n"
    }
    return Array((text + "    default: exit(2)\n    }\n  }\n}\n").utf8)
  }

  private func child(_ arguments: [String], _ folder: String) -> ChildProcess {
    var child = ChildProcess(program: path, arguments: arguments, folder: folder)
    let home = Environment.value("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? folder
    child.environment = ["PATH=\(ProgramSearch.path)", "LC_ALL=C", "TZ=UTC", "HOME=\(home)", "TMPDIR=\(folder)"]
    child.limits.seconds = Self.limit
    child.limits.output = 8 << 20
    child.limits.fileSize = 512 << 20
    child.limits.memory = 16 << 30
    return child
  }
}
