/// What a program with values behind `// →` is compiled with, and how its answers are read.
///
/// The program tells each value on standard error, as a line with a word of its own; what came out is compared here, so that a
/// block that prints whatever it likes can't be taken for an answer.
package enum DoctestSupport {
  /// The source that stands beside `main.swift`: nothing is imported, since that would take longer than the block.
  ///
  /// A `print` of its own remembers the text, so that `print(total) // → 3` can be compared as well.
  package static func source(mark: String) -> [UInt8] {
    Array(
      """
      nonisolated(unsafe) private var printed = ""

      @_silgen_name("write")
      private func write(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int

      func print(_ items: Any..., separator: String = " ", terminator: String = "\\n") {
        printed = items.map { "\\($0)" }.joined(separator: separator)
        Swift.print(printed, terminator: terminator)
      }

      func \(ExpectedValue.function)<Value>(_ number: Int, _ value: Value) {
        let texts = value is Void ? [printed] : [String(describing: value), String(reflecting: value)]
        let line = "\(mark) \\(number)" + texts.map { "\\t" + escaped($0) }.joined() + "\\n"
        let bytes = Array(line.utf8)
        var start = 0
        while start < bytes.count {
          let count = bytes[start...].withUnsafeBufferPointer { $0.baseAddress.map { write(2, $0, bytes.count - start) } ?? 0 }
          if count <= 0 { break }
          start += count
        }
      }

      private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(2_000) {
          switch scalar {
          case "\\n": result += "\\\\n"
          case "\\t": result += "\\\\t"
          case "\\\\": result += "\\\\\\\\"
          default: result.unicodeScalars.append(scalar)
          }
        }
        return result
      }

      """.utf8)
  }

  /// A word that begins an answer of this program and of no other.
  package static func mark(of program: DoctestProgram) -> String { "casebook:" + program.digest.prefix(16) }

  /// The first answer to each value that is not what the document says, and the values that were reached.
  struct Answers {
    var reached: Set<Int> = []
    var wrong: [Int: String] = [:]
    /// What else was written on standard error.
    var rest: [UInt8] = []

    init(_ errors: [UInt8], mark: String, values: [DoctestProgram.Value]) {
      for line in errors.split(separator: 0x0A, omittingEmptySubsequences: false) {
        guard line.starts(with: mark.utf8), line.dropFirst(mark.utf8.count).first == 0x20 else {
          rest += line + [0x0A]
          continue
        }
        let parts = line.dropFirst(mark.utf8.count + 1).split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        guard let first = parts.first, let number = Int(first), number > 0, number <= values.count else { continue }
        reached.insert(number)
        let texts = parts.dropFirst()
        if !texts.contains(values[number - 1].text), wrong[number] == nil {
          wrong[number] = texts.last ?? ""
        }
      }
      while rest.last == 0x0A { rest.removeLast() }
    }
  }
}
