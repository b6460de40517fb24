/// A check as its catalogue announces it.
package struct CheckListing: Hashable, Sendable {
  /// One side, and the blocks that it stands for.
  package struct Variant: Hashable, Sendable {
    package var name: String
    package var role: VariantRole
    package var expect: VariantExpectation
    package var covers: [String]

    package init(name: String, role: VariantRole, expect: VariantExpectation, covers: [String]) {
      self.name = name
      self.role = role
      self.expect = expect
      self.covers = covers
    }
  }

  package var id: String
  package var caseID: String
  /// `Module/File.swift`.
  package var source: String
  package var variants: [Variant]
  package var claims: [String]
  /// Milliseconds after which a variant's process is ended.
  package var limit: Int?

  package init(
    id: String, caseID: String, source: String, variants: [Variant], claims: [String] = [], limit: Int? = nil
  ) {
    self.id = id
    self.caseID = caseID
    self.source = source
    self.variants = variants
    self.claims = claims
    self.limit = limit
  }

  /// Blocks of all variants, in order.
  package var blocks: [String] { variants.flatMap(\.covers) }

  /// The variant that stands for a block.
  package func variant(covering block: String) -> Variant? { variants.first { $0.covers.contains(block) } }
}
