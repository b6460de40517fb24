extension CaseDocument {
  /// What comparing documents needs: front matter, ids, titles and places; the texts are left behind.
  ///
  /// Ten thousand documents with their texts take 200 MB, which a build has other uses for.
  package var outline: CaseDocument { outline(keepingCodeOf: []) }

  /// The same with the code of some blocks, by their ids: what a check has proved is compared with what stands there.
  package func outline(keepingCodeOf blocks: Set<String>) -> CaseDocument {
    var result = CaseDocument(path: path)
    result.frontMatter = frontMatter
    result.title = title
    result.framework = framework
    result.toolTable = toolTable
    result.cases = cases.map { $0.outline(keepingCodeOf: blocks) }
    return result
  }
}

extension RawCase {
  /// Made anew, since a copy would take hold of a dozen arrays only to drop them.
  fileprivate func outline(keepingCodeOf blocks: Set<String>) -> RawCase {
    var result = RawCase(
      id: id, idSource: idSource, number: number, title: title, titleBlock: titleBlock, at: at)
    result.issueType = issueType
    result.issueTypeSource = issueTypeSource
    result.alsoIssueTypes = alsoIssueTypes
    result.severity = severity
    result.corrects = corrects
    result.tags = tags
    result.aliases = aliases
    // Title and problem tell the issue type.
    result.problem = problem
    result.problem?.quantities = []
    result.problem?.changes = []
    // One item tells whether there is a checklist, and whether anything on it is done.
    if let item = prevention.first(where: \.isDone) ?? prevention.first {
      result.prevention = [item]
      result.prevention[0].text = ""
    }
    result.problemLabel = problemLabel
    result.session.label = session.label
    result.session.fence = session.fence
    result.session.title = session.title
    result.session.headings = session.headings
    result.session.steps.reserveCapacity(session.steps.count)
    for index in session.steps.indices {
      result.session.steps.append(session.steps[index].outline(keepingCodeOf: blocks))
    }
    result.toolsUsed = toolsUsed
    return result
  }
}

extension Step {
  fileprivate func outline(keepingCodeOf kept: Set<String>) -> Step {
    var blocks: [StepBlock] = []
    for case .code(var block) in body {
      if kept.isEmpty || !kept.contains(block.id) { block.code = "" }
      block.quantities = []
      blocks.append(.code(block))
    }
    return Step(
      number: number, isNumbered: isNumbered, title: title, titleBlock: titleBlock, kind: kind, kindSource: kindSource,
      fixOption: fixOption, body: blocks, at: at)
  }
}
