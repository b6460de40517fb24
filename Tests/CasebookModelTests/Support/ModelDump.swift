import CasebookModel
import CasebookSource

/// The model as text, one part a line, so that a test shows all of it at once.
///
/// ```
/// case lost-update 17:3-17:40 "Two writers" type=race-conditions/declared
///   problem proportion "under load, 5% vanish" 5%
///   step 1 reproduce/exact "Reproduce: …"
///     code lost-update.repro bash repro/declared
/// ```
struct ModelDump {
  private(set) var lines: [String] = []

  init(_ document: CaseDocument) {
    if let title = document.title { lines.append("title \(quoted(title.value))") }
    for raw in document.cases { add(raw) }
    if let framework = document.framework {
      lines.append("framework \(quoted(framework.title.value)): \(framework.steps.map(\.name).joined(separator: ", "))")
    }
    for type in document.toolTable?.issueTypes ?? [] {
      lines.append("issue \(type.id): \(type.tools.map(\.value).joined(separator: ", "))")
    }
    for block in document.other { lines.append("other \(quoted(block.markdown))") }
  }

  var text: String { lines.joined(separator: "\n") }

  private mutating func add(_ raw: RawCase) {
    var line = "case \(raw.id) \(quoted(raw.title.value))"
    if let number = raw.number { line += " number=\(number)" }
    if let type = raw.issueType { line += " type=\(type)/\(raw.issueTypeSource)" }
    lines.append(line)
    if let problem = raw.problem { lines.append("  problem \(measured(problem))") }
    if let label = raw.session.label { lines.append("  label \(quoted(label.value))") }
    if let title = raw.session.title { lines.append("  session \(quoted(title.value))") }
    if !raw.session.headings.isEmpty {
      lines.append("  headings \(raw.session.headings.map(\.text.value).joined(separator: ", "))")
    }
    for symptom in raw.session.symptoms { lines.append("  symptom \(measured(symptom))") }
    for step in raw.session.steps { add(step) }
    for item in raw.prevention { lines.append("  \(item.isDone ? "done" : "open") \(quoted(item.text))") }
    for block in raw.session.other { lines.append("  session other \(quoted(block.markdown))") }
    for block in raw.other { lines.append("  other \(quoted(block.markdown))") }
  }

  private mutating func add(_ step: Step) {
    var line = "  step \(step.number)\(step.isNumbered ? "" : "?") \(step.kind)/\(step.kindSource)"
    line += " \(quoted(step.title.value))"
    if let option = step.fixOption { line += " option=\(option.index) \(option.name ?? "-")" }
    lines.append(line)
    for block in step.body {
      switch block {
      case .prose(let text): lines.append("    prose \(measured(text))")
      case .items(let list): for item in list.items { lines.append("    item \(measured(item))") }
      case .code(let code):
        var line = "    code \(code.id)/\(code.idSource) \(code.language ?? "-") \(code.role)/\(code.roleSource)"
        for attribute in code.attributes { line += " \(attribute.key)=\(attribute.value)" }
        lines.append(line + figures(code.quantities))
      case .table(let table): lines.append("    table \(table.header.joined(separator: ", ")) \(table.rows.count)")
      case .opaque(let block): lines.append("    opaque \(quoted(block.markdown))")
      }
    }
  }

  private func measured(_ text: MeasuredText) -> String {
    "\(text.kind) \(quoted(text.text))\(figures(text.quantities))"
  }

  private func figures(_ quantities: [Quantity]) -> String {
    quantities.map { " " + ($0.metric.map { "\($0)=" } ?? "") + $0.raw }.joined()
  }

  /// The first line of a text, shortened.
  private func quoted(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    return "\"\(line.count > 48 ? line.prefix(47) + "…" : line[...])\"\(line.utf8.count < text.utf8.count ? "+" : "")"
  }
}
