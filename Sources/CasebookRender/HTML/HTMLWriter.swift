/// HTML that is known to be well escaped, since only `HTMLWriter` can make it.
///
/// A template's raw slot `{{{body}}}` takes this type and no other.
package struct HTMLFragment: Sendable, Hashable {
  package let bytes: [UInt8]

  fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = HTMLFragment([])

  package var isEmpty: Bool { bytes.isEmpty }

  /// Writes attributes into start tags that were left without: places in ascending order, before the tag's `>`.
  ///
  /// `<a>x</a>` with `href` → `y.html` at 2 gives `<a href="y.html">x</a>`.
  func adding(_ attributes: [(offset: Int, name: HTMLAttribute, value: String, isAddress: Bool)]) -> HTMLFragment {
    guard !attributes.isEmpty else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + attributes.count * 48)
    var copied = 0
    for attribute in attributes where attribute.offset >= copied && attribute.offset <= bytes.count {
      result.append(contentsOf: bytes[copied..<attribute.offset])
      copied = attribute.offset
      var value = attribute.value
      result.append(attribute.name.opening)
      value.withUTF8 {
        attribute.isAddress ? result.appendEscapingAddress($0) : result.appendEscapingAttribute($0)
      }
      result.append(0x22)
    }
    result.append(contentsOf: bytes[copied...])
    return HTMLFragment(result)
  }
}

/// Writes HTML into bytes: elements and attributes by name, text through one rule, attribute values through another.
///
/// There is no call that takes markup, so nothing that a document says can become any. A flat stream, not a tree: the
/// document's arena is walked with a loop, and a tree of its depth could not even be freed.
///
/// ```
/// var html = HTMLWriter()
/// html.open(.a); html.attribute(.href, "x?a&b"); html.text("a < b"); html.close(.a)   // <a href="x?a&amp;b">a &lt; b</a>
/// ```
package struct HTMLWriter {
  private var bytes: [UInt8] = []
  /// A start tag is written but for its `>`, so that attributes may follow.
  private var isTagOpen = false
  private let voidEnd: StaticString

  /// `xhtmlVoids` writes `<br />`, as the CommonMark specification prints it, instead of `<br>`.
  package init(xhtmlVoids: Bool = false, capacity: Int = 0) {
    voidEnd = xhtmlVoids ? " />" : ">"
    bytes.reserveCapacity(capacity)
  }

  /// Bytes written so far, a tag that still takes attributes closed.
  package mutating func finish() -> HTMLFragment {
    endTag()
    return HTMLFragment(bytes)
  }

  /// The same without the room that was kept for more, for fragments that stay: bodies of ten thousand pages do.
  package mutating func finishExactly() -> HTMLFragment {
    endTag()
    return HTMLFragment(bytes.withUnsafeBufferPointer { Array($0) })
  }

  /// Offset of the next byte, inside the start tag that is open: where an address goes once all pages are known.
  package var openTagOffset: Int { bytes.count }

  /// Begins an element; attributes may follow until the next text, element or close.
  package mutating func open(_ element: HTMLElement) {
    endTag()
    bytes.append(element.opening)
    isTagOpen = true
  }

  /// Ends an element.
  package mutating func close(_ element: HTMLElement) {
    endTag()
    bytes.append(element.closing)
  }

  /// Ends the start tag of an element that has no content: `<br>`.
  package mutating func closeVoid() {
    guard isTagOpen else { return }
    isTagOpen = false
    bytes.append(voidEnd)
  }

  /// Writes an attribute of the element just opened.
  package mutating func attribute(_ name: HTMLAttribute, _ value: String) {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    var value = value
    value.withUTF8 { bytes.appendEscapingAttribute($0) }
    bytes.append(0x22)
  }

  /// Writes an attribute whose value is bytes of the document.
  package mutating func attribute(_ name: HTMLAttribute, _ value: ArraySlice<UInt8>) {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    value.withUnsafeBufferPointer { bytes.appendEscapingAttribute($0) }
    bytes.append(0x22)
  }

  /// Writes an attribute value that stands in our source: nothing of a document is a `StaticString`.
  package mutating func attribute(_ name: HTMLAttribute, fixed value: StaticString) {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    bytes.append(value)
    bytes.append(0x22)
  }

  /// Writes an address: what an address may not hold is percent-encoded, as cmark does it.
  package mutating func attribute(_ name: HTMLAttribute, address: ArraySlice<UInt8>) {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    address.withUnsafeBufferPointer { bytes.appendEscapingAddress($0) }
    bytes.append(0x22)
  }

  /// Writes the address of a place on the same page: `x` → `href="#x"`.
  package mutating func attribute(_ name: HTMLAttribute, fragment: String) {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    bytes.append(UInt8(ascii: "#"))
    var fragment = fragment
    fragment.withUTF8 { bytes.appendEscapingAddress($0) }
    bytes.append(0x22)
  }

  /// Writes an attribute made of fixed words round a text: `Link to “`, the title, `”`.
  package mutating func attribute(_ name: HTMLAttribute, _ before: StaticString, _ value: String, _ after: StaticString)
  {
    guard isTagOpen else { return }
    bytes.append(name.opening)
    bytes.append(before)
    var value = value
    value.withUTF8 { bytes.appendEscapingAttribute($0) }
    bytes.append(after)
    bytes.append(0x22)
  }

  /// Writes a boolean attribute: `checked=""`.
  package mutating func flag(_ name: HTMLAttribute) { attribute(name, fixed: "") }

  /// Writes text: `a < b & "c"` → `a &lt; b &amp; &quot;c&quot;`.
  package mutating func text(_ text: String) {
    endTag()
    var text = text
    text.withUTF8 { bytes.appendEscapingText($0) }
  }

  /// Writes bytes of the document as text.
  package mutating func text(_ text: ArraySlice<UInt8>) {
    endTag()
    text.withUnsafeBufferPointer { bytes.appendEscapingText($0) }
  }

  /// Writes fixed text.
  package mutating func text(fixed text: StaticString) {
    endTag()
    text.withUTF8Buffer { bytes.appendEscapingText($0) }
  }

  /// Writes a line break.
  package mutating func newLine() {
    endTag()
    bytes.append(0x0A)
  }

  /// Writes a line break unless the last byte is one.
  package mutating func freshLine() {
    endTag()
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Writes what another writer has made.
  package mutating func embed(_ fragment: HTMLFragment) {
    endTag()
    bytes.append(contentsOf: fragment.bytes)
  }

  @inline(__always)
  private mutating func endTag() {
    guard isTagOpen else { return }
    isTagOpen = false
    bytes.append(UInt8(ascii: ">"))
  }
}
