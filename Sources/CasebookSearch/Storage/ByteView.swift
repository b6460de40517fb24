/// Checked reads of memory that may be a damaged file: what lies outside reads as zero or as nothing.
///
/// Little-endian numbers; the owner of the memory (`IndexBytes`) must outlive the view.
struct ByteView: @unchecked Sendable {  // Safe: the memory is never written while a view of it exists.
  private let base: UnsafeRawPointer?
  let count: Int

  static let empty = ByteView(UnsafeRawBufferPointer(start: nil, count: 0))

  init(_ bytes: UnsafeRawBufferPointer) {
    base = bytes.baseAddress
    count = bytes.baseAddress == nil ? 0 : bytes.count
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func byte(_ offset: Int) -> UInt8 {
    guard let base, offset >= 0, offset < count else { return 0 }
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  func int32(_ offset: Int) -> Int {
    guard let base, offset >= 0, offset <= count - 4 else { return 0 }
    return Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  func uint64(_ offset: Int) -> UInt64 {
    guard let base, offset >= 0, offset <= count - 8 else { return 0 }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A part, cut to what is there.
  func slice(_ start: Int, _ length: Int) -> ByteView {
    guard let base, start >= 0, start < count, length > 0 else { return .empty }
    return ByteView(UnsafeRawBufferPointer(start: base + start, count: min(length, count - start)))
  }

  /// Whether it is other bytes, byte for byte.
  func equals(_ other: UnsafeRawBufferPointer) -> Bool { bytes.elementsEqual(other) }
}

/// Reads numbers of varying length one after the other; at the end it reads zeros.
struct ByteCursor {
  let view: ByteView
  var offset: Int

  init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= view.count }

  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return view.byte(offset)
  }

  /// Seven bits a byte, the lowest first; at most 35 bits.
  mutating func varint() -> Int {
    var value = 0
    var shift = 0
    while shift < 35 {
      let next = byte()
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return value
  }

  mutating func bytes(_ length: Int) -> ByteView {
    defer { offset += max(length, 0) }
    return view.slice(offset, length)
  }

  /// A text with its length before it.
  mutating func text() -> String { String(decoding: bytes(varint()).bytes, as: UTF8.self) }

  /// Texts with their number before them.
  mutating func texts() -> [String] {
    var result: [String] = []
    for _ in 0..<min(varint(), view.count) where !isAtEnd { result.append(text()) }
    return result
  }
}
