import CasebookSource
import Testing

/// Vectors of FIPS 180-4's examples and of NIST's SHA256ShortMsg.
@Suite("SHA-256") struct SHA256Tests {
  @Test(
    "NIST's vectors",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexDigest(text.utf8) == digest)
  }

  @Test("A million times a") func million() {
    let digest = SHA256.hexDigest(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("In pieces as at once") func pieces() {
    let text = Array((0..<200).map { UInt8($0) })
    for cut in [0, 1, 55, 56, 63, 64, 65, 119, 128, 200] {
      var hash = SHA256()
      hash.update(text[..<cut])
      hash.update(text[cut...])
      #expect(hash.finish() == SHA256.hexDigest(text), "cut at \(cut)")
    }
  }
}
