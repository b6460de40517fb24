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
    guard let mend = problem.mend else { return problem }
    problem.mend = mistake.mends(mend) ? mend : nil
    return problem
  }

  private func problem() -> YAMLProblem {
    switch refusal.kind {
    case .syntax: syntax()
    case .alias: .alias(token, mend: quotingOfToken)
    case .anchor: .anchor(token, mend: quotingOfToken)
    case .tag: .tag(token, mend: quotingOfToken)
    case .key: key()
    case .encoding:
      .encoding(
        bytes.withUnsafeBufferPointer {
          UTF8Check.likelyEncoding($0, invalidAt: refusal.range.lowerBound - bytes.startIndex)
        }, offset: refusal.range.lowerBound, refusal.range)
    case .directive: .directive(line(holding: refusal.range.lowerBound).range)
    case .document: .document(line(holding: refusal.range.lowerBound).range)
    case .duplicate: .duplicate(found(withoutQuotes(refusal.range)), refusal.range, first: refusal.other)
    case .root: .root(found: Self.kindOfRoot(bytes[refusal.range.lowerBound...].first), firstLine(of: refusal.range))
    case .deep: .deep(limits.frontMatterDepth, firstLine(of: refusal.range))
    case .many: .many(limits.frontMatterEvents, firstLine(of: refusal.range))
    case .size: .size(limits.frontMatterBytes, firstLine(of: refusal.range))
    case .control: .control(0, refusal.range)
    }
  }

  // MARK: What libyaml cannot read

  private func syntax() -> YAMLProblem {
    let offset = refusal.place
    let line = line(holding: offset)
    if let code = forbiddenCharacter { return .forbidden(code, refusal.range) }
    if line.indentationHasTab { return .tab(line.range.lowerBound..<line.range.lowerBound + line.indentation) }
    if bytes[line.range].first == UInt8(ascii: "%") { return .unreadableDirective(line.range) }
    if let problem = layout(line) { return problem }
    if let key = line.key, refusal.range.lowerBound == key.lowerBound, let first = bytes[key].first {
      return .reservedKey(first, found(key), key, mend: YAMLQuotes.quoting(bytes[key], what: "key"))
    }
    guard let first = bytes[line.value].first else { return generic(line) }
    if line.key == nil, !line.isItem, !first.opensBracket { return Self.noKey(line, in: bytes) }
    let mend = quoting(of: line)
    let found = found(line.value)
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "%"):
      return .reserved(first, found, line.value, mend: mend)
    case UInt8(ascii: "["): return .bracket("[", "]", isClosed: closes("]", line), found, line.value, mend: mend)
    case UInt8(ascii: "{"): return .bracket("{", "}", isClosed: closes("}", line), found, line.value, mend: mend)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if refusal.message.contains("escape") { return .escape(found, line.value, mend: mend) }
      return .quotes(first, isClosed: hasAnother(first, line), found, line.value, mend: mend)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return .blockHeader(first, found, line.value, mend: mend)
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return .reserved(first, found, line.value, mend: mend)
    default:
      if hasColon(line.value) { return .colon(found, line.value, mend: mend) }
      return generic(line)
    }
  }

  /// A line without a key, where a key is wanted.
  static func noKey(_ line: YAMLLine, in bytes: ArraySlice<UInt8>) -> YAMLProblem {
    let text = line.value
    let colon = bytes[text].firstIndex(of: UInt8(ascii: ":"))
    let isColonGlued = colon.map { !bytes[text.lowerBound..<$0].contains(0x20) && $0 + 1 < text.upperBound } ?? false
    let mend = colon.map {
      YAMLProblem.Mend(
        description: "put a blank behind the colon", range: $0 + 1..<$0 + 1, replacement: " ")
    }
    return .noKey(Excerpt.quoted(text, in: bytes), text, mend: isColonGlued ? mend : nil)
  }

  private func generic(_ line: YAMLLine) -> YAMLProblem {
    let range = line.value.isEmpty ? line.start..<max(line.start, line.range.upperBound) : line.value
    return .unreadable(refusal.message, found(range), range.isEmpty ? refusal.range : range)
  }

  private func key() -> YAMLProblem {
    let line = line(holding: refusal.range.lowerBound)
    guard let first = bytes[refusal.range].first, first.opensBracket else { return .emptyKey(refusal.range) }
    let isInValue =
      line.value.lowerBound <= refusal.range.lowerBound && refusal.range.lowerBound < line.value.upperBound
    let place = isInValue ? line.value : refusal.range.lowerBound..<line.range.upperBound
    return .keyIsNoText(found(place), place, mend: isInValue ? quoting(of: line) : nil)
  }

  /// Lines that are indented otherwise than their neighbours, and text behind the end.
  private func layout(_ line: YAMLLine) -> YAMLProblem? {
    let isBelow = line.range.lowerBound > bytes.startIndex
    let place = line.key ?? line.value
    if refusal.message.hasPrefix("did not find expected <document start>") {
      return isBelow && line.key != nil ? .indentation(found(place), place) : .afterEnd(found(line.value), line.value)
    }
    if refusal.message.hasPrefix("mapping values"), isBelow, line.colon == refusal.range.lowerBound {
      // `title: x⏎  author: y`: to YAML the second line goes on with the text of the first.
      return .indentation(found(place), place)
    }
    if refusal.message.hasPrefix("did not find expected"), line.isItem, isBelow, line.dash == refusal.range.lowerBound {
      return .itemIndentation(found(line.start..<line.value.upperBound), line.dash..<line.value.upperBound)
    }
    return nil
  }

  /// The character that YAML allows nowhere, if libyaml's reader stopped at one.
  private var forbiddenCharacter: UInt32? {
    guard refusal.message.hasPrefix("control characters"), bytes.indices.contains(refusal.range.lowerBound) else {
      return nil
    }
    return String(decoding: bytes[refusal.range.lowerBound...].prefix(4), as: UTF8.self).unicodeScalars.first?.value
  }

  // MARK: Quotes

  /// Whether the text reads further than this line once the quotes are there.
  private func mends(_ mend: YAMLProblem.Mend) -> Bool {
    let changed = bytes.replacing(mend)
    let end = mend.range.lowerBound + mend.replacement.utf8.count
    guard let next = YAMLReader.readOnce(changed, limits: limits).refusal else { return true }
    switch next.kind {
    case .duplicate, .size, .many: return true
    default: return next.place > end
    }
  }

  private func quoting(of line: YAMLLine) -> YAMLProblem.Mend? {
    guard !line.value.isEmpty, line.key != nil || line.isItem, let end = continuationEnd(of: line) else { return nil }
    return YAMLQuotes.quoting(bytes[line.value.lowerBound..<end])
  }

  /// `a: !important note` and `*emphasis*: b` may be texts; `a: &x [1, 2]` and `a: &x⏎  b: 1` are none.
  private var quotingOfToken: YAMLProblem.Mend? {
    let line = line(holding: refusal.range.lowerBound)
    if let key = line.key, key.contains(refusal.range.lowerBound) { return YAMLQuotes.quoting(bytes[key], what: "key") }
    guard line.value.lowerBound == refusal.range.lowerBound else { return nil }
    if refusal.kind != .alias {
      let rest = bytes[token.range.upperBound..<max(token.range.upperBound, line.value.upperBound)].drop(
        while: \.isBlank)
      guard let first = rest.first, !first.opensBracket, first != UInt8(ascii: "\""), first != UInt8(ascii: "'"),
        continuationEnd(of: line) == line.value.upperBound
      else { return nil }
    }
    return quoting(of: line)
  }

  /// The end of a text that goes on in lines that are indented further; `nil` where these are items of a list.
  private func continuationEnd(of line: YAMLLine) -> Int? {
    var end = line.value.upperBound
    var cursor = line.next(in: bytes)
    while cursor < bytes.endIndex {
      let next = YAMLLine(startingAt: cursor, in: bytes)
      guard next.indentation > line.indentation, !next.isBlankOrComment else { break }
      if next.isItem { return nil }
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
      if bytes[end] == UInt8(ascii: ":"), end + 1 == bytes.endIndex || bytes[end + 1] <= 0x20 { break }
      end += 1
    }
    return (found(start..<end), start..<end)
  }

  private func firstLine(of range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < max(range.upperBound, range.lowerBound + 1), end < bytes.endIndex, !bytes[end].isLineBreak { end += 1 }
    return range.lowerBound..<end
  }

  private func found(_ range: Range<Int>) -> String { Excerpt.quoted(range, in: bytes) }

  private func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, let first = bytes[range].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else {
      return range
    }
    return range.lowerBound + 1..<range.upperBound - 1
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
  func replacing(_ mend: YAMLProblem.Mend) -> ArraySlice<UInt8> {
    // The slice keeps its first index: what is in front is not ours, and of no interest to the reader.
    var changed = [UInt8](repeating: 0x20, count: startIndex)
    changed.append(contentsOf: self[..<mend.range.lowerBound])
    changed.append(contentsOf: mend.replacement.utf8)
    changed.append(contentsOf: self[mend.range.upperBound...])
    return changed[startIndex...]
  }
}
