/// What a text has at all: most texts need no closer look.
struct ByteSurvey {
  var hasNonASCII = false
  /// `&#`
  var hasNumericReference = false
  /// `![`
  var hasImageOpener = false
}
