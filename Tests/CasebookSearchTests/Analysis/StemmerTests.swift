import CasebookSearch
import Testing

@Suite struct StemmerTests {
  /// From the vocabulary of Snowball's English stemmer, at least one word for each step.
  @Test(
    "words stem as Snowball's English stemmer has it",
    arguments: [
      ("connections", "connect"), ("connecting", "connect"), ("queries", "queri"), ("query", "queri"),
      ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("gaps", "gap"), ("caresses", "caress"), ("agreed", "agre"),
      ("hopping", "hop"), ("hoping", "hope"), ("falling", "fall"), ("conflated", "conflat"), ("happy", "happi"),
      ("say", "say"), ("relational", "relat"), ("conditional", "condit"), ("generalization", "general"),
      ("generate", "generat"), ("communism", "communism"), ("hopefulness", "hope"), ("formative", "format"),
      ("electricity", "electr"), ("replacement", "replac"), ("adjustment", "adjust"), ("adoption", "adopt"),
      ("probate", "probat"), ("controlling", "control"), ("rolling", "roll"), ("skies", "sky"), ("dying", "die"),
      ("news", "news"), ("succeeding", "succeed"), ("inning", "inning"), ("yellow", "yellow"), ("as", "as"), ("", ""),
    ])
  func stems(_ word: String, _ stem: String) {
    var stemmer = Stemmer()
    #expect(String(decoding: stemmer.stem(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test("what is no lower-case word comes back", arguments: ["p99", "café", "ENOSPC", "running!"])
  func keeps(_ word: String) {
    var stemmer = Stemmer()
    #expect(stemmer.stem(Array(word.utf8)) == Array(word.utf8))
  }
}
