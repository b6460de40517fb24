/// A part of a case, told from its heading: `### Prevention Checklist` → prevention.
enum PartName: Hashable {
  case problem, symptoms, investigation, prevention

  /// Reads a heading's text; headings of steps and of anything else give `nil`.
  init?(_ heading: TextSlice) {
    var name = heading.withoutTrailingMarks()
    if let number = name.number(at: 0), let mark = name.byte(number.length), mark == 0x2E || mark == 0x29 {
      name = name.dropping(number.length + 1)
    }
    guard name.range.count <= 48, let first = name.byte(0) else { return nil }
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
      } else if Self.isActivity(name, "troubleshooting") {
        self = .investigation
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// The word alone, or with what is done in it: `Investigation`, `Debugging steps`.
  private static func isActivity(_ name: TextSlice, _ word: StaticString) -> Bool {
    guard name.beginsWithWord(word) else { return false }
    let rest = name.dropping(word.utf8CodeUnitCount)
    return rest.isEmpty || rest.equals("steps") || rest.equals("process") || rest.equals("log")
      || rest.equals("session")
  }
}
