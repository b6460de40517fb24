/// A term of an index with its documents.
struct TermEntry: Sendable {
  let number: Int
  let list: PostingList

  /// How many documents hold it.
  var frequency: Int { list.frequency }
}

/// The terms of an index: words, compounds, and pairs of neighbours as `first second`.
struct TermDictionary: Sendable {
  /// Between the terms of a pair; no term holds it.
  static let pairSeparator: UInt8 = 0x20

  let table: FrontCodedTable
  let postings: ByteView
  let blocks: Int

  var count: Int { table.count }

  func find(_ term: [UInt8]) -> TermEntry? {
    var found: TermEntry?
    let hit = term.withUnsafeBytes { key in
      table.find(key) { number, cursor, head in found = entry(number, &cursor, &head) }
    }
    return hit ? found : nil
  }

  /// The term of a number, as spellings name it.
  func term(_ number: Int) -> (bytes: [UInt8], entry: TermEntry)? {
    var result: (bytes: [UInt8], entry: TermEntry)?
    table.scan(block: number / FrontCodedTable.blockSize) { place, text, cursor, head in
      let found = entry(place, &cursor, &head)
      if place == number { result = (text, found) }
      return place < number
    }
    return result
  }

  /// The pair of two terms that stand one after the other.
  func findPair(_ first: [UInt8], _ second: [UInt8]) -> TermEntry? { find(first + [Self.pairSeparator] + second) }

  /// Hands over words and compounds that begin with some bytes, sorted.
  func forEach(beginning prefix: [UInt8] = [], _ body: ([UInt8], TermEntry) -> Void) {
    prefix.withUnsafeBytes { key in
      table.scan(from: key.count == 0 ? nil : key) { number, text, cursor, head in
        let found = entry(number, &cursor, &head)
        if text.starts(with: prefix) {
          if !text.contains(Self.pairSeparator) { body(text, found) }
          return true
        }
        return text.lexicographicallyPrecedes(prefix)
      }
    }
  }

  /// Hands over every term, pairs included, sorted.
  func forEachEntry(_ body: ([UInt8], TermEntry) -> Void) {
    table.scan(block: 0) { number, text, cursor, head in
      body(text, entry(number, &cursor, &head))
      return true
    }
  }

  /// Reads the payload of an entry: its documents' number, then the only one, or the length of its list.
  private func entry(_ number: Int, _ cursor: inout ByteCursor, _ head: inout Int) -> TermEntry {
    let frequency = cursor.varint()
    guard frequency > 1 else {
      return TermEntry(number: number, list: PostingList(form: .single(cursor.varint()), frequency: 1))
    }
    let length = cursor.varint()
    let view = postings.slice(head, length)
    head += length
    let form =
      PostingList.isDense(frequency, blocks: blocks)
      ? PostingList.Form.blocks(view, count: blocks) : PostingList.Form.gaps(view)
    return TermEntry(number: number, list: PostingList(form: form, frequency: frequency))
  }
}
