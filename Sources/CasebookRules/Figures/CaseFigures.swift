import CasebookMarkdown
import CasebookModel
import CasebookSource

/// All figures of a case in order, each with its label, its state and its place: what the rules about figures compare.
///
/// It is made once a document, from the model's quantities; of the text only the lines of figures are looked at.
package struct CaseFigures: Sendable {
  /// Index of the case in its document.
  let item: Int
  private(set) var figures: [Figure] = []
  /// Index of the first step that fixes; behind all steps without one.
  private(set) var firstFix = 0
  /// Steps that verify, behind the first fix; by index.
  private(set) var verification: [Int] = []
  /// Blocks of the texts, by `Figure.text`.
  private var blocks: [BlockRef] = []

  /// A case of more figures is a log, of which no rule makes sense; and rules compare each with each.
  static let limit = 400

  /// Figures of a document's cases; cases without any, or with too many, are left out.
  static func all(of document: ReadDocument) -> [CaseFigures] {
    var result: [CaseFigures] = []
    for item in document.model.cases.indices {
      let figures = CaseFigures(document, item)
      if !figures.figures.isEmpty, figures.figures.count <= limit { result.append(figures) }
    }
    return result
  }

  /// Indices of the cases that have too many.
  static func logs(in document: ReadDocument) -> [Int] {
    document.model.cases.indices.filter { CaseFigures(document, $0).figures.count > limit }
  }

  private init(_ document: ReadDocument, _ item: Int) {
    self.item = item
    if let problem = document.model.cases[item].problem, !problem.quantities.isEmpty {
      add(problem.quantities, problem.changes, .problem, problem.block, document)
    }
    for index in document.model.cases[item].session.symptoms.indices {
      let symptom = document.model.cases[item].session.symptoms[index]
      guard !symptom.quantities.isEmpty else { continue }
      add(symptom.quantities, symptom.changes, .symptom(index), symptom.block, document)
    }
    for step in document.model.cases[item].session.steps.indices {
      for part in document.model.cases[item].session.steps[step].body {
        switch part {
        case .prose(let text):
          if !text.quantities.isEmpty { add(text.quantities, text.changes, .step(step), text.block, document) }
        case .items(let list):
          for text in list.items where !text.quantities.isEmpty {
            add(text.quantities, text.changes, .step(step), text.block, document)
          }
        case .code(let code):
          if !code.quantities.isEmpty { add(code.quantities, [], .step(step), code.block, document) }
        case .table, .opaque: break
        }
      }
    }
    if !figures.isEmpty { tellStates(document.model.cases[item].session.steps) }
  }

  private mutating func add(
    _ quantities: [Quantity], _ changes: [Change], _ place: FigurePlace, _ block: BlockRef, _ document: ReadDocument
  ) {
    guard figures.count <= Self.limit else { return }
    if figures.isEmpty { figures.reserveCapacity(16) }
    let first = figures.count
    let text = blocks.count
    document.withSource(of: block) { source in
      source.bytes.withUnsafeBufferPointer { bytes in
        for quantity in quantities {
          let start = source.offset(of: quantity.at.start)
          let range = start..<max(start, source.offset(of: quantity.at.end))
          figures.append(Figure(quantity, place, text: text, tree: block.tree, at: range, in: bytes))
        }
      }
    }
    blocks.append(block)
    // Changes come in the order of their figures, so that no figure is passed twice.
    var cursor = first
    for change in changes {
      guard let from = figures[cursor...].firstIndex(where: { $0.quantity.at == change.from.at }),
        let to = figures[from...].firstIndex(where: { $0.quantity.at == change.to.at })
      else { continue }
      cursor = to
      figures[from].changesTo = to
      figures[to].comesFrom = from
      join(from, to)
    }
  }

  /// Before and after of a change are plain together: the label stands before the one, the end behind the other.
  private mutating func join(_ from: Int, _ to: Int) {
    let isPlain = figures[from].isPlainBefore && !figures[to].isFollowed
    figures[from].isPlain = isPlain
    figures[to].isPlain = isPlain
    figures[to].label = figures[from].label
    if figures[to].statistic == nil { figures[to].statistic = figures[from].statistic }
    figures[from].isCondition = false
    figures[to].isCondition = false
  }

  /// The block of the arena in which a figure stands.
  func block(of index: Int) -> BlockRef { blocks[figures[index].text] }

  // MARK: States

  /// Tells when each figure was measured, from its step, its change and its line's first words.
  private mutating func tellStates(_ steps: [Step]) {
    firstFix = steps.indices.first { steps[$0].kind == .fix } ?? steps.count
    verification = steps.indices.filter { $0 > firstFix && steps[$0].kind == .verification }
    var versions: Set<VersionNumbers> = []
    for figure in figures {
      if case .step(let step) = figure.place, step >= firstFix { continue }
      if let version = figure.scope.version { versions.insert(version) }
    }
    // Two versions are before and after; with one or three nobody can tell.
    let pair = versions.count == 2 ? versions.sorted() : []
    for index in figures.indices { figures[index].state = state(of: figures[index], steps, pair) }
  }

  private func state(
    of figure: Figure, _ steps: [Step], _ versions: [VersionNumbers]
  ) -> FigureState {
    var states: (before: FigureState, after: FigureState) = (.baseline, .faulty)
    if case .step(let step) = figure.place {
      switch steps[step].kind {
      case .verification:
        // Before the fix a verification can only be that of something else.
        guard step > firstFix else { return .unknown }
        states = (.faulty, .fixed)
      case .reproduce, .isolate, .tooling, .evidence, .finding, .rootCause:
        guard step < firstFix else { return .unknown }
      case .hypothesis, .mitigation, .fix, .other: return .unknown
      }
    }
    if let version = figure.scope.version, states.after == .faulty {
      guard let first = versions.first, let last = versions.last else { return .unknown }
      return version == first ? .baseline : version == last ? .faulty : .unknown
    }
    switch figure.scope {
    case .before: return states.before
    case .after: return states.after
    case .other where figure.statistic != nil: return .unknown
    case .none, .version, .statistic, .other: break
    }
    return figure.changesTo != nil ? states.before : states.after
  }
}
