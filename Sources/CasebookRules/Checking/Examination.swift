import CasebookModel
import CasebookSource

/// A document on its way past the rules, and what they have said of it.
///
/// A class, and its document a constant of it, so that it is handed to each of sixty rules without a copy.
final class Examination {
  let document: ReadDocument
  let context: RuleContext
  private(set) var found: [Diagnostic]

  init(_ document: ReadDocument, _ context: RuleContext) {
    self.document = document
    self.context = context
    found = document.diagnostics
  }

  func apply(_ rule: any DocumentRule) {
    let new = rule.check(document, context)
    if !new.isEmpty { found += new }
  }

  /// Everything in order, silences and severities heeded, with the tools that its cases speak of.
  func findings(_ judgements: Judgements, _ tools: ToolIndex) -> DocumentFindings {
    var silences: [Silence] = []
    if SilenceReader.isNeeded(document, context.survey) {
      let reader = SilenceReader(document, context.survey)
      found += reader.faults
      silences = reader.silences
    }
    judgements.judge(&found, profile: context.profile)
    if found.count > 1 { found.sort() }
    var findings = DocumentFindings(
      path: document.model.path, profile: context.profile, diagnostics: [], silences: silences)
    if !silences.isEmpty { for index in found.indices { findings.silence(&found[index]) } }
    findings.diagnostics = found
    for index in document.model.cases.indices { findings.tools.append(tools.uses(in: document.model.cases[index])) }
    return findings
  }
}
