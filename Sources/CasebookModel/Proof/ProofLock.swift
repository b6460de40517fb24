package import CasebookSource

/// What was blessed, a line for each block and variant: which block as it read, by which check as it was, on which day.
///
/// `proof/lock.json` in the content folder; only `casebook check --bless` writes it, after a passing run, so that its diff is a
/// statement that somebody reviews.
package struct ProofLock: Hashable, Sendable {
  package static let schema = "casebook.lock/1"

  /// A block that a check has proved, or refuted as expected.
  package struct Entry: Hashable, Sendable {
    package var block: String
    package var variant: String
    package var check: String
    /// Digest of the block.
    package var digest: String
    /// Digest of the files in the folder of the check's source.
    package var checkDigest: String
    /// `Module/File.swift`, as the check tells it.
    package var source: String
    /// `2026-11-24`
    package var day: String
    /// Where it stands in the lock file; its beginning for one that was not read.
    package var at = Position(line: 1, column: 1)

    package init(
      block: String, variant: String, check: String, digest: String, checkDigest: String, source: String, day: String
    ) {
      self.block = block
      self.variant = variant
      self.check = check
      self.digest = digest
      self.checkDigest = checkDigest
      self.source = source
      self.day = day
    }
  }

  /// Sorted by block, one entry a block.
  package private(set) var entries: [Entry] = []
  private var byBlock: [String: Int] = [:]

  package init() {}

  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.block.utf8.lexicographicallyPrecedes($1.block.utf8) }
    for (index, entry) in self.entries.enumerated() { byBlock[entry.block] = index }
  }

  package subscript(block: String) -> Entry? { byBlock[block].map { entries[$0] } }

  /// The same with all lines of one check replaced.
  package func replacing(check: String, by new: [Entry]) -> ProofLock {
    let taken = Set(new.map(\.block))
    return ProofLock(entries.filter { $0.check != check && !taken.contains($0.block) } + new)
  }

  /// Reads the file; marks of an unfinished merge, a block that stands twice and unknown keys are mistakes.
  package init(decoding bytes: [UInt8]) throws(JSONMistake) {
    if let mark = Self.mergeMark(bytes) {
      throw JSONMistake("an unfinished merge left its marks here", at: mark)
    }
    let object = try JSONObject(try JSONReader.read(bytes), "the lock")
    try object.allow(["schema", "blessed"])
    try object.expect("schema", Self.schema)
    let places = LineTable(bytes)
    var entries: [Entry] = []
    var checks: [String: String] = [:]
    for value in try object.array("blessed") {
      let line = try JSONObject(value, "an element of 'blessed'")
      try line.allow(["block", "variant", "check", "digest", "checkDigest", "source", "day"])
      var entry = Entry(
        block: try line.string("block"), variant: try line.string("variant"), check: try line.string("check"),
        digest: try line.digest("digest"), checkDigest: try line.digest("checkDigest"),
        source: try line.string("source"), day: try line.string("day"))
      entry.at = places.position(of: value.range.lowerBound)
      if let other = checks.updateValue(entry.check, forKey: entry.block) {
        let names = other == entry.check ? "twice by '\(other)'" : "by '\(other)' and by '\(entry.check)'"
        throw JSONMistake(
          "block '\(entry.block)' is blessed \(names); one check proves a block", at: value.range.lowerBound)
      }
      entries.append(entry)
    }
    self.init(entries)
  }

  /// A line that git puts round what it could not merge.
  private static func mergeMark(_ bytes: [UInt8]) -> Int? {
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      for mark in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where line.starts(with: mark.utf8) { return start }
      start += line.count + 1
    }
    return nil
  }
}
