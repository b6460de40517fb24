import CasebookMarkdown
import CasebookModel
import CasebookSource

/// What a case says of one statistic in one state.
extension CaseFigures {
  /// Statistics that mean just what their label says, by state, in the order of the document; symptoms come first.
  ///
  /// Of the lines that bear a version or `before`, `after` only those of the first block that has any are taken: a second
  /// one measures something else, mostly.
  func claims(_ state: FigureState) -> [(statistic: Statistic, index: Int)] {
    var scoped: Int?
    var result: [(Statistic, Int)] = []
    for index in figures.indices {
      let figure = figures[index]
      guard figure.state == state, figure.isPlain, figure.isMeasured, let statistic = figure.statistic else { continue }
      if case .step(let step) = figure.place {
        // What a verification calls "before" is a run of its own.
        guard figure.scope != .none, step < firstFix else { continue }
        if scoped == nil { scoped = figure.text }
        guard scoped == figure.text else { continue }
      }
      result.append((statistic, index))
    }
    return result
  }

  /// From a figure's label to its end: `P50=30ms`.
  func labelled(_ index: Int, _ document: ReadDocument) -> SourceRange {
    let figure = figures[index]
    let source = document.withSource(of: block(of: index)) { $0 }
    return SourceRange(start: source.position(of: figure.label.lowerBound), end: figure.quantity.at.end)
  }

  /// All words of a figure's part of the line up to its label's end, in small letters: `error rate`.
  func labelText(_ index: Int, _ document: ReadDocument) -> String {
    let figure = figures[index]
    return document.withSource(of: block(of: index)) { source in
      let line = source.bytes.withUnsafeBufferPointer { FigureLine($0, figure.range) }
      let words = source.bytes[line.before].prefix(48).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      let end = words.lastIndex { FigureLine.isWord($0) }.map { $0 + 1 } ?? 0
      return String(decoding: words[..<end], as: UTF8.self)
    }
  }
}
