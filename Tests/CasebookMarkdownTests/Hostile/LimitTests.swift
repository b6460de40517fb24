import CasebookMarkdown
import CasebookSource
import TestSupport
import Testing

@Suite("Limits")
struct LimitTests {
  private func limits(_ change: (inout InputLimits) -> Void) -> InputLimits {
    var limits = InputLimits.standard
    change(&limits)
    return limits
  }

  static let lifted: InputLimits = {
    var limits = InputLimits()
    limits.documentBytes = .max
    limits.containerDepth = .max
    limits.treeDepth = .max
    limits.imageOpenersPerParagraph = .max
    limits.tableColumns = .max
    limits.tablePaddedCells = .max
    return limits
  }()

  @Test func aLargeDocumentIsOneOpaqueBlock() {
    let document = parse("# a\n\nb\n", limits: limits { $0.documentBytes = 5 })
    #expect(
      DocumentDump(document).description == """
        opaque 1:1-4:1 "# a\\n\\nb\\n"
        CB010 1:1-4:1 a document must not be larger than 5 bytes

        """)
  }

  @Test func onlyTheBlockThatIsTooDeepIsRefused() {
    let document = parse("a\n> > > b\n> > c\n\n\n- d\n[e]\n\n[e]: /u\n", limits: limits { $0.containerDepth = 2 })
    #expect(
      DocumentDump(document).description == """
        paragraph 1:1-1:2
          text 1:1-1:2 "a"
        opaque 2:1-3:6 "> > > b\\n> > c"
        list 6:1-7:4 tight
          item 6:1-7:4
            paragraph 6:3-7:4
              text 6:3-6:4 "d"
              softBreak 6:4-7:1
              link 7:1-7:4 "/u"
                text 7:2-7:3 "e"
        linkDefinition 9:1-9:8 "e" info="/u"
        CB010 2:1-3:6 block quotes and lists must not be nested more than 2 deep

        """)
  }

  @Test func depthByIndentationCountsAsWell() {
    let document = parse("- a\n  - b\n    - c\n\nd\n", limits: limits { $0.containerDepth = 2 })
    #expect(document.diagnostics.count == 1)
    #expect(document.children(of: Document.root).map { document[$0].kind } == [.opaque, .paragraph])
  }

  @Test func linesOfCodeAreNotNested() {
    let deep = String(repeating: "> ", count: 60)
    let document = parse("```\n\(deep)a\n```\n\n    \(deep)\n\n---------- ----------\n", limits: .standard)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func aParagraphOfImagesIsRefusedAloneItsNeighboursAreNot() {
    let images = String(repeating: "![a](b) ", count: 3)
    let document = parse(
      "# c\n\(images)\n\nd\n\n- ![a](b)\n- ![a](b)\n- ![a](b)\n", limits: limits { $0.imageOpenersPerParagraph = 2 })
    #expect(document.children(of: Document.root).map { document[$0].kind } == [.heading, .opaque, .paragraph, .list])
    #expect(document.diagnostics.map(\.message) == ["a paragraph must not have more than 2 image openers (`![`)"])
  }

  @Test func whatIsTooDeepInATreeIsShownAsItIsWritten() {
    let document = parse("*a **b `c` [d](e)** ![f](g \"h\")*\n", limits: limits { $0.treeDepth = 3 })
    #expect(document.plainText(of: Document.root) == "a **b c [d](e)** ![f](g)")
    #expect(document.diagnostics.map(\.message) == ["blocks and inlines must not be nested more than 3 deep"])
  }

  /// A second pass, for the table behind a paragraph, began without the findings and did not report them again.
  @Test func depthIsReportedInEveryPass() {
    let document = parse("*a **b***\n|c|\n|-|\n", limits: limits { $0.treeDepth = 3 })
    #expect(document.diagnostics.count == 1)
    #expect(document.children(of: Document.root).map { document[$0].kind } == [.paragraph, .table])
  }

  /// The scan before cmark took a fence behind a byte order mark for text, and its lines for a paragraph.
  @Test func aFenceBehindAByteOrderMarkHidesItsLines() {
    let document = parse(
      "\u{FEFF}```\n![a](b) ![c](d)\n> > > e\n",
      limits: limits { ($0.containerDepth, $0.imageOpenersPerParagraph) = (1, 1) })
    #expect(document.diagnostics.isEmpty)
    #expect(document.children(of: Document.root).map { document[$0].kind } == [.codeBlock])
  }

  @Test func blocksTooDeepInATreeAreOpaque() {
    let document = parse("> > > a\n> > >\n> > > b\n\nc\n", limits: limits { $0.treeDepth = 2 })
    #expect(
      DocumentDump(document).description == """
        blockQuote 1:1-3:8
          blockQuote 1:3-3:8
            opaque 1:5-3:8 "> a\\n> > >\\n> > > b"
        paragraph 5:1-5:2
          text 5:1-5:2 "c"
        CB010 1:3-3:8 blocks and inlines must not be nested more than 2 deep

        """)
  }

  @Test func aTableWithTooManyColumnsOrCellsIsOpaque() {
    let wide = parse("|a|b|c|\n|-|-|-|\n", limits: limits { $0.tableColumns = 2 })
    let padded = parse("a\n\n|a|b|c|\n|-|-|-|\n|d\n|e\n", limits: limits { $0.tablePaddedCells = 3 })
    #expect(wide.children(of: Document.root).map { wide[$0].kind } == [.opaque])
    #expect(padded.children(of: Document.root).map { padded[$0].kind } == [.paragraph, .opaque])
    #expect(wide.diagnostics.count == 1)
    #expect(padded.diagnostics.count == 1)
  }

  @Test func aParseThatNeedsTooMuchMemoryIsGivenUp() {
    let document = parse(String(repeating: "*a* ", count: 10_000), limits: limits { $0.parseBytes = 1 << 20 })
    #expect(document.children(of: Document.root).map { document[$0].kind } == [.opaque])
    #expect(document.diagnostics.map(\.severity) == [.error])
    // The thread goes on as if nothing had been.
    #expect(PlainHTML.write(parse("*a*\n")) == "<p><em>a</em></p>\n")
  }

  @Test(arguments: [">", "> ", "- ", "1. ", "* - ", "[", "![", "*a **a ", "`", "<", "|", "\t", "#", "> - 1. "])
  func anyDepthIsHarmlessWithTheLimitsLifted(opener: String) {
    onSmallStack(kilobytes: 512) {
      readEverything(parse(String(repeating: opener, count: 100_000) + "a\n", limits: Self.lifted))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func noiseIsHarmless(seed: UInt64) {
    onSmallStack(kilobytes: 512) {
      var generator = Seeded(seed)
      let alphabet: [UInt8] = seed == 1 ? Array(0...255) : Array("\n\n >-*_`[]()!|:<&#\\ \t01.a".utf8)
      let bytes = (0..<1_000_000).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      let document = MarkdownParser.parseBody(RepairedText(SourceFile(path: "noise.md", bytes: bytes)))
      #expect(String(validating: document.pool, as: UTF8.self) != nil)
      #expect(document.nodes.count > 1)
    }
  }
}
