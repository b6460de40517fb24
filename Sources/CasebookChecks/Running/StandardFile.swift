import Glibc

/// Writes whole texts to a descriptor, without a buffer that a crash would lose.
enum StandardFile {
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) {
    var offset = 0
    bytes.withUnsafeBytes { buffer in
      while offset < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + offset, buffer.count - offset)
        if count > 0 { offset += count } else if errno != EINTR { return }
      }
    }
  }
}
