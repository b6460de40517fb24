/// Reads what the script prints: a record a line, fields parted by tabs, `B n` and `E n` round each block.
///
/// Names and numbers need no quoting, so this is read in one pass at a tenth of what JSON would cost on either side.
struct PythonAnswers {
  /// Whether the script ran at all, and whether Python is new enough for it.
  private(set) var hasStarted = false
  private(set) var isTooOld = false
  private var version = ""
  /// Facts by the number of the block; only blocks whose end was printed are here.
  private(set) var facts: [Int: BlockFacts] = [:]

  private var open: Int?
  private var python = PythonFacts()
  private var verdict: BlockFacts?

  init(_ output: [UInt8]) {
    for line in output.split(separator: 0x0A) { read(PythonRecord(line)) }
  }

  private mutating func read(_ record: PythonRecord) {
    switch record.kind {
    case UInt8(ascii: "V"):
      hasStarted = true
      isTooOld = record.text(1) == "old"
      version = record.text(2) ?? ""
    case UInt8(ascii: "B"):
      open = record.number(1)
      python = PythonFacts()
      verdict = nil
    case UInt8(ascii: "E"):
      if let open, open == record.number(1) { facts[open] = verdict ?? .python(python) }
      open = nil
    case UInt8(ascii: "X"): verdict = fault(record)
    case UInt8(ascii: "P"): verdict = .sound
    case UInt8(ascii: "U"): verdict = .unknown
    case UInt8(ascii: "I"):
      python.names = Set(record.list(1))
      python.importsAll = record.text(2) == "*"
    case UInt8(ascii: "F"): python.firstLine = record.number(2)
    case UInt8(ascii: "K"): if let name = record.text(3) { python.classes.insert(name) }
    case UInt8(ascii: "D"): if let item = definition(record) { python.definitions.append(item) }
    case UInt8(ascii: "C"): if let item = call(record) { python.calls.append(item) }
    case UInt8(ascii: "N"):
      guard let place = record.place(1, 2, 4), let name = record.text(5) else { return }
      python.unbound.append(.init(name: name, place: place, attributes: record.list(6)))
    case UInt8(ascii: "O"):
      guard let line = record.number(1), let column = record.number(2), let last = record.number(3) else { return }
      let place = PythonFacts.Place(line, column..<column + 3)
      python.loops.append(.init(place: place, lastLine: last, function: record.index(4)))
    case UInt8(ascii: "L"):
      guard let place = record.place(1, 2, 3) else { return }
      python.elisions.append(.init(place: place, function: record.index(4)))
    default: break
    }
  }

  private func fault(_ record: PythonRecord) -> BlockFacts? {
    guard let place = record.place(1, 2, 3), let grade = record.text(4), let message = record.text(5) else {
      return nil
    }
    var fault = SyntaxFault(place: place, message: "Python \(version) does not parse this: \(message)")
    fault.isExcerpt = grade == "first" || grade == "empty"
    return .fault(fault)
  }

  /// `D line column last indent name class owner flags parameters places unused`
  private func definition(_ record: PythonRecord) -> PythonFacts.Definition? {
    guard let line = record.number(1), let column = record.number(2), let last = record.number(3),
      let name = record.text(5), let flags = record.text(8)
    else { return nil }
    var places: [String: PythonFacts.Place] = [:]
    for item in record.list(10) {
      let parts = item.split(separator: ":")
      guard parts.count == 3, let line = Int(parts[1]), let column = Int(parts[2]) else { continue }
      places[String(parts[0])] = PythonFacts.Place(line, column..<column + parts[0].utf8.count)
    }
    var result = PythonFacts.Definition(
      name: name, place: PythonFacts.Place(line, column..<column + name.utf8.count), lastLine: last,
      owner: record.word(6), signature: Self.signature(record.list(9)), parameters: places, unused: record.list(11))
    for flag in flags.utf8 {
      switch flag {
      case UInt8(ascii: "a"): result.isAsync = true
      case UInt8(ascii: "v"): result.givesValue = true
      case UInt8(ascii: "s"): result.isStub = true
      case UInt8(ascii: "e"): result.isElided = true
      case UInt8(ascii: "o"): result.isDecorated = true
      case UInt8(ascii: "n"): result.isNested = true
      default: break
      }
    }
    return result
  }

