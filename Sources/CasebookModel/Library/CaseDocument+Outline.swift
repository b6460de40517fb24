extension CaseDocument {
  /// What comparing documents needs: front matter, ids, titles and places; the texts are left behind.
  ///
  /// Ten thousand documents with their texts take 200 MB, which a build has other uses for.
  package var outline: CaseDocument {
    var result = CaseDocument(path: path)
    result.frontMatter = frontMatter
    result.title = title
    result.framework = framework
    result.toolTable = toolTable
    result.cases = cases.map(\.outline)
    return result
  }
}

extension RawCase {
  fileprivate var outline: RawCase {
    var result = self
    // Title and problem tell the issue type.
    result.problem?.quantities = []
    result.problem?.changes = []
    // One item tells whether there is a checklist, and whether anything on it is done.
    result.prevention = Array((prevention.filter(\.isDone) + prevention).prefix(1))
    for index in result.prevention.indices { result.prevention[index].text = "" }
    result.other = []
    result.flow = []
    result.session.symptoms = []
    result.session.other = []
    for index in result.session.steps.indices {
      result.session.steps[index].body = result.session.steps[index].codeBlocks.map { block in
        var block = block
        block.code = ""
        block.quantities = []
        return .code(block)
      }
    }
    return result
  }
}
