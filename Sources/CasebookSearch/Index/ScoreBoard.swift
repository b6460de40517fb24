/// The scores of all documents while a query is worked off: plain sums, and how many of its words each holds.
///
/// At ten thousand documents, sums and one scan of sixteen at a time beat skipping by block maxima.
struct ScoreBoard {
  private static let lanes = 16

  private let lengthClasses: ByteView
  private let count: Int
  private let impacts: [UInt16]
  private var scores: [UInt32]
  private var held: [UInt8] = []

  /// A board of so many documents, each with the class of its length.
  init(_ lengthClasses: ByteView, documents: Int, impacts: [UInt16]) {
    self.lengthClasses = lengthClasses
    self.impacts = impacts
    count = documents
    scores = [UInt32](repeating: 0, count: (documents + Self.lanes - 1) / Self.lanes * Self.lanes)
  }

  /// Adds the impacts of a list, times a weight.
  mutating func add(_ list: PostingList, weight: Int) {
    let weight = UInt32(clamping: weight)
    let count = count
    let classes = lengthClasses.bytes
    scores.withUnsafeMutableBufferPointer { scores in
      impacts.withUnsafeBufferPointer { impacts in
        list.forEach(below: count) { document, frequency in
          let impact = impacts[frequency * Ranking.lengthClasses + Int(classes[document])]
          scores[document] &+= weight &* UInt32(impact)
        }
      }
    }
  }

  /// The same for a word that is asked for: each document of its list holds one more, in the same pass.
  mutating func addWord(_ list: PostingList, weight: Int) {
    if held.isEmpty { held = [UInt8](repeating: 0, count: scores.count) }
    let weight = UInt32(clamping: weight)
    let count = count
    let classes = lengthClasses.bytes
    scores.withUnsafeMutableBufferPointer { scores in
      held.withUnsafeMutableBufferPointer { held in
        impacts.withUnsafeBufferPointer { impacts in
          list.forEach(below: count) { document, frequency in
            let impact = impacts[frequency * Ranking.lengthClasses + Int(classes[document])]
            scores[document] &+= weight &* UInt32(impact)
            held[document] &+= 1
          }
        }
      }
    }
  }

  /// Takes the documents out that hold other than so many words.
  mutating func keep(holding words: Int) {
    guard !held.isEmpty else { return }
    let words = UInt8(clamping: words)
    scores.withUnsafeMutableBufferPointer { scores in
      held.withUnsafeBufferPointer { held in
        // A choice and no jump, so that many documents go at once.
        for document in 0..<min(scores.count, held.count) {
          scores[document] = held[document] == words ? scores[document] : 0
        }
      }
    }
  }

  /// Takes the documents out that are not in a set.
  mutating func keep(in documents: [Bool]) {
    for document in documents.indices where !documents[document] { scores[document] = 0 }
  }

  /// Numbers of the documents that have a score, ascending.
  var documents: [Int] { scores.indices.filter { scores[$0] > 0 } }

  /// Offers every document that may enter.
  func collect(into top: inout TopDocuments) {
    guard !top.isClosed else { return }
    scores.withUnsafeBytes { bytes in
      var start = 0
      while start < scores.count {
        let block = bytes.loadUnaligned(fromByteOffset: start * 4, as: SIMD16<UInt32>.self)
        if block.max() > top.threshold {
          for lane in 0..<Self.lanes where block[lane] > top.threshold { top.offer(start + lane, block[lane]) }
        }
        start += Self.lanes
      }
    }
  }
}
