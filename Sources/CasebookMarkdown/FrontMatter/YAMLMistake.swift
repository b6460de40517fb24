import CasebookSource

/// Finds the mistake behind a refusal, says what to do about it, and tries whether quotes would mend it.
///
/// Of 12,727 real front matters 526 are no YAML, nearly all for want of quotes: `globs: **/*`, `hint: [a] [b]`, `author: @name`,
/// `title: a: b`. libyaml says "did not find expected key" somewhere behind; its words help nobody.
struct YAMLMistake {
  private let refusal: YAMLRefusal
  private let bytes: ArraySlice<UInt8>
  private let limits: InputLimits

  static func explain(_ refusal: YAMLRefusal, in bytes: ArraySlice<UInt8>, limits: InputLimits) -> YAMLProblem {
    let mistake = YAMLMistake(refusal: refusal, bytes: bytes, limits: limits)
    var problem = mistake.problem()
    guard let quoting = problem.quoting else { return problem }
    problem.quoting = mistake.mends(quoting) ? quoting : nil
    return problem
  }

  private func problem() -> YAMLProblem {
    switch refusal.kind {
    case .syntax: syntax()
    case .alias: .alias(token, quoting: quoting(of: line(holding: refusal.range.lowerBound)))
    case .anchor: .anchor(token, quoting: quoting(of: line(holding: refusal.range.lowerBound)))
    case .tag: .tag(token, quoting: quoting(of: line(holding: refusal.range.lowerBound)))
    case .key: key()
    case .encoding:
      .encoding(
        bytes.withUnsafeBufferPointer {
          UTF8Check.likelyEncoding($0, invalidAt: refusal.range.lowerBound - bytes.startIndex)
        }, offset: refusal.range.lowerBound, refusal.range)
    case .directive: .directive(line(holding: refusal.range.lowerBound).range)
    case .document: .document(line(holding: refusal.range.lowerBound).range)
    case .duplicate: .duplicate(found(refusal.range), refusal.range, first: refusal.other)
    case .root: .root(found: Self.kindOfRoot(bytes[refusal.range.lowerBound...].first), firstLine(of: refusal.range))
    case .deep: .deep(limits.frontMatterDepth, firstLine(of: refusal.range))
    case .many: .many(limits.frontMatterEvents, firstLine(of: refusal.range))
    case .size: .size(limits.frontMatterBytes, firstLine(of: refusal.range))
    case .control: .control(0, refusal.range)
    }
  }

  // MARK: What libyaml cannot read

