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
    case UInt8(ascii: "p") where Self.isPrevention(name): self = .prevention
    case UInt8(ascii: "p") where Self.problems.contains(where: name.equals): self = .problem
    case UInt8(ascii: "t") where name.equals("the problem"): self = .problem
    case UInt8(ascii: "s") where name.beginsWithWord("symptoms") || name.beginsWithWord("symptom"): self = .symptoms
    case UInt8(ascii: "o") where name.equals("observed symptoms"): self = .symptoms
    case UInt8(ascii: "i"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "s"):
      guard Self.investigations.contains(where: name.equals) else { return nil }
      self = .investigation
    default: return nil
    }
  }

  private static func isPrevention(_ name: TextSlice) -> Bool {
    name.beginsWithWord("prevention") || name.beginsWithWord("preventive") || name.equals("preventing recurrence")
  }

  private static let problems: [StaticString] = ["problem", "problem statement", "problem description"]

  private static let investigations: [StaticString] = [
    "investigation", "investigation steps", "investigation process", "investigation log", "diagnosis",
    "diagnosis steps", "diagnostics", "diagnostic steps", "debugging", "debugging steps", "debugging session",
    "troubleshooting", "troubleshooting steps", "steps",
  ]
}
