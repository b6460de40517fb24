/// Messages for what YAML allows and these files do not.
extension YAMLProblem {
  typealias Token = (text: String, range: Range<Int>)

  static func alias(_ token: Token, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .alias, range: token.range,
      message: "an alias may not stand here; found \(token.text), write the value out",
      explanation: "Aliases can make a few lines expand without end, so none is followed. "
        + "Write the value again, or put it in quotes if the * belongs to a text.",
      mend: mend)
  }

  static func anchor(_ token: Token, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .anchor, range: token.range,
      message: "an anchor may not stand here; found \(token.text), leave it out",
      explanation: "An anchor names a value for aliases, and aliases are refused since they can expand without end. "
        + "Put the value in quotes if the & belongs to a text.",
      mend: mend)
  }

  static func tag(_ token: Token, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .tag, range: token.range,
      message: "a tag may not stand here; found \(token.text), leave it out",
      explanation: "Tags tell a program what to make of a value; here each key says that itself, and nothing is ever "
        + "constructed. Put the value in quotes if the ! belongs to a text.",
      mend: mend)
  }

  static func directive(_ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .directive, range: range, message: "a directive may not stand here; delete the line that begins with %",
      explanation: "%YAML and %TAG change how the rest is read; it is read in one way only.")
  }

  static func document(_ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .document, range: range, message: "only one YAML document may stand here; a second begins with ---",
      explanation: "All keys belong into one mapping; what follows would be lost to most tools.")
  }

  static func duplicate(_ key: String, _ range: Range<Int>, first: Range<Int>?) -> YAMLProblem {
    YAMLProblem(
      kind: .duplicate, range: range, message: "a key may be given only once; found \(key) again",
      explanation: "Readers of YAML differ in which of the two they take, so one of them would be lost unseen. "
        + "Keys are compared as text: 1 and \"1\" are equal.",
      notes: first.map { [Note(message: "the first \(key) is here", range: $0)] } ?? [])
  }

  static func emptyKey(_ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(kind: .key, range: range, message: "a key may not be empty; write \"key: value\"")
  }

  static func keyIsNoText(_ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .key, range: range, message: "a key must be a text; found \(found)",
      explanation:
        "A list or mapping as a key has no name to be asked for. Two braces, as in {{ name }}, are a mapping "
        + "inside a mapping to YAML: put such a value in quotes.",
      mend: mend)
  }

  static func root(found: String, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .root, range: range, message: "keys and values must stand here, \"key: value\"; found \(found)",
      explanation: "The facts of a file are looked up by key, so the whole has to be a mapping.")
  }

  static func deep(_ limit: Int, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .deep, range: range, message: "lists and mappings may lie at most \(limit) deep",
      explanation: "Deeper nesting is never written by people, and costs a YAML parser quadratic time.")
  }

  static func many(_ limit: Int, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .many, range: range, message: "there may be at most \(limit) keys, values, lists and ends of lists",
      explanation: "The limit bounds what reading one file can cost. Move data into a file of its own.")
  }

  static func size(_ limit: Int, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .size, range: range, message: "there may be at most \(limit) bytes of YAML here",
      explanation: "The limit bounds what reading one file can cost. Move data into a file of its own.")
  }

  static func encoding(_ likely: String, offset: Int, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .encoding, range: range,
      message: "the text must be UTF-8; the byte at offset \(offset) is not, it looks like \(likely)",
      explanation: "Save the file as UTF-8. Guessing would put wrong characters into the value.")
  }

  /// A remark: the value is kept.
  static func control(_ code: UInt32, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .control, range: range,
      message: "a value should hold no invisible control characters; found \(SpoofingCharacter.name(code))",
      explanation: "Such a character makes a text look other than it is, or steers the terminal it is printed on.")
  }
}
