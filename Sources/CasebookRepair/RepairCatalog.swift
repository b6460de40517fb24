/// All repairs in the order in which they are applied, each on the text that the ones before it gave.
///
/// Bytes come first, since everything later reads UTF-8 with LF; then characters, since a damaged character may stand in an
/// info string; then structure.
package enum RepairCatalog {
  package static let all: [any Repair] = [
    ByteOrderMarkRepair(),
    IllFormedUTF8Repair(),
    NullByteRepair(),
    LineEndRepair(),
    MojibakeRepair(),
    NestedFenceRepair(),
  ]
}