  private func syntax() -> YAMLProblem {
    let offset = placeOfFault
    let line = line(holding: offset)
    if let byte = control(at: refusal.range.lowerBound) { return .forbidden(byte, refusal.range) }
    if line.indentationHasTab { return .tab(line.range.lowerBound..<line.range.lowerBound + line.indentation) }
    guard let first = bytes[line.value].first else { return generic(line) }
    if isIndentedTooFar(line) { return .indentation(found(line.key ?? line.value), line.key ?? line.value) }
    if line.key == nil, !line.isItem, !first.opensBracket { return noKey(line) }
    let quoting = quoting(of: line)
    let found = found(line.value)
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "%"):
      return .reserved(first, found, line.value, quoting: quoting)
    case UInt8(ascii: "["): return .bracket("[", "]", isClosed: closes("]", line), found, line.value, quoting: quoting)
    case UInt8(ascii: "{"): return .bracket("{", "}", isClosed: closes("}", line), found, line.value, quoting: quoting)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if refusal.message.hasPrefix("found unknown escape") { return .escape(found, line.value, quoting: quoting) }
      return .quotes(first, isClosed: hasAnother(first, line), found, line.value, quoting: quoting)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return .blockHeader(first, found, line.value, quoting: quoting)
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return .reserved(first, found, line.value, quoting: quoting)
    default:
      if hasColon(line.value) { return .colon(found, line.value, quoting: quoting) }
      return generic(line)
    }
  }

  /// Where the mistake is: for what was opened and not closed, where it was opened.
  private var placeOfFault: Int {
    guard let context = refusal.context else { return refusal.range.lowerBound }
    switch context.message {
    case "while parsing a block mapping", "while parsing a block collection", "while parsing a block node",
      "while parsing a node", "while scanning for the next token":
      return refusal.range.lowerBound
    default: return context.offset
    }
  }

  private func noKey(_ line: YAMLLine) -> YAMLProblem {
    let text = line.value
    let colon = bytes[text].firstIndex(of: UInt8(ascii: ":"))
    return .noKey(
      found(text), isColonGlued: colon.map { $0 > text.lowerBound && $0 + 1 < text.upperBound } ?? false, text)
  }

  private func generic(_ line: YAMLLine) -> YAMLProblem {
    let range = line.value.isEmpty ? line.start..<max(line.start, line.range.upperBound) : line.value
    return .unreadable(refusal.message, found(range), range.isEmpty ? refusal.range : range)
  }

  private func key() -> YAMLProblem {
    let line = line(holding: refusal.range.lowerBound)
    guard let first = bytes[refusal.range].first, first.opensBracket else { return .emptyKey(refusal.range) }
    return .keyIsNoText(found(firstLine(of: refusal.range)), firstLine(of: refusal.range), quoting: quoting(of: line))
  }

  /// `title: x⏎  author: y`: to YAML the second line goes on with the text of the first.
  private func isIndentedTooFar(_ line: YAMLLine) -> Bool {
    guard refusal.message.hasPrefix("mapping values"), line.colon == refusal.range.lowerBound else { return false }
    return line.range.lowerBound > bytes.startIndex
  }

  private func control(at offset: Int) -> UInt8? {
    guard refusal.message.hasPrefix("control characters"), bytes.indices.contains(offset) else { return nil }
    return bytes[offset]
  }

  // MARK: Quotes

  /// Whether the text reads further than this line once the quotes are there.
  private func mends(_ quoting: YAMLProblem.Quoting) -> Bool {
    let changed = bytes.replacing(quoting)
    let end = quoting.range.lowerBound + quoting.replacement.utf8.count
    guard let next = YAMLReader.readOnce(changed, limits: limits).refusal else { return true }
    switch next.kind {
    case .duplicate, .size, .many: return true
    default: return min(next.range.lowerBound, next.context?.offset ?? .max) > end
    }
  }

  private func quoting(of line: YAMLLine) -> YAMLProblem.Quoting? {
    guard !line.value.isEmpty, line.key != nil || line.isItem else { return nil }
    let range = line.value.lowerBound..<continuationEnd(of: line)
    return YAMLQuotes.quoting(bytes[range])
  }

  /// The end of a text that goes on in lines that are indented further.
  private func continuationEnd(of line: YAMLLine) -> Int {
    var end = line.value.upperBound
    var cursor = line.next(in: bytes)
    while cursor < bytes.endIndex {
      let next = YAMLLine(startingAt: cursor, in: bytes)
      guard next.indentation > line.indentation, !next.isBlankOrComment else { break }
      end = next.value.upperBound
      cursor = next.next(in: bytes)
    }
    return end
  }

  // MARK: Looking at the text

  private func line(holding offset: Int) -> YAMLLine { YAMLLine(holding: offset, in: bytes) }

  /// `&name`, `*name` or `!tag` at the refused place.
  private var token: (text: String, range: Range<Int>) {
    let start = refusal.range.lowerBound
    var end = start
    while end < bytes.endIndex, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: "]") {
      end += 1
    }
    return (found(start..<end), start..<end)
  }

  private func firstLine(of range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < max(range.upperBound, range.lowerBound + 1), end < bytes.endIndex, !bytes[end].isLineBreak { end += 1 }
    return range.lowerBound..<end
  }

  /// What stands there, cut to a length that fits a message.
  private func found(_ range: Range<Int>) -> String {
    let range = range.clamped(to: bytes.startIndex..<bytes.endIndex)
    guard range.count > 40 else { return String(decoding: bytes[range], as: UTF8.self) }
    var end = range.lowerBound + 37
    while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self) + "…"
  }

  private func closes(_ bracket: Unicode.Scalar, _ line: YAMLLine) -> Bool {
    bytes[line.value].contains(UInt8(ascii: bracket))
  }

  private func hasAnother(_ quote: UInt8, _ line: YAMLLine) -> Bool {
    bytes[line.value].dropFirst().contains(quote)
  }

  private func hasColon(_ range: Range<Int>) -> Bool {
    for index in range where bytes[index] == UInt8(ascii: ":") {
      if index + 1 == range.upperBound || bytes[index + 1].isBlank { return true }
    }
    return false
  }

  private static func kindOfRoot(_ first: UInt8?) -> String {
    first == UInt8(ascii: "-") || first == UInt8(ascii: "[") ? "a list" : "text"
  }
}

extension ArraySlice<UInt8> {
  /// The text with quotes put in; indices begin where they did.
  func replacing(_ quoting: YAMLProblem.Quoting) -> ArraySlice<UInt8> {
    // The slice keeps its first index: what is in front is not ours, and of no interest to the reader.
    var changed = [UInt8](repeating: 0x20, count: startIndex)
    changed.append(contentsOf: self[..<quoting.range.lowerBound])
    changed.append(contentsOf: quoting.replacement.utf8)
    changed.append(contentsOf: self[quoting.range.upperBound...])
    return changed[startIndex...]
  }
}
