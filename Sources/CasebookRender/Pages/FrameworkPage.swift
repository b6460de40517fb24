import CasebookModel

/// `framework.html`: the process of an investigation, with the steps of cases that show each stage.
struct FrameworkPage: Sendable {
  /// A stage of the process.
  struct Stage: Sendable {
    var name: String
    var hint: String
    var examples: [PageFrame.Link]
    var exampleCount: Int

    static let fields = TemplateFields<Stage>()
      .text("name", "Name of the stage.") { $0.name }
      .text("hint", "What is done in it, where the name is a known one; may be empty.") { $0.hint }
      .flag("hasHint", "There is such a line.") { !$0.hint.isEmpty }
      .list("examples", "Steps of cases that show it, at most \(exampleLimit).", of: PageFrame.Link.fields) {
        $0.examples
      }
      .flag("hasExamples", "There are any.") { !$0.examples.isEmpty }
      .text("more", "How many more there are.") { String($0.exampleCount - $0.examples.count) }
      .flag("hasMore", "There are more.") { $0.exampleCount > $0.examples.count }
  }

  var stages: [Stage]
  var source: PageFrame.Link?

  static let template = "framework.mustache"
  private static let exampleLimit = 6

  static let fields = TemplateFields<FrameworkPage>()
    .list("stages", "The stages, in order.", of: Stage.fields) { $0.stages }

  init(_ framework: Framework, of site: SiteFacts, root: String) {
    var found: [Set<StepKind>] = []
    stages = framework.steps.map { stage in
      let kinds = Self.kinds(of: stage.name)
      found.append(kinds.kinds)
      return Stage(name: stage.name, hint: kinds.hint, examples: [], exampleCount: 0)
    }
    for reference in site.cases {
      let face = site.face(of: reference)
      for step in face.steps {
        for (index, kinds) in found.enumerated() where kinds.contains(step.kind) {
          stages[index].exampleCount += 1
          if stages[index].examples.count < Self.exampleLimit {
            let title = "\(face.title): \(step.title)"
            stages[index].examples.append(.init(title: title, address: "\(root)\(reference.address)#\(step.anchor)"))
          }
        }
      }
    }
  }

  /// Which kinds of steps belong to a stage of a known name, and what is done in it.
  private static func kinds(of name: String) -> (kinds: Set<StepKind>, hint: String) {
    let known: [(word: String, kinds: Set<StepKind>, hint: String)] = [
      ("reproduc", [.reproduce], "Make it happen at will, as small as it gets."),
      ("isolat", [.isolate, .tooling], "Take away everything that can be taken away."),
      ("hypothes", [.hypothesis, .finding, .rootCause], "Say what would explain every symptom."),
      ("measur", [.evidence], "Put numbers to it before and after."),
      ("test", [.evidence], "Try to prove the explanation wrong."),
      ("mitigat", [.mitigation], "Stop the damage first."),
      ("fix", [.fix], "Change one thing, the cause."),
      ("verif", [.verification], "Show that the symptoms are gone, by the same measure."),
      ("prevent", [], "See to it that it cannot come back unseen."),
    ]
    return known.first { name.utf8.containsIgnoringCase($0.word.utf8) }.map { ($0.kinds, $0.hint) } ?? ([], "")
  }
}
