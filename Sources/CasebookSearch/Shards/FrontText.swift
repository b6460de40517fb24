/// Sorted keys as one text, each a capital for what it shares with the one before, and its rest.
///
/// `lead`, `leak`, `lock` → `AleadDkBock`. No key holds a capital; bytes above ASCII become the characters of their number.
struct FrontText: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private(set) var last: [UInt8] = []

  mutating func append(_ key: [UInt8], sharing most: Int) {
    var shared = 0
    while shared < most, shared < last.count, shared < key.count, last[shared] == key[shared] { shared += 1 }
    bytes.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: shared))
    ShardScript.characters(key[shared...], into: &bytes)
    last = key
    count += 1
  }
}
