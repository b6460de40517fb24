/// English function words that say nothing about a case; dropped before lengths and pairs.
enum StopWords {
  static let set = ShortKeySet(words)

  // Data: closed word classes (articles, pronouns, prepositions, conjunctions, auxiliaries) and forms of address in queries.
  static let words: Set<[UInt8]> = Set(
    """
    a about above after again against all also am an and any are arent as at be because been before being below between \
    both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each few for from further \
    had hadnt has hasnt have havent having he her here hers herself him himself his how i if in into is isnt it its \
    itself just me might more most must my myself no nor not now of off on once only or other our ours ourselves out \
    over own same shall she should shouldnt so some such than that the their theirs them themselves then there these \
    they this those through to too under until up upon us very was wasnt we were werent what when where which while who \
    whom whose why will with wont would wouldnt yet you your yours yourself yourselves ive im id youre theyre thats \
    whats lets may
    """.split(separator: " ").map { Array($0.utf8) })
}
