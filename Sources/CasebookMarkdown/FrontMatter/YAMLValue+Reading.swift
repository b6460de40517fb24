extension YAMLValue {
  /// The text of a scalar as it was written, quotes and folds undone: `010` → `"010"`; `nil` for lists and mappings.
  package var text: String? {
    switch kind {
    case .scalar(let text, _): text
    case .sequence, .mapping: nil
    }
  }

  /// Whether a scalar was written with quotes or as a block, and so is a text whatever it looks like.
  package var isQuoted: Bool {
    switch kind {
    case .scalar(_, let quoted): quoted
    case .sequence, .mapping: false
    }
  }

  /// Whether nothing was written: `key:`, `key: ~` or `key: null`; the text `"null"` is not null.
  package var isNull: Bool {
    guard let plain else { return false }
    return plain.isEmpty || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL"
  }

  /// `true` or `false` of YAML 1.2, unquoted; `nil` for all else, `yes`, `no`, `on` and `off` of YAML 1.1 among it.
  package var bool: Bool? {
    switch plain {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// A whole number in decimal digits, unquoted: `12` → 12; `nil` for `010`, `1_000`, `0x1F` and what does not fit.
  package var int: Int? {
    guard let plain else { return nil }
    let digits = plain.utf8.first == UInt8(ascii: "-") ? plain.dropFirst() : plain[...]
    guard let first = digits.utf8.first, first != UInt8(ascii: "0") || digits.utf8.count == 1,
      digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int(plain)
  }

  /// The items of a sequence; `nil` for anything else.
  package var items: [YAMLValue]? {
    switch kind {
    case .sequence(let items): items
    case .scalar, .mapping: nil
    }
  }

  /// The entries of a mapping; `nil` for anything else.
  package var entries: [YAMLEntry]? {
    switch kind {
    case .mapping(let entries): entries
    case .scalar, .sequence: nil
    }
  }

  /// One or many: the items of a sequence, a scalar alone, nothing for null; `nil` for a mapping.
  ///
  /// `[a, b]` → `a`, `b`; `a` → `a`; `a, b` → `a, b`, one item, since only the schema knows whether commas separate.
  package var list: [YAMLValue]? {
    switch kind {
    case .sequence(let items): items
    case .scalar: isNull ? [] : [self]
    case .mapping: nil
    }
  }

  /// The texts of `list`; `nil` where one of them is no scalar.
  package var texts: [String]? {
    guard let list else { return nil }
    var texts: [String] = []
    for item in list {
      guard let text = item.text else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// The value of a key; `nil` where this is no mapping or has no such key.
  package subscript(key: String) -> YAMLValue? { entries?[key]?.value }

  /// The text of an unquoted scalar.
  private var plain: String? {
    switch kind {
    case .scalar(let text, let quoted): quoted ? nil : text
    case .sequence, .mapping: nil
    }
  }
}

extension [YAMLEntry] {
  /// The entry of a key, compared byte by byte: `é` in one code point is not `é` in two.
  package subscript(key: String) -> YAMLEntry? { index(of: key).map { self[$0] } }

  /// Whether there is an entry of a key.
  package func holds(_ key: String) -> Bool { index(of: key) != nil }

  /// The others are looked at where they lie: a copy takes hold of a key and a value.
  private func index(of key: String) -> Int? {
    indices.first { self[$0].key.utf8.count == key.utf8.count && self[$0].key.utf8.elementsEqual(key.utf8) }
  }
}
