/// Values by which cases are filtered, each with the cases that have it; and the names of issue types.
struct CaseFacets: Sendable {
  /// A value with its cases.
  struct Value: Sendable {
    var text: String
    var list: PostingList
  }

  private let view: ByteView

  init(_ view: ByteView) { self.view = view }

  static func write(_ values: [SearchQuery.Filter: [String: [Int]]], issueTypes: [String]) -> ByteWriter {
    var writer = ByteWriter()
    writer.append(texts: issueTypes)
    for filter in SearchQuery.Filter.allCases {
      let known = (values[filter] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      writer.append(varint: known.count)
      for (text, cases) in known {
        var list = ByteWriter()
        // More blocks than cases: always as gaps.
        cases.map { UInt32(truncatingIfNeeded: $0 << 4) }.withUnsafeBufferPointer {
          PostingList.write($0, blocks: .max, to: &list)
        }
        writer.append(text: text)
        writer.append(varint: cases.count)
        writer.append(varint: list.count)
        writer.append(list.bytes)
      }
    }
    return writer
  }

  /// Names of issue types in the order of their tables.
  var issueTypes: [String] {
    var cursor = ByteCursor(view)
    return cursor.texts()
  }

  /// Values of a filter, sorted by bytes.
  func values(of filter: SearchQuery.Filter) -> [Value] {
    var cursor = ByteCursor(view)
    _ = cursor.texts()
    for other in SearchQuery.Filter.allCases {
      let values = Self.values(&cursor)
      if other == filter { return values }
    }
    return []
  }

  private static func values(_ cursor: inout ByteCursor) -> [Value] {
    var result: [Value] = []
    for _ in 0..<cursor.varint() where !cursor.isAtEnd {
      let text = cursor.text()
      let frequency = cursor.varint()
      let list = cursor.bytes(cursor.varint())
      result.append(Value(text: text, list: PostingList(form: .gaps(list), frequency: frequency)))
    }
    return result
  }
}
