import CasebookRender
import Testing

@Suite("Addresses") struct AddressPolicyTests {
  @Test(
    "Forbidden schemes in the spellings that browsers read through",
    arguments: [
      "javascript:x", "JAVASCRIPT:x", "JavaScript:x", " javascript:x", "\tjavascript:x", "java\tscript:x",
      "java\nscript:x", "java\r\nscript:x", "\u{1}javascript:x", "javascript\u{0}:x", "javascript :x", "vbscript:x",
      "livescript:x", "data:text/html,x", "data:image/svg+xml,x", "DATA:text/html;base64,eA==", "file:///etc/passwd",
      "blob:http://x/y", "filesystem:http://x/", "about:blank", "view-source:http://x", "jar:http://x!/y", "ftp://x/y",
      "tel:123", "sms:123", "ws://x", "chrome://settings", "resource://x", "mocha:x", "feed:javascript:x",
      "a+b+c:d", "made-up-scheme://foo", "localhost:5001/foo", "x:y", "httpx://y", "mailtox:y",
      "averyveryverylongscheme:x", "\\javascript:x", "\u{feff}javascript:x", "ja\u{7f}vascript:x", ":x",
    ]) func forbidden(_ address: String)
  {
    #expect(!AddressPolicy.allows(Array(address.utf8)[...], as: .link))
  }

  @Test(
    "What may be followed",
    arguments: [
      "", "#", "#a:b", "a", "a/b", "./a:b", "../a.md", "/a", "?q=a:b", "//host/x", "http://x", "HTTPS://x",
      " https://x",
      "mailto:a@b", "MailTo:a@b", "averyveryverylongname", "a#b:c", "javascript%3Ax",
    ]) func allowed(_ address: String)
  {
    #expect(AddressPolicy.allows(Array(address.utf8)[...], as: .link))
  }

  @Test("Images may be bitmaps in themselves") func images() {
    func allows(_ text: String) -> Bool { AddressPolicy.allows(Array(text.utf8)[...], as: .image) }
    for kind in ["png", "gif", "jpeg", "webp"] {
      #expect(allows("data:image/\(kind);base64,AA"))
      #expect(allows("DATA:image/\(kind.uppercased()),x"))
      #expect(!allows("data:image/\(kind)x;base64,AA"))
    }
    #expect(!allows("data:image/svg+xml;base64,AA"))
    #expect(!allows("data:,x"))
    #expect(!allows("mailto:a@b"))
    #expect(allows("a.png"))
  }
}
