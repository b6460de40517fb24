/// The documents of a term, ascending, each with the class of its frequency, straight from the bytes of an index.
///
/// One posting stands in the dictionary. Few are gaps of varying length, `gap · 16 + class`. Many, at least one a block
/// of 255 documents, are a count a block, then a byte a posting for its place in the block, then four bits for its class:
/// the block's scores stay in the nearest cache, and nothing has to be decoded.
struct PostingList: Sendable {
  static let blockSize = 255

  enum Form: Sendable {
    case single(Int)
    case gaps(ByteView)
    case blocks(ByteView, count: Int)
  }

  let form: Form
  let frequency: Int

  static func blocks(of documents: Int) -> Int { (documents + blockSize - 1) / blockSize }

  /// Whether so many postings are written as blocks.
  static func isDense(_ frequency: Int, blocks: Int) -> Bool { frequency >= max(blocks, 8) }

  /// Bytes that a dense list takes.
  static func denseSize(_ frequency: Int, blocks: Int) -> Int { blocks + frequency + (frequency + 1) / 2 }

  /// Hands over every document below a bound with its class.
  func forEach(below documents: Int, _ body: (Int, Int) -> Void) {
    switch form {
    case .single(let posting): if posting >> 4 < documents { body(posting >> 4, posting & 15) }
    case .gaps(let view):
      var cursor = ByteCursor(view)
      var document = -1
      for _ in 0..<frequency {
        let value = cursor.varint()
        document += value >> 4 + 1
        guard document < documents else { return }
        body(document, value & 15)
      }
    case .blocks(let view, let count):
      let bytes = view.bytes
      guard bytes.count >= Self.denseSize(frequency, blocks: count) else { return }
      var index = 0
      for block in 0..<count {
        let start = block * Self.blockSize
        for _ in 0..<Int(bytes[block]) where index < frequency {
          let document = start + Int(bytes[count + index])
          let nibbles = bytes[count + frequency + index >> 1]
          if document < documents { body(document, Int(nibbles >> (UInt8(index & 1) << 2)) & 15) }
          index += 1
        }
      }
    }
  }

  /// Appends postings in the form that their number asks for, each `document · 16 + class`, ascending.
  static func write(_ postings: UnsafeBufferPointer<UInt32>, blocks: Int, to writer: inout ByteWriter) {
    guard isDense(postings.count, blocks: blocks) else {
      var previous = -1
      for posting in postings {
        let document = Int(posting >> 4)
        writer.append(varint: (document - previous - 1) << 4 | Int(posting & 15))
        previous = document
      }
      return
    }
    let count = postings.count
    writer.append(size: denseSize(count, blocks: blocks)) { bytes in
      for (index, posting) in postings.enumerated() {
        let document = Int(posting >> 4)
        bytes[document / blockSize] += 1
        bytes[blocks + index] = UInt8(truncatingIfNeeded: document % blockSize)
        bytes[blocks + count + index >> 1] |= UInt8(truncatingIfNeeded: posting & 15) << (UInt8(index & 1) << 2)
      }
    }
  }
}
