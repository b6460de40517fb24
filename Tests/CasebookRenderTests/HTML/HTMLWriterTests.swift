import CasebookRender
import Testing

@Suite("HTML writer") struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    body(&html)
    return String(decoding: html.finish().bytes, as: UTF8.self)
  }

  @Test("Text and attribute values are escaped, each by its rule") func escaping() {
    let html = written {
      $0.open(.a)
      $0.attribute(.href, address: Array("/ü b?a=1&b='\"<>".utf8)[...])
      $0.attribute(.title, "\"<&>'")
      $0.text("a < b && \"c\"")
      $0.close(.a)
    }
    #expect(
      html == "<a href=\"/%C3%BC%20b?a=1&amp;b=&#x27;%22%3C%3E\" title=\"&quot;&lt;&amp;&gt;'\">"
        + "a &lt; b &amp;&amp; &quot;c&quot;</a>")
  }

  @Test("An attribute after text is dropped, not written into it") func lateAttribute() {
    let html = written {
      $0.open(.p)
      $0.text("x")
      $0.attribute(.title, "y")
      $0.close(.p)
    }
    #expect(html == "<p>x</p>")
  }

  @Test("Bytes that are no text stay bytes") func bytes() {
    let html = written { $0.text([0x00, 0xFF, 0x3C][...]) }
    #expect(html == "\u{0}\u{FFFD}&lt;")
  }

  @Test("All bytes between the escaped ones are kept", arguments: 0..<64) func runs(_ seed: Int) {
    var state = UInt64(seed + 1)
    let text: [UInt8] = (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Array("ab<>&\"' \n".utf8)[Int(state >> 33) % 9]
    }
    let html = written { $0.text(text[...]) }
    let back = html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
    #expect(back == String(decoding: text, as: UTF8.self))
    #expect(!html.contains("<"))
  }
}
