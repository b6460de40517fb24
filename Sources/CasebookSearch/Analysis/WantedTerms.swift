/// Terms to look for in a text, with the bytes that they begin with: most words are passed over unstemmed.
struct WantedTerms: Sendable {
  let terms: Set<[UInt8]>
  private let firsts: [Bool]

  init(_ terms: Set<[UInt8]>) {
    self.terms = terms
    var firsts = [Bool](repeating: false, count: 256)
    for term in terms { if let first = term.first { firsts[Int(first)] = true } }
    self.firsts = firsts
  }

  /// Whether one of the terms may be that of a word, since a stem begins as its word does.
  func mayBegin(_ word: ArraySlice<UInt8>) -> Bool { word.first.map { firsts[Int($0)] } ?? false }
}
