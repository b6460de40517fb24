import Testing

@testable import casebook

@Suite("Names on the disk are bytes") struct NameTests {
  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0xC3, 0xA9], "café"), ([0x63, 0xE9, 0x2E], #"c\xE9."#), ([0xFF, 0xC3], #"\xFF\xC3"#),
      ([0xF0, 0x9F, 0x90], #"\xF0\x9F\x90"#),
    ] as [([UInt8], String)])
  func shownNamesLeadBack(bytes: [UInt8], text: String) {
    #expect(DiskName(bytes: bytes).text == text)
    #expect(DiskName(text: text).bytes == bytes)
  }

  @Test func anEscapeOfASCIIIsNoEscape() { #expect(DiskName(text: #"a\x41"#).bytes == Array(#"a\x41"#.utf8)) }

  @Test(arguments: [
    ("a.md", true), ("A.MD", true), ("a.markdown", true), (".md", false), ("md", false), ("a.mdx", false),
    ("a.md.bak", false),
  ])
  func markdownIsToldByItsEnding(name: String, isMarkdown: Bool) {
    #expect(DiskName(text: name).isMarkdown == isMarkdown)
  }

  @Test(arguments: [
    ("cases/a.html", true), ("a-b_c.1.css", true), (".hidden", false), ("a/.b", false), ("../a", false),
    ("a//b", false),
    ("/a", false), ("ä.html", false), ("a b", false), ("a\0", false), ("", false), ("a/", false),
  ])
  func onlyHarmlessNamesAreWritten(path: String, isAllowed: Bool) {
    #expect(OutputName.isAllowed(path) == isAllowed)
  }

  @Test(arguments: [(0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (2 << 30, "2 GiB")])
  func sizesAreForPeople(count: Int, text: String) { #expect(ByteCount.text(count) == text) }

  @Test(
    arguments: [
      ("/a/b/c", "/a", "b/c"), ("/a", "/a", ""), ("/ab", "/a", nil), ("/b", "/", "b"), ("/a", "/a/b", nil),
    ] as [(String, String, String?)])
  func relativePathsStayInside(path: String, folder: String, relative: String?) {
    #expect(Paths.relative(path, to: folder) == relative)
  }

  @Test(
    arguments: [
      ("https://a.example/x", "https://a.example/x/"), ("http://localhost:8000/", "http://localhost:8000/"),
      ("ftp://a", nil), ("https://", nil), ("https:///a", nil), ("https://a b", nil), (#"https://a"onx="#, nil),
      ("javascript:alert(1)", nil), ("https://a?q", nil),
    ] as [(String, String?)])
  func addressesAreCheckedAndEndInASlash(text: String, address: String?) {
    #expect(Configuration.address(text) == address)
  }
}
