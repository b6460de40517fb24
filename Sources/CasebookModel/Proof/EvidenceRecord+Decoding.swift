package import CasebookSource

extension EvidenceRecord {
  /// Reads a committed record; what the schema does not allow is a mistake.
  package init(decoding bytes: [UInt8]) throws(JSONMistake) {
    let object = try JSONObject(try JSONReader.read(bytes), "an evidence record")
    try object.allow([
      "schema", "protocol", "check", "case", "checkDigest", "fidelity", "strength", "seed", "covers", "dependsOn",
      "variants", "claims", "verdict", "reason",
    ])
    try object.expect("schema", Self.schema)
    try object.expect("protocol", Self.protocolName)
    self.init(
      check: try object.string("check"), caseID: try object.string("case"),
      checkDigest: try object.digest("checkDigest"), verdict: try object.choice("verdict"))
    fidelity = try object.choice(ifPresent: "fidelity")
    strength = try object.choice(ifPresent: "strength")
    seed = object["seed"] == nil ? nil : try object.count("seed")
    reason = try object.string(ifPresent: "reason")
    for value in try object.array("covers") { covers.append(try Cover(value)) }
    let depends = try JSONObject(try object.required("dependsOn"), "'dependsOn'")
    for entry in depends.entries {
      dependsOn.append(Dependency(name: entry.key, version: try depends.string(entry.key)))
    }
    for value in try object.array("variants") { variants.append(try Variant(value)) }
    for value in try object.array("claims") { claims.append(try Claim(value)) }
  }
}

extension EvidenceRecord.Cover {
  fileprivate init(_ value: JSONValue) throws(JSONMistake) {
    let object = try JSONObject(value, "an element of 'covers'")
    try object.allow(["block", "variant", "digest", "code"])
    self.init(
      block: try object.string("block"), variant: try object.string("variant"), digest: try object.digest("digest"),
      code: try object.string("code"))
  }
}

extension EvidenceRecord.Claim {
  /// Reads a claim of a record or of a verdict event.
  init(_ value: JSONValue) throws(JSONMistake) {
    let object = try JSONObject(value, "a claim")
    self.init(
      text: try object.string("text"), fix: try object.string("fix"), holds: try object.boolean("holds"),
      failsWhenSwapped: try object.boolean("failsWhenSwapped"))
  }
}

extension EvidenceRecord.Variant {
  fileprivate init(_ value: JSONValue) throws(JSONMistake) {
    let object = try JSONObject(value, "a variant")
    try object.allow(["name", "role", "expect", "exit", "detail", "metrics", "series", "witness", "graphs"])
    self.init(
      name: try object.string("name"), role: try object.choice("role"),
      expect: try object.choice(ifPresent: "expect") ?? .proved, exit: try object.choice("exit"))
    detail = try object.string(ifPresent: "detail")
    for value in try object.array("metrics") { metrics.append(try .init(try JSONObject(value, "a metric"))) }
    for value in try object.array(ifPresent: "series") { series.append(try .init(try JSONObject(value, "a series"))) }
    if let value = object["witness"] { witness = try .init(try JSONObject(value, "a witness")) }
    for value in try object.array(ifPresent: "graphs") { graphs.append(try .init(try JSONObject(value, "a graph"))) }
  }
}

extension EvidenceRecord.Metric {
  /// Reads a metric of a record or of an event.
  init(_ object: JSONObject) throws(JSONMistake) {
    self.init(
      name: try object.string("name"), value: try object.number(ifPresent: "value"), unit: try object.string("unit"),
      stability: try object.choice("stability"), documentValue: try object.string(ifPresent: "documentValue"))
    if let value = object["bound"] {
      let limit = try JSONObject(value, "'bound'")
      let op = try limit.string("op")
      guard ["<", "<=", ">", ">="].contains(op) else {
        throw JSONMistake("'op' must be one of <, <=, >, >=; it is '\(op)'", at: value.range.lowerBound)
      }
      bound = .init(op: op, value: try limit.number("value"))
    }
    switch stability {
    case .exact, .advisory:
      if value == nil { throw JSONMistake("metric '\(name)' has no value", at: object.value.range.lowerBound) }
    case .bounded:
      if bound == nil { throw JSONMistake("bounded metric '\(name)' has no bound", at: object.value.range.lowerBound) }
    }
  }
}

extension EvidenceRecord.Series {
  /// Reads a series of a record or of an event.
  init(_ object: JSONObject) throws(JSONMistake) {
    self.init(
      name: try object.string("name"), x: try object.string("x"), y: try object.string("y"),
      stability: try object.choice("stability"), points: [])
    for value in try object.array("points") {
      guard case .array(let pair) = value.kind, pair.count == 2, case .number(let x) = pair[0].kind,
        case .number(let y) = pair[1].kind
      else { throw JSONMistake("a point must be a list of two numbers", at: value.range.lowerBound) }
      guard points.count < Self.maximumPoints else {
        throw JSONMistake("a series has at most \(Self.maximumPoints) points", at: value.range.lowerBound)
      }
      points.append(.init(x: x, y: y))
    }
  }
}

extension EvidenceRecord.Witness {
  /// Reads a witness of a record or of an event.
  init(_ object: JSONObject) throws(JSONMistake) {
    self.init(lanes: try object.strings(ifPresent: "lanes"), events: [], outcome: try object.string("outcome"))
    guard !lanes.isEmpty else {
      throw JSONMistake("a witness has at least one lane", at: object.value.range.lowerBound)
    }
    for value in try object.array("events") {
      let event = try JSONObject(value, "an event of the witness")
      let lane = try event.count("lane")
      guard lane < lanes.count else {
        throw JSONMistake("there is no lane \(lane); the witness has \(lanes.count)", at: value.range.lowerBound)
      }
      events.append(
        .init(lane: lane, text: try event.string("text"), state: try event.string(ifPresent: "state")))
    }
  }
}

extension EvidenceRecord.Graph {
  fileprivate init(_ object: JSONObject) throws(JSONMistake) {
    try object.allow(["name", "edges"])
    self.init(name: try object.string("name"), edges: [])
    for value in try object.array("edges") {
      let edge = try JSONObject(value, "an edge")
      try edge.allow(["from", "relation", "to"])
      guard edges.count < Self.maximumEdges else {
        throw JSONMistake("a graph has at most \(Self.maximumEdges) edges", at: value.range.lowerBound)
      }
      edges.append(try Edge(edge))
    }
  }
}

extension EvidenceRecord.Graph.Edge {
  /// Reads an edge of a record or of an event.
  init(_ object: JSONObject) throws(JSONMistake) {
    self.init(
      from: try object.string("from"), relation: try object.string("relation"), to: try object.string("to"))
  }
}

extension JSONObject {
  /// A key with one possible value.
  func expect(_ key: String, _ wanted: String) throws(JSONMistake) {
    let found = try string(key)
    guard found == wanted else {
      throw JSONMistake(
        "'\(key)' must be '\(wanted)'; it is '\(found)'", at: try required(key).range.lowerBound)
    }
  }

  /// `sha256:` and 64 digits.
  func digest(_ key: String) throws(JSONMistake) -> String {
    let text = try string(key)
    let digits = text.utf8.dropFirst(7)
    let isWhole =
      text.hasPrefix("sha256:") && digits.count == 64
      && digits.allSatisfy {
        $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")
      }
    guard isWhole else {
      throw JSONMistake(
        "'\(key)' must be sha256: and 64 hexadecimal digits", at: try required(key).range.lowerBound)
    }
    return text
  }
}