  /// `self,key=,/,*args,flag=,**rest`
  private static func signature(_ words: [String]) -> PythonSignature {
    var result = PythonSignature()
    var isKeywordOnly = false
    for word in words {
      if word == "/" {
        result.positionalOnly = result.positional.count
      } else if word == "*" {
        isKeywordOnly = true
      } else if word.hasPrefix("**") {
        result.takesMoreKeywords = true
      } else if word.hasPrefix("*") {
        result.takesMorePositions = true
        isKeywordOnly = true
      } else {
        let isOptional = word.hasSuffix("=")
        let parameter = PythonSignature.Parameter(
          name: isOptional ? String(word.dropLast()) : word, isOptional: isOptional)
        if isKeywordOnly { result.keywordOnly.append(parameter) } else { result.positional.append(parameter) }
      }
    }
    return result
  }

  /// `C line column line column callee function class flags use positions keywords first`
  private func call(_ record: PythonRecord) -> PythonFacts.Call? {
    guard let line = record.number(1), let start = record.number(2), let lastLine = record.number(3),
      let end = record.number(4), let callee = record.text(5), let flags = record.text(8), let use = record.text(9),
      let positional = record.number(10), let first = record.text(12)
    else { return nil }
    // The name of a method stands on the last line of a chain.
    let columns = line == lastLine ? start..<max(start, end) : max(0, end - Self.last(callee))..<end
    let words = use.split(separator: "+").map(String.init)
    return PythonFacts.Call(
      callee: callee, place: PythonFacts.Place(line == lastLine ? line : lastLine, columns),
      function: record.index(6), owner: record.word(7), use: Self.use(words.last ?? ""),
      isAwaited: words.first == "await", isInLoop: flags.contains("l"),
      isSpread: flags.contains("s") || flags.contains("k"), positional: positional, keywords: record.list(11),
      firstCallee: first.hasPrefix("(") ? String(first.dropFirst()) : nil, firstForm: first)
  }

  private static func last(_ callee: String) -> Int {
    callee.utf8.split(separator: UInt8(ascii: ".")).last?.count ?? 0
  }

  private static func use(_ word: String) -> PythonFacts.Use {
    switch word {
    case "statement", "await": .dropped
    case "return", "lambda": .returned
    case "argument": .argument
    case "with": .context
    default: .other
    }
  }
}

/// One line of the answer, its fields by number; the first is its kind.
private struct PythonRecord {
  private let fields: [ArraySlice<UInt8>]

  init(_ line: ArraySlice<UInt8>) { fields = line.split(separator: 0x09, omittingEmptySubsequences: false) }

  var kind: UInt8 { fields.first.flatMap { $0.count == 1 ? $0.first : nil } ?? 0 }

  func text(_ index: Int) -> String? {
    index < fields.count ? String(decoding: fields[index], as: UTF8.self) : nil
  }

  /// A text, where `-` says that there is none.
  func word(_ index: Int) -> String? { text(index).flatMap { $0 == "-" ? nil : $0 } }

  func list(_ index: Int) -> [String] { word(index)?.split(separator: ",").map(String.init) ?? [] }

  /// A number from 0 to a million million; nothing else fits in a document.
  func number(_ index: Int) -> Int? {
    guard index < fields.count, (1...12).contains(fields[index].count) else { return nil }
    var value = 0
    for byte in fields[index] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// A number where `-1` stands for none.
  func index(_ index: Int) -> Int? { number(index) }

  /// A stretch of a line; one that goes on to other lines is cut to its beginning by the caller's columns.
  func place(_ line: Int, _ start: Int, _ end: Int) -> PythonFacts.Place? {
    guard let line = number(line), let start = number(start), let end = number(end), line > 0 else { return nil }
    return PythonFacts.Place(line, start..<max(start, end))
  }
}
