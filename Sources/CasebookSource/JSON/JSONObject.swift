/// An object whose keys are asked for by name and shape; what is missing or of another shape is a mistake with its place.
package struct JSONObject: Sendable {
  package let value: JSONValue
  private let members: [JSONMember]

  /// Takes a value that must be an object.
  package init(_ value: JSONValue, _ name: String = "the value") throws(JSONMistake) {
    guard case .object(let members) = value.kind else {
      throw JSONMistake("\(name) must be an object, not \(value.noun)", at: value.range.lowerBound)
    }
    self.value = value
    self.members = members
  }

  /// The value of a key; `null` is none.
  package subscript(key: String) -> JSONValue? { members.first { $0.key == key && $0.value.kind != .null }?.value }

  /// Keys and values, as written.
  package var entries: [JSONMember] { members }

  /// Refuses keys beside the known ones.
  package func allow(_ keys: [String]) throws(JSONMistake) {
    for member in members where !keys.contains(member.key) {
      throw JSONMistake(
        "unknown key '\(member.key)'\(DidYouMean.hint(for: member.key, among: keys))", at: member.keyRange.lowerBound)
    }
  }

  package func string(_ key: String) throws(JSONMistake) -> String {
    let value = try required(key)
    guard case .string(let text) = value.kind else { throw wrong(key, "a text", value) }
    return text
  }

  package func string(ifPresent key: String) throws(JSONMistake) -> String? {
    self[key] == nil ? nil : try string(key)
  }

  package func number(_ key: String) throws(JSONMistake) -> Double {
    let value = try required(key)
    guard case .number(let number) = value.kind else { throw wrong(key, "a number", value) }
    return number
  }

  package func number(ifPresent key: String) throws(JSONMistake) -> Double? {
    self[key] == nil ? nil : try number(key)
  }

  /// A whole number from 0 on.
  package func count(_ key: String) throws(JSONMistake) -> Int {
    let value = try required(key)
    guard case .number(let number) = value.kind, number >= 0, number < 0x1p53, number == number.rounded() else {
      throw wrong(key, "a whole number", value)
    }
    return Int(number)
  }

  package func boolean(_ key: String) throws(JSONMistake) -> Bool {
    let value = try required(key)
    guard case .boolean(let truth) = value.kind else { throw wrong(key, "true or false", value) }
    return truth
  }

  package func array(_ key: String) throws(JSONMistake) -> [JSONValue] {
    let value = try required(key)
    guard case .array(let elements) = value.kind else { throw wrong(key, "a list", value) }
    return elements
  }

  package func array(ifPresent key: String) throws(JSONMistake) -> [JSONValue] {
    self[key] == nil ? [] : try array(key)
  }

  package func strings(ifPresent key: String) throws(JSONMistake) -> [String] {
    var texts: [String] = []
    for element in try array(ifPresent: key) {
      guard case .string(let text) = element.kind else { throw wrong(key, "a list of texts", element) }
      texts.append(text)
    }
    return texts
  }

  /// One of the names of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) throws(JSONMistake) -> Choice where Choice.RawValue == String {
    let text = try string(key)
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw JSONMistake("'\(key)' must be one of \(names); it is '\(text)'", at: try required(key).range.lowerBound)
    }
    return choice
  }

  package func choice<Choice: RawRepresentable & CaseIterable>(
    ifPresent key: String, _ type: Choice.Type = Choice.self
  ) throws(JSONMistake) -> Choice? where Choice.RawValue == String {
    self[key] == nil ? nil : try choice(key, type)
  }

  /// The value of a key that must be there.
  package func required(_ key: String) throws(JSONMistake) -> JSONValue {
    guard let value = self[key] else { throw JSONMistake("'\(key)' is missing", at: value.range.lowerBound) }
    return value
  }

  private func wrong(_ key: String, _ wanted: String, _ value: JSONValue) -> JSONMistake {
    JSONMistake("'\(key)' must be \(wanted), not \(value.noun)", at: value.range.lowerBound)
  }
}
