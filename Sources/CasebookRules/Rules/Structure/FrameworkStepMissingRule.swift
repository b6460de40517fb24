import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB105: a case that leaves out a stage of the knowledge base's own framework, or what should come first after a release.
struct FrameworkStepMissingRule: DocumentRule, LibraryRule {
  var forms: [RuleForm] { [.document(self), .library(self)] }

  private static let framework =
    "# Framework\n\n## Investigation process\n\n1. Reproduce\n2. Isolate\n3. Fix\n4. Verify\n5. Prevent\n"

  let description = RuleDescription(
    105, "framework-step-missing", .info, basis: .heuristic,
    what: """
      The document, or else the only document of the knowledge base that has one, lists the stages of an investigation, and \
      a case has no step of the kind that a stage asks for. Or a symptom began with a release, and no step rolls it back. \
      `<!-- casebook: kind=isolate -->` before a step declares its kind.
      """,
    why: """
      The framework promises that every case can be followed in the same way. A case that skips its stages teaches that they \
      do not matter; and what a release broke, the release before it mends first.
      """,
    triggering: [
      RuleExample(
        "a case without isolation",
        "# A\n\n## ⟦Slow writes⟧\n\n**Problem**: slow\n\n### 1. Reproduce\n\nx\n\n### 2. Fix\n\ny\n\n### 3. Verification\n\nz\n\n### Prevention\n- [x] Add a budget\n\n## Investigation process\n\n1. Reproduce\n2. Isolate\n3. Fix\n4. Verify\n5. Prevent\n"
      ),
      RuleExample(
        "a framework in another document",
        files: [
          ("a.md", "# ⟦Slow writes⟧\n\n**Problem**: slow\n\n### 1. Reproduce\n\nx\n\n### 2. Fix\n\ny\n"),
          ("framework.md", Self.framework),
        ]),
      RuleExample(
        "a release that nobody rolls back",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- Started after deployment ⟦v2.4.0⟧\n\n### 1. Root cause\n\nx\n\n### 2. Fix\n\ny\n"
      ),
    ],
    accepted: [
      RuleExample(
        "a case with every stage",
        files: [
          (
            "a.md",
            "# Slow writes\n\n**Problem**: slow\n\n### 1. Reproduce\n\nx\n\n### 2. Isolate\n\nx\n\n### 3. Fix\n\ny\n\n### 4. Verification\n\nz\n\n## Prevention\n- [ ] Add a budget\n"
          ), ("framework.md", Self.framework),
        ]),
      RuleExample(
        "a list that is no framework of an investigation",
        files: [
          ("a.md", "# Slow writes\n\n**Problem**: slow\n\n### 1. Root cause\n\nx\n\n### 2. Fix\n\ny\n"),
          ("b.md", "# Process\n\n## Process\n\n1. Test locally\n2. Document the change\n3. Deploy\n"),
        ]),
      RuleExample(
        "a release of something else",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- Since Kubernetes release 1.22 it is tracked\n\n### 1. Fix\n\ny\n"),
      RuleExample(
        "a release that is rolled back",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- Started after deployment v2.4.0\n\n### 1. Mitigation: roll back\n\nx\n\n### 2. Fix\n\ny\n"
      ),
    ])

  // MARK: Stages

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    let frameworks = library.documents.compactMap { document in
      Self.stages(of: document).map { (path: document.path, stages: $0) }
    }
    guard !frameworks.isEmpty else { return [] }
    var own: [String: Int] = [:]
    for (index, framework) in frameworks.enumerated() { own[framework.path] = index }
    // Of two frameworks elsewhere nobody can tell which one a case follows.
    let shared = frameworks.count == 1 ? 0 : nil
    var findings: [Diagnostic] = []
    for document in library.documents {
      guard let index = own[document.path] ?? shared else { continue }
      for item in document.cases.indices {
        let found = check(document.cases[item], document.path, frameworks[index].path, frameworks[index].stages)
        if let found { findings.append(found) }
      }
    }
    return findings
  }

  private typealias Stage = (framework: Framework.Stage, asks: FrameworkStage)

  /// Stages that are understood; `nil` where they are not those of an investigation: it reproduces or isolates or supposes,
  /// and it fixes or verifies.
  private static func stages(of document: CaseDocument) -> [Stage]? {
    guard let framework = document.framework else { return nil }
    let stages: [Stage] = framework.steps.compactMap { stage in
      FrameworkStage(stage.name).map { (stage, $0) }
    }
    func asks(_ kinds: [StepKind]) -> Bool {
      stages.contains { stage in
        guard case .step(let wanted) = stage.asks else { return false }
        return wanted.count == 1 && kinds.contains { wanted.contains($0) }
      }
    }
    guard stages.count >= 4, asks([.reproduce, .isolate, .hypothesis]), asks([.fix, .verification]) else { return nil }
    return stages
  }

