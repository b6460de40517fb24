/// Memory that holds an index: a mapped file or an array; given back when nobody reads it any more.
package final class IndexBytes: @unchecked Sendable {  // Safe: read-only from the first moment on.
  package let bytes: UnsafeRawBufferPointer
  private let release: @Sendable () -> Void

  /// Takes memory that stays valid and unchanged until `release` is called.
  package init(mapped bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    self.bytes = bytes
    self.release = release
  }

  /// Copies an array.
  package init(_ array: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 16)
    copy.copyBytes(from: array)
    bytes = UnsafeRawBufferPointer(copy)
    let address = UInt(bitPattern: copy.baseAddress)
    release = { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }

  deinit { release() }

  var view: ByteView { ByteView(bytes) }
}
