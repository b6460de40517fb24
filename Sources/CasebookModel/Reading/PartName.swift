/// A part of a case, told from its heading: `### Prevention Checklist` → prevention.
enum PartName: Hashable {
  case problem, symptoms, investigation, prevention

  /// Reads a heading's text; headings of steps and of anything else give `nil`.
  init?(_ heading: TextSlice) {
    var name = heading.withoutTrailingMarks()
    if let number = name.number(at: 0), let mark = name.byte(number.length), mark == 0x2E || mark == 0x29 {
      name = name.dropping(number.length + 1)
    }
    guard let first = name.byte(0), Self.firstLetters.contains(first.lowered) else { return nil }
    // `Symptoms – how it shows`: the name ends where its explanation begins.
    if let end = Self.explanation(name) { name.range = name.range.lowerBound..<end }
    guard name.range.count <= 48 else { return nil }
    switch first.lowered {
    case UInt8(ascii: "p"):
      if name.beginsWithWord("prevention") || name.beginsWithWord("preventive") {
        self = .prevention
      } else if name.equals("problem") || name.equals("problem statement") || name.equals("problem description") {
        self = .problem
      } else {
        return nil
      }
    case UInt8(ascii: "s"):
      if name.beginsWithWord("symptoms") || name.beginsWithWord("symptom") {
        self = .symptoms
      } else if name.equals("steps") {
        self = .investigation
      } else {
        return nil
      }
    case UInt8(ascii: "o"):
      guard name.equals("observed symptoms") else { return nil }
      self = .symptoms
    case UInt8(ascii: "c"), UInt8(ascii: "a"):
      guard name.equals("common symptoms") || name.equals("action items") || name.equals("checks") else { return nil }
      self = name.equals("common symptoms") ? .symptoms : name.equals("checks") ? .investigation : .prevention
    case UInt8(ascii: "i"):
      guard Self.isActivity(name, "investigation") else { return nil }
      self = .investigation
    case UInt8(ascii: "d"):
      guard
        Self.isActivity(name, "debugging") || Self.isActivity(name, "diagnosis") || Self.isActivity(name, "diagnostic")
          || name.equals("diagnostics")
      else { return nil }
      self = .investigation
    case UInt8(ascii: "t"):
      if name.equals("the problem") {
        self = .problem
      } else if Self.isActivity(name, "troubleshooting") || name.equals("troubleshoot") {
        self = .investigation
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// With which names of parts begin: most headings are told apart by it.
  private static let firstLetters: [UInt8] = Array("psocaidt".utf8)

  /// Where a name ends that goes on behind a colon or a dash.
  private static func explanation(_ name: TextSlice) -> Int? {
    for index in name.range.dropFirst() {
      let byte = name.bytes[index]
      let isDash = byte == UInt8(ascii: "-") || byte == 0xE2 && name.bytes[index + 1] == 0x80
      if byte == UInt8(ascii: ":") || isDash && name.bytes[index - 1] == 0x20 {
        return byte == UInt8(ascii: ":") ? index : index - 1
      }
    }
    return nil
  }

  /// The word alone, or with what is done in it: `Investigation`, `Debugging steps`.
  private static func isActivity(_ name: TextSlice, _ word: StaticString) -> Bool {
    guard name.beginsWithWord(word) else { return false }
    let rest = name.dropping(word.utf8CodeUnitCount)
    return rest.isEmpty || rest.equals("steps") || rest.equals("process") || rest.equals("log")
      || rest.equals("session")
  }
}
