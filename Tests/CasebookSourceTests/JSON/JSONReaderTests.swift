import CasebookSource
import Testing

@Suite("JSON is read as RFC 8259 has it") struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  @Test("Values, with their places") func values() throws {
    let value = try read(#" {"a": [1, -2.5e1, true, null], "b": "x"} "#)
    guard case .object(let members) = value.kind else { throw JSONMistake("no object", at: 0) }
    #expect(value.range == 1..<41)
    #expect(members.map(\.key) == ["a", "b"])
    guard case .array(let elements) = members[0].value.kind else { throw JSONMistake("no list", at: 0) }
    #expect(elements.map(\.kind) == [.number(1), .number(-25), .boolean(true), .null])
    #expect(elements[1].range == 11..<17)
    #expect(members[1].value.kind == .string("x"))
  }

  @Test(
    "Escapes",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\uD83D\uDE00""#, "😀"),
      (#""é😀""#, "é😀"), (#""""#, ""),
    ])
  func escapes(text: String, expected: String) throws { #expect(try read(text).kind == .string(expected)) }

  @Test(
    "What is no JSON is named with its place",
    arguments: [
      ("", 0, "the text ends where a value must stand"), ("{\"a\": 1,}", 8, "a name in quotes must stand here"),
      ("[1,]", 3, "a value must stand here"), ("{\"a\": 1} x", 9, "nothing may follow the value"),
      ("{\"a\": 1, \"a\": 2}", 9, "the name 'a' stands twice in one object"),
      ("[1 2]", 3, "',' or ']' must follow an element"),
      ("01", 1, "nothing may follow the value"), ("1.", 2, "a digit must follow the point"),
      ("+1", 0, "a value must stand here"),
      ("1e999", 0, "the number is out of range"), ("nul", 0, "a value must stand here"),
      ("'a'", 0, "a value must stand here"),
      ("\"a", 0, "the text has no end"), ("\"a\nb\"", 2, "a control character must be escaped"),
      ("\"\\x\"", 1, "there is no such escape"), ("\"\\uD83D\"", 1, "half of a character stands alone"),
      ("\"\\u12G4\"", 1, "four hexadecimal digits must follow '\\u'"), ("// x", 0, "a value must stand here"),
      ("{\"a\" 1}", 5, "':' must follow a name"), ("NaN", 0, "a value must stand here"),
    ])
  func mistakes(text: String, offset: Int, message: String) {
    #expect(throws: JSONMistake(message, at: offset)) { try read(text) }
  }

  @Test("Bytes that are not UTF-8 are refused") func illFormed() {
    #expect(throws: JSONMistake("the text is not UTF-8", at: 0)) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test("Depth has a limit, and no list is too deep for the stack") func depth() throws {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try read(fits)
    #expect(throws: JSONMistake.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test("A mistake has a line and a column") func position() {
    let mistake = JSONMistake("x", at: 7)
    #expect(mistake.position(in: Array("{\n\"é\": x".utf8)) == Position(line: 2, column: 6))
  }

  @Test("Keys are asked for by shape") func object() throws {
    let object = try JSONObject(try read(#"{"name": "x", "count": 2, "none": null, "half": 0.5}"#))
    #expect(try object.string("name") == "x")
    #expect(try object.count("count") == 2)
    #expect(try object.string(ifPresent: "none") == nil)
    #expect(throws: JSONMistake("'half' must be a whole number, not a number", at: 48)) { try object.count("half") }
    #expect(throws: JSONMistake("'count' must be a text, not a number", at: 23)) { try object.string("count") }
    #expect(throws: JSONMistake("'other' is missing", at: 0)) { try object.string("other") }
    #expect(throws: JSONMistake("unknown key 'half'; did you mean 'hall'?", at: 40)) {
      try object.allow(["name", "count", "none", "hall"])
    }
  }
}
