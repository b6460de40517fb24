/// A file of sections, each with a checksum, under a header with the version of format, analyzer and weights.
///
/// What does not fit in any way is no index: it is built anew, never read in part. Sections whose parts carry checksums
/// of their own (the texts of cases) are checked where they are read: fifty megabytes for ten snippets would take longer
/// than the search.
package struct IndexFile: Sendable {
  /// What a section holds.
  enum Section: Int, CaseIterable, Sendable {
    case numbers = 1
    case lengths, termBlocks, terms, postings, spellingBlocks, spellings, manifest, names, facets, caseRecords,
      caseHeads
    case caseTexts

    var isCheckedAtOpening: Bool { self != .caseTexts }
  }

  /// Rises with every change of format, analyzer or weights.
  package static let version = 1

  private static let magic = Array("CASEBOOK".utf8)
  private static let entrySize = 32
  private static let headerSize = 40 + Section.allCases.count * entrySize

  let owner: IndexBytes
  private let sections: [ByteView]

  /// Checks a file; `nil` where it is damaged, or written by another version or another build of the program.
  package init?(_ owner: IndexBytes, build: UInt64) {
    let view = owner.view
    guard view.count >= Self.headerSize, view.slice(0, 8).bytes.elementsEqual(Self.magic),
      view.int32(8) == Self.version, view.int32(12) == Section.allCases.count, view.uint64(16) == build,
      view.uint64(24) == UInt64(view.count),
      view.uint64(32) == Checksum.of(view.slice(40, Self.headerSize - 40).bytes, seed: build)
    else { return nil }
    var sections: [ByteView] = []
    for (number, section) in Section.allCases.enumerated() {
      let entry = 40 + number * Self.entrySize
      guard view.uint64(entry) == UInt64(section.rawValue),
        let start = Int(exactly: view.uint64(entry + 8)), let length = Int(exactly: view.uint64(entry + 16)),
        start >= Self.headerSize, length >= 0, start <= view.count, length <= view.count - start
      else { return nil }
      let bytes = view.slice(start, length)
      if section.isCheckedAtOpening {
        guard view.uint64(entry + 24) == Checksum.of(bytes.bytes, seed: UInt64(section.rawValue)) else { return nil }
      }
      sections.append(bytes)
    }
    self.owner = owner
    self.sections = sections
  }

  /// Takes sections that were just made, in their order.
  init(_ contents: [Section: ByteWriter], build: UInt64) {
    var table = ByteWriter()
    var places: [Int] = []
    var size = (Self.headerSize + 7) & ~7
    for section in Section.allCases {
      let bytes = contents[section]?.bytes ?? []
      table.append(uint64: UInt64(section.rawValue))
      table.append(uint64: UInt64(size))
      table.append(uint64: UInt64(bytes.count))
      table.append(
        uint64: section.isCheckedAtOpening
          ? bytes.withUnsafeBytes { Checksum.of($0, seed: UInt64(section.rawValue)) } : 0)
      places.append(size)
      size = (size + bytes.count + 7) & ~7
    }
    var header = ByteWriter()
    header.append(Self.magic)
    header.append(int32: Self.version)
    header.append(int32: Section.allCases.count)
    header.append(uint64: build)
    header.append(uint64: UInt64(size))
    header.append(uint64: table.bytes.withUnsafeBytes { Checksum.of($0, seed: build) })
    header.append(table.bytes)
    let owner = IndexBytes(size: size) { memory in
      header.bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[..<$0.count]).copyMemory(from: $0) }
      for (section, place) in zip(Section.allCases, places) {
        contents[section]?.bytes.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(rebasing: memory[place..<(place + $0.count)]).copyMemory(from: $0)
        }
      }
    }
    self.owner = owner
    sections = zip(Section.allCases, places).map { section, place in
      owner.view.slice(place, contents[section]?.count ?? 0)
    }
  }

  subscript(section: Section) -> ByteView {
    section.rawValue <= sections.count ? sections[section.rawValue - 1] : .empty
  }

  /// Hands over everything, as it is written to disk; the memory is this file's and no longer there than it is.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(owner) { body(owner.bytes) }
  }

  /// What terms and postings take, stored texts left out.
  var indexBytes: Int {
    let stored: [Section] = [.caseRecords, .caseHeads, .caseTexts]
    return Section.allCases.reduce(0) { $0 + (stored.contains($1) ? 0 : self[$1].count) }
  }
}
