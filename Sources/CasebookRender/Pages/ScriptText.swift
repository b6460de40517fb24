/// A script of ours as it is sent: a third smaller once compressed, and still a line a line.
enum ScriptText {
  /// Drops indentation, empty lines, and lines that are all comment; no text of a script may hold such a line.
  static func packed(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    for line in script.split(separator: 0x0A) {
      let line = line.drop { $0 == 0x20 }
      if line.isEmpty || line.starts(with: "//".utf8) || line.starts(with: "/*".utf8) { continue }
      result += line
      result.append(0x0A)
    }
    return result
  }
}
