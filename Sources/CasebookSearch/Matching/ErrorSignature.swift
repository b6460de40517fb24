/// Words that name a failure rather than describe it: `OSError`, `ENOSPC`, `SIGSEGV`, `OOMKilled`, `ORA-00060`.
enum ErrorSignature {
  /// Whether a word is one, told by its form.
  static func isOne(_ word: ArraySlice<UInt8>) -> Bool {
    let name = word.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    let last = word[(name.map { $0 + 1 } ?? word.startIndex)...]
    guard last.count >= 4, last.count <= Analyzer.longestTerm else { return false }
    return isException(last) || isConstant(last) || isCamelState(last) || isCode(last)
  }

  /// `NullPointerException`, `OSError`; not `Error` alone.
  private static func isException(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, isUpper(first) else { return false }
    for suffix: StaticString in ["Error", "Exception", "Fault", "Panic", "Timeout", "Killed", "Exceeded", "Refused"]
    where word.count > suffix.utf8CodeUnitCount {
      if suffix.withUTF8Buffer({ word.suffix($0.count).elementsEqual($0) }) { return true }
    }
    return false
  }

  /// `ENOSPC`, `SIGSEGV`, `ERR_CONNECTION_RESET`, `DEADLINE_EXCEEDED`; not `ERROR`, `WARN` or `INFO`.
  private static func isConstant(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.allSatisfy({ isUpper($0) || $0 == UInt8(ascii: "_") || $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    if word.contains(UInt8(ascii: "_")) { return word.contains(where: isUpper) }
    if word.starts(with: "SIG".utf8) { return word.count >= 6 && !word.starts(with: "SIGN".utf8) }
    return word.first == UInt8(ascii: "E") && word.count >= 5 && !word.starts(with: "ERROR".utf8)
      && !word.starts(with: "EVENT".utf8) && !word.starts(with: "END".utf8)
  }

  /// `CrashLoopBackOff`, `OOMKilled`: three capitals or more among small letters.
  private static func isCamelState(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, isUpper(first), word.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else {
      return false
    }
    let capitals = word.count(where: isUpper)
    return capitals >= 3 && capitals < word.count
  }

  /// `ORA-00060`, `TS2345`, `E0382`: capitals, then four digits or more.
  private static func isCode(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.prefix(while: isUpper)
    let rest = word.dropFirst(letters.count).drop { $0 == UInt8(ascii: "-") }
    return letters.count >= 1 && letters.count <= 6 && rest.count >= 4
      && rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
