/// The command with which a line of shell begins.
enum ShellCommand {
  /// Its name's place, prompt and `sudo` left out: `$ sudo netstat -tan` → `netstat`; `nil` where there is none.
  static func name(in text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var index = skipBlanks(text, line.lowerBound, line.upperBound)
    if index < line.upperBound, text[index] == UInt8(ascii: "$") || text[index] == UInt8(ascii: "#") {
      guard index + 1 < line.upperBound, text[index + 1] == 0x20 else { return nil }
      // `# a comment` is not told from a prompt by its sign: the name decides.
      index = skipBlanks(text, index + 1, line.upperBound)
    }
    var name = word(text, index, line.upperBound)
    if text[name].elementsEqual("sudo".utf8) {
      name = word(text, skipBlanks(text, name.upperBound, line.upperBound), line.upperBound)
    }
    guard !name.isEmpty else { return nil }
    // A name goes to the end of its word: not `netstat.sh`, `netstat=`, `netstat()`.
    guard
      name.upperBound == line.upperBound || [0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: ";")].contains(text[name.upperBound])
    else { return nil }
    return name
  }

  private static func skipBlanks(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  private static func word(_ text: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var index = start
    while index < end {
      switch text[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): index += 1
      default: return start..<index
      }
    }
    return start..<index
  }
}