  private func check(_ item: RawCase, _ path: String, _ frameworkPath: String, _ stages: [Stage]) -> Diagnostic? {
    // A case without steps lacks all of them; CB101 says so.
    let kinds = Set(item.session.steps.lazy.map(\.kind))
    guard item.session.steps.count >= 2, kinds != [.other] else { return nil }
    var missing = stages.filter { !Self.has($0.asks, item, kinds) }
    guard !missing.isEmpty else { return nil }
    let names = missing.map { Words.quoted($0.framework.name) }
    // A checklist of which nothing is done prevents nothing so far; it is no reason by itself, since readers use it as well.
    let open = stages.filter { Self.isOpen($0.asks, item) }
    missing = (missing + open).sorted { $0.framework.number < $1.framework.number }
    return finding(
      path, item.title.at, "a case must go through the stages of its framework; without \(Words.list(names))",
      explanation: "if a step does it under another title, `<!-- casebook: kind=… -->` before the step says so",
      notes: missing.map { stage in
        let isOpen = Self.isOpen(stage.asks, item)
        return Diagnostic.Note(
          isOpen ? "a checklist of which nothing is done" : "a stage without a step", path: frameworkPath,
          range: stage.framework.at)
      })
  }

  private static func has(_ stage: FrameworkStage, _ item: RawCase, _ kinds: Set<StepKind>) -> Bool {
    switch stage {
    case .step(let wanted): !wanted.isDisjoint(with: kinds)
    case .symptoms: true
    case .prevention: !item.prevention.isEmpty || item.session.headings.contains { isPrevention($0.text.value) }
    }
  }

  private static func isPrevention(_ heading: String) -> Bool {
    let beginning = heading.utf8.prefix(7).map { $0 | 0x20 }
    return beginning == Array("prevent".utf8)
  }

  private static func isOpen(_ stage: FrameworkStage, _ item: RawCase) -> Bool {
    guard case .prevention = stage, !item.prevention.isEmpty else { return false }
    return !item.prevention.contains { $0.isDone }
  }

  // MARK: Releases

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      for symptom in document.model.cases[index].session.symptoms where symptom.kind == .onset {
        guard let version = Self.release(in: symptom, document),
          !Self.rollsBack(document.model.cases[index])
        else { continue }
        findings.append(
          finding(
            document.model.path, version,
            "what began with a release must first be rolled back, or the case say why not; no step does",
            explanation: "a roll back ends the harm in minutes and proves that the release is the cause"))
      }
    }
    return findings
  }

  /// The version behind a word for a release: `Started after deployment v2.4.0`.
  private static func release(in symptom: MeasuredText, _ document: ReadDocument) -> SourceRange? {
    guard symptom.text.utf8.count <= 200 else { return nil }
    let source = document.withSource(of: symptom.block) { $0 }
    let start = source.offset(of: symptom.at.start)
    let range = start..<max(start, source.offset(of: symptom.at.end))
    let text = source.bytes[range]
    var hasRelease = false
    var index = range.lowerBound
    while index < range.upperBound {
      guard FigureLine.isWord(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, FigureLine.isWord(text[end]) || text[end] == UInt8(ascii: "."), end - index < 40 {
        end += 1
      }
      while end > index, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
      let word = WordKey.of(text[index..<end])
      if hasRelease, VersionNumbers(text[index..<end]) != nil { return source.range(of: index..<end) }
      hasRelease = hasRelease || releases.contains(word)
      // Any other word, and it may be another's release, or not the onset of anything.
      guard releases.contains(word) || onset.contains(word) else { return nil }
      index = max(end, index + 1)
    }
    return nil
  }

  private static let releases = WordKey.set([
    "deployment", "deploy", "deploying", "release", "releasing", "upgrade", "upgrading", "update", "rollout", "version",
  ])

  private static let onset = WordKey.set([
    "started", "starts", "began", "begins", "first", "seen", "since", "after", "with", "the", "our", "right",
    "directly",
    "shortly", "soon", "immediately", "of", "to", "on", "in",
  ])

  private static func rollsBack(_ item: RawCase) -> Bool {
    if item.session.steps.contains(where: { $0.kind == .mitigation }) { return true }
    let words = ["roll back", "rolled back", "rollback", "rolling back", "revert", "downgrad"].map { Array($0.utf8) }
    var found = false
    item.forEachText { text in
      guard !found, text.utf8.count <= 100_000 else { return }
      let bytes = Array(text.utf8)
      found = words.contains { bytes.holds($0) }
    }
    return found
  }
}
