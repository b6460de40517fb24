import FoundationEssentials
import Glibc

/// Answers the requests of `casebook check`: JSON lines in, JSON lines out, over at the end of the input.
struct Driver {
  let checks: [Check]

  func serve() {
    signal(SIGPIPE, SIG_IGN)
    FreshDirectory.tidy()
    if isatty(0) != 0 {
      StandardFile.write(
        2, Array("This program answers casebook-checks/1 on its standard input; run 'casebook check'.\n".utf8))
    }
    emit(.hello)
    let faults = CatalogueFault.find(in: checks)
    while let text = readLine() {
      guard !text.isEmpty else { continue }
      guard let request = try? JSONDecoder().decode(Request.self, from: Data(text.utf8)) else {
        emit(.failure("no request: \(text.prefix(80))"))
        continue
      }
      answer(request, faults)
      emit(.end(request.op))
    }
  }

  private func answer(_ request: Request, _ faults: [String]) {
    switch request.op {
    case "list":
      for check in checks { emit(.check(check)) }
      for fault in faults { emit(.failure(fault)) }
    case "run":
      guard let check = checks.first(where: { $0.id == request.id }) else {
        emit(.failure("no check is named '\(request.id ?? "")'", id: request.id))
        return
      }
      let judgement = CheckRun.run(check)
      for evidence in judgement.variants { for line in Event.lines(check.id, evidence) { emit(line) } }
      emit(.verdict(check.id, judgement))
    default: emit(.failure("unknown request '\(request.op)'; list or run"))
    }
  }

  private func emit(_ event: Event) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(event) else { return }
    var bytes = Array(data)
    bytes.append(0x0A)
    StandardFile.write(1, bytes)
  }
}

/// What is wrong with a catalogue before anything runs.
enum CatalogueFault {
  static func find(in checks: [Check]) -> [String] {
    var faults: [String] = []
    var ids: Set<String> = []
    var blocks: [String: String] = [:]
    for check in checks {
      if !ids.insert(check.id).inserted { faults.append("two checks are named '\(check.id)'") }
      if !isName(check.id) {
        faults.append("'\(check.id)' is no name: lower-case words and digits, with '-', '.' or '/' between them")
      }
      if Set(check.variants.map(\.name)).count < check.variants.count {
        faults.append("\(check.id): two variants have one name")
      }
      if !check.variants.contains(where: { $0.role == .bug }) { faults.append("\(check.id): no variant is the bug") }
      if !check.variants.contains(where: { $0.role == .fix }) { faults.append("\(check.id): no variant is a fix") }
      if check.claims.isEmpty { faults.append("\(check.id): no claim is made") }
      for block in check.variants.flatMap(\.covers) {
        if let other = blocks[block] {
          faults.append("block '\(block)' is covered by '\(other)' and by '\(check.id)'")
        } else {
          blocks[block] = check.id
        }
      }
    }
    return faults
  }

  private static func isName(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 96 else { return false }
    var wasSeparator = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): wasSeparator = false
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
        if wasSeparator { return false }
        wasSeparator = true
      default: return false
      }
    }
    return !wasSeparator
  }
}
