import Glibc

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
  package convenience init(_ array: [UInt8]) { self.init(size: array.count) { $0.copyBytes(from: array) } }

  /// Takes so many zeros, which are filled before anybody reads them.
  init(size: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    // From the system, where fresh memory is zero without being touched.
    let memory = calloc(max(size, 1), 1)
    let buffer = UnsafeMutableRawBufferPointer(start: memory, count: memory == nil ? 0 : size)
    if memory != nil { fill(buffer) }
    bytes = UnsafeRawBufferPointer(buffer)
    let address = UInt(bitPattern: memory)
    release = { free(UnsafeMutableRawPointer(bitPattern: address)) }
  }

  deinit { release() }

  var view: ByteView { ByteView(bytes) }
}
