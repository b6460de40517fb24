import Testing

/// An input that some Markdown parser has taken superlinear time for, or died of; about linear in `n`.
struct HostileInput: CustomTestStringConvertible, Sendable {
  var name: String
  var make: @Sendable (Int) -> String

  init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = make
  }

  var testDescription: String { name }

  static let all = emphasis + links + containers + html + definitions + plain + tables
}

private func times(_ text: String, _ n: Int) -> String { String(repeating: text, count: n) }

/// The side of a square of about `4 n` cells.
private func side(_ n: Int) -> Int { max(2, Int(Double(n).squareRoot()) * 2) }

extension HostileInput {
  static let emphasis = [
    HostileInput("nested emphasis") { times("*a **a ", $0) + "b" + times(" a** a*", $0) },
    HostileInput("emphasis closers alone") { times("a_ ", $0) },
    HostileInput("emphasis openers alone") { times("_a ", $0) },
    HostileInput("openers of one kind, closers of the other") { times("*a_ ", $0) },
    HostileInput("delimiter lengths that add up to a multiple of three") { "a**b" + times("c* ", $0) },
    HostileInput("stars round one letter") { times("*", $0) + "a" + times("*", $0) },
    HostileInput("strong opener, emphasis closer") { times("**x*", $0) },
  ]

  static let links = [
    HostileInput("image openers, CVE-2023-22486") { times("![[]()", $0) },
    HostileInput("link closers alone") { times("a]", $0) },
    HostileInput("link openers alone") { times("[a", $0) },
    HostileInput("a parenthesis before the destination") { times("[ (](", $0) },
    HostileInput("nested brackets") { times("[", $0) + "a" + times("]", $0) },
    HostileInput("nested links") { times("[", $0) + "a" + times("](b)", $0) },
    HostileInput("nested images") { times("![", $0) + "a" + times("](b)", $0) },
    HostileInput("a destination that never ends") { times("[a](<b", $0) },
    HostileInput("a title that never ends") { times("[a](b \"", $0) },
    HostileInput("full references without an end") { times("[a][b", $0) },
    HostileInput("backtick runs of every length") { (1...side($0)).map { "e" + times("`", $0) }.joined() },
  ]

  static let containers = [
    HostileInput("quotes in one line") { times(">", $0) + "a" },
    HostileInput("a deep quote, then lazy lines") { times(">", $0) + "a\n" + times("b\n", $0) },
    HostileInput("a deep quote on every line") { times(times(">", side($0)) + "a\n", side($0)) },
    HostileInput("emphasis in a deep quote, CVE-2023-24824") { times(">", $0) + times("a*", $0) },
    HostileInput("a deep quote, then blank lines") { times(">", $0) + "a\n" + times("\n", $0) },
    HostileInput("lists in one line") { times("- ", $0) + "x" },
    HostileInput("ordered lists in one line") { times("1. ", $0) + "x" },
    HostileInput("a list that nests by indentation") { (0..<side($0)).map { times("  ", $0) + "* a\n" }.joined() },
    HostileInput("a deep list, then blank lines, CVE-2023-24824") { times("- ", $0) + "x" + times("\n", $0) },
    HostileInput("the same in a quote") { "> " + times("- ", $0) + "x\n" + times(">\n", $0) },
    HostileInput("a deep list on every line") { times(times("* ", side($0)) + "a\n", side($0)) },
    HostileInput("quote, bullet and number by turns") { times("> - 1. ", $0) + "x" },
    HostileInput("items, then blank lines") { times("- a\n", $0) + times("\n", $0) },
    HostileInput("fences opened and closed by turns") { times("```\n", $0) },
    HostileInput("setext headings") { times("a\n=\n", $0) },
    HostileInput("a long setext heading") { times("a\n", $0) + "=\n" },
    HostileInput("nested tasks") { times("- [ ] ", $0) + "x" },
  ]

  static let html = [
    HostileInput("comment openers, CVE-2023-22484") { "</" + times("<!--", $0) },
    HostileInput("comments of Casebook that never end") { times("<!-- casebook: a=", $0) },
    HostileInput("processing instructions") { times("a <?", $0) },
    HostileInput("character data") { times("a <![CDATA[", $0) },
    HostileInput("less-than signs") { times("<", $0) },
    HostileInput("a tag that never ends") { "<a " + times("b=c ", $0) },
  ]

  static let definitions = [
    HostileInput("definitions") { (1...$0).map { "[\($0)]: u\n" }.joined() },
    HostileInput("definitions one by one") { (1...$0).map { "[\($0)]: u\n\n" }.joined() },
    HostileInput("one long address, used often") { "[a]: /" + times("u", $0) + "\n\n" + times("[a] ", $0) },
    HostileInput("definitions without an address") { times("[x]:\n", $0) },
    HostileInput("definitions with a title that never ends") { times("[a]: b 'c\n", $0) },
    HostileInput("paragraphs that nearly begin with a definition") { times("[a]: b c\nd\n\n", $0) },
  ]

  static let plain = [
    HostileInput("NUL") { times("abc\0de\0", $0) },
    HostileInput("references without digits") { times("&#", $0) },
    HostileInput("noncharacters") { times("&#xFFFF;&#xFFFE;", $0) },
    HostileInput("backslashes") { times("\\", $0) },
    HostileInput("tabs") { times("\t", $0) + "a" },
    HostileInput("one long word") { times("a", $0) },
    HostileInput("empty lines") { times("\n", $0) },
    HostileInput("line breaks of every kind") { times("a\nb\r\nc\rd\u{85}e\u{2028}", $0) },
    HostileInput("combining marks") { "# a" + times("\u{316}\u{301}", $0) + "\n" },
  ]

  static let tables = [
    HostileInput("a wide table") { times("|a", $0) + "|\n" + times("|-", $0) + "|\n" },
    HostileInput("a wide table of short rows") {
      times("|a", $0) + "|\n" + times("|-", $0) + "|\n" + times("|b\n", $0)
    },
    HostileInput("a table just within the limits, of short rows") {
      times("|a", min($0, 900)) + "|\n" + times("|-", min($0, 900)) + "|\n" + times("|b\n", $0)
    },
    HostileInput("small tables") { times("|a|b|\n|-|-|\n\n", $0) },
    HostileInput("headers without a delimiter row") { times("|a|b|\n", $0) },
    HostileInput("delimiter rows alone") { times("|-|-|\n", $0) },
    HostileInput("headers that do not fit") { times("|a|b|\n|-|\n", $0) },
    HostileInput("a table behind each ended table") { times("|a|\n|-|\n    b\n", $0) },
    HostileInput("a table behind a paragraph, again and again") { times("a\n|b|\n|-|\n\n", $0) },
    HostileInput("escaped pipes in one cell") { "|a|\n|-|\n|" + times("\\|`", $0) + "|\n" },
    HostileInput("references in cells, definitions behind") {
      times("|[1]|\n|-|\n\n", $0) + (1...$0).map { "[\($0)]: u\n" }.joined()
    },
    HostileInput("tables deep in quotes") {
      times(times("> ", 40) + "|a|\n" + times("> ", 40) + "|-|\n\n", $0 / 10 + 1)
    },
  ]
}
