import Glibc

/// The last failure of the operating system, in words: `Permission denied`.
struct SystemError: Error {
  let code: Int32

  init(_ code: Int32 = errno) { self.code = code }

  var message: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}

/// Calls of the operating system that are repeated while signals interrupt them.
enum SystemCall {
  /// Repeats a call that answers -1 with `EINTR`.
  static func retrying<Number: BinaryInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// Reads a descriptor to its end: `read` may give less than was asked for, and `/proc` and pipes do.
  ///
  /// Stops one byte above `limit`, so that the caller sees that there is more, and at the size of a regular file, which needs
  /// no second call to be known as its end.
  static func readToEnd(
    _ descriptor: Int32, expected: Int, limit: Int, isSize: Bool = false
  ) throws(SystemError) -> [UInt8] {
    var error: SystemError?
    var capacity = min(max(expected, 4096), limit) + 1
    var bytes: [UInt8] = []
    while true {
      let kept = bytes
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        _ = kept.withUnsafeBufferPointer { buffer.update(fromContentsOf: $0) }
        count = kept.count
        while count < buffer.count, !(isSize && count == expected && count > 0) {
          let got = retrying { read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count) }
          if got < 0 { error = SystemError() }
          if got <= 0 { return }
          count += got
        }
      }
      if let error { throw error }
      if bytes.count < capacity || bytes.count > limit { return bytes }
      capacity = min(capacity * 2, limit + 1)
    }
  }

  /// Writes all bytes.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retrying { write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written) }
      }
      if count < 0 { throw SystemError() }
      written += count
    }
  }
}
