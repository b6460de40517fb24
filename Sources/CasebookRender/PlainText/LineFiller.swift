import CasebookSource

/// Runs of text → lines that fit, broken at blanks and beside wide letters; a word that is too long keeps its own line.
struct LineFiller {
  /// What must stay together: a word, or one wide letter.
  private struct Word {
    var runs: [TextRun] = []
    var width = 0
    /// A blank stood before it.
    var isSpaced = false
    /// The author wants a new line before it.
    var breaksLine = false
  }

  private var words: [Word] = []
  private var upcoming = 0

  init(runs: [TextRun]) {
    var word = Word()
    for run in runs {
      if run.isLineBreak {
        finish(&word)
        word.breaksLine = true
      } else {
        split(run, into: &word)
      }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout Word) {
    if !word.runs.isEmpty {
      words.append(word)
      word = Word()
    }
  }

  private mutating func split(_ run: TextRun, into word: inout Word) {
    var piece = ""
    var counter = DisplayWidth()
    func close(_ word: inout Word) {
      if !piece.isEmpty { word.runs.append(TextRun(part: piece, of: run)) }
      piece = ""
    }
    for scalar in run.text.unicodeScalars {
      if scalar == " " {
        close(&word)
        finish(&word)
        word.isSpaced = true
        continue
      }
      let cells = counter.add(scalar)
      if cells == 2 {
        close(&word)
        finish(&word)
      }
      piece.unicodeScalars.append(scalar)
      word.width += cells
    }
    close(&word)
  }

  /// The next line, or nothing at the end.
  mutating func next(room: Int) -> [TextRun]? {
    guard upcoming < words.count else { return nil }
    var line = words[upcoming].runs
    var used = words[upcoming].width
    upcoming += 1
    while upcoming < words.count {
      let word = words[upcoming]
      let space = word.isSpaced ? 1 : 0
      guard !word.breaksLine, used + space + word.width <= room else { break }
      if word.isSpaced {
        // Underlining and the like go on through the blanks of one run.
        line.append(TextRun(" ", line.last?.style == word.runs.first?.style ? word.runs.first?.style ?? [] : []))
      }
      line += word.runs
      used += space + word.width
      upcoming += 1
    }
    return line
  }
}
