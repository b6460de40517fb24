/// The scores of a segment's documents while a query is worked off: plain sums, and how many of its words each holds.
///
/// At ten thousand documents, sums and one scan of sixteen at a time beat skipping by block maxima.
struct ScoreBoard {
  private static let lanes = 16

  private let segment: IndexSegment
  private let impacts: [UInt16]
  private var scores: [UInt32]
  private var held: [UInt8]

  /// `countsWords` keeps the second sum, which only a search for all words needs.
  init(_ segment: IndexSegment, impacts: [UInt16], countsWords: Bool) {
    self.segment = segment
    self.impacts = impacts
    let count = segment.lengthClasses.count
    scores = [UInt32](repeating: 0, count: (count + Self.lanes - 1) / Self.lanes * Self.lanes)
    held = [UInt8](repeating: 0, count: countsWords ? count : 0)
  }

  /// Adds the impacts of a list, times a weight.
  mutating func add(_ lists: PostingLists, _ range: Range<Int>, weight: Int) {
    let weight = UInt32(clamping: weight)
    let classes = segment.lengthClasses
    scores.withUnsafeMutableBufferPointer { scores in
      lists.documents.withUnsafeBufferPointer { documents in
        lists.frequencies.withUnsafeBufferPointer { frequencies in
          classes.withUnsafeBufferPointer { classes in
            impacts.withUnsafeBufferPointer { impacts in
              for index in range {
                let document = Int(documents[index])
                let row = Int(frequencies[index]) * Ranking.lengthClasses
                scores[document] &+= weight &* UInt32(impacts[row + Int(classes[document])])
              }
            }
          }
        }
      }
    }
  }

  /// Counts a word for each document of its list.
  mutating func count(_ lists: PostingLists, _ range: Range<Int>) {
    for index in range { held[Int(lists.documents[index])] &+= 1 }
  }

  /// Takes the documents out that hold other than so many words.
  mutating func keep(holding words: Int) {
    for document in held.indices where Int(held[document]) != words { scores[document] = 0 }
  }

  /// Takes the documents out that are not in a set.
  mutating func keep(in documents: [Bool]) {
    for document in segment.lengthClasses.indices where !documents[segment.firstDocument + document] {
      scores[document] = 0
    }
  }

  /// Numbers of the documents that have a score, ascending.
  var documents: [Int] { scores.indices.filter { scores[$0] > 0 }.map { segment.firstDocument + $0 } }

  /// Offers every document that may enter.
  func collect(into top: inout TopDocuments) {
    guard !top.isClosed else { return }
    scores.withUnsafeBytes { bytes in
      var start = 0
      while start < scores.count {
        let block = bytes.loadUnaligned(fromByteOffset: start * 4, as: SIMD16<UInt32>.self)
        if block.max() > top.threshold {
          for lane in 0..<Self.lanes where block[lane] > top.threshold {
            top.offer(segment.firstDocument + start + lane, block[lane])
          }
        }
        start += Self.lanes
      }
    }
  }
}
