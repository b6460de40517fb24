import CasebookSource

/// The outline of a case as bytes.
extension RawCase {
  func write(to record: inout RecordWriter) {
    record.text(id)
    record.text(idSource.rawValue)
    record.optional(number) { $0.number($1) }
    record.located(title)
    record.block(titleBlock)
    record.place(at)
    record.optional(issueType) { $0.text($1) }
    record.text(issueTypeSource.rawValue)
    record.texts(alsoIssueTypes)
    record.optional(severity) { $0.text($1) }
    record.optional(corrects) { $0.text($1) }
    record.texts(tags)
    record.texts(aliases)
    record.optional(problem) { record, problem in
      record.text(problem.text)
      record.text(problem.kind.rawValue)
      record.place(problem.at)
      record.block(problem.block)
    }
    record.optional(problemLabel) { $0.located($1) }
    record.optional(session.label) { $0.located($1) }
    record.optional(session.fence) { record, fence in
      record.place(fence.open)
      record.place(fence.close)
    }
    record.optional(session.title) { $0.located($1) }
    record.list(session.headings) { record, heading in
      record.located(heading.text)
      record.number(heading.level)
      record.block(heading.block)
    }
    record.list(session.steps) { $1.write(to: &$0) }
    record.list(prevention.prefix(1)) { record, item in
      record.flag(item.isDone)
      record.place(item.at)
      record.block(item.block)
    }
    record.texts(toolsUsed)
  }

  init(from record: inout RecordReader) {
    let id = record.text()
    let source = record.choice(IDSource.implicit)
    let number: Int? = record.optional { $0.number() }
    let title = record.located()
    let block = record.block()
    self.init(id: id, idSource: source, number: number, title: title, titleBlock: block, at: record.place())
    issueType = record.optional { $0.text() }
    issueTypeSource = record.choice(Confidence.unknown)
    alsoIssueTypes = record.texts()
    severity = record.optional { $0.text() }
    corrects = record.optional { $0.text() }
    tags = record.texts()
    aliases = record.texts()
    problem = record.optional { record in
      let (text, kind) = (record.text(), record.choice(SymptomKind.statement))
      let at = record.place()
      return MeasuredText(text: text, kind: kind, quantities: [], changes: [], at: at, block: record.block())
    }
    problemLabel = record.optional { $0.located() }
    session.label = record.optional { $0.located() }
    session.fence = record.optional { record in
      let open = record.place()
      return Session.Fence(open: open, close: record.place())
    }
    session.title = record.optional { $0.located() }
    session.headings = record.list { record in
      let (text, level): (Located<String>, Int) = (record.located(), record.number())
      return PartHeading(text: text, level: level, block: record.block())
    }
    session.steps = record.list { Step(from: &$0) }
    prevention = record.list { record in
      let (isDone, at) = (record.flag(), record.place())
      return ChecklistItem(text: "", isDone: isDone, at: at, block: record.block())
    }
    toolsUsed = record.texts()
  }
}

extension Step {
  fileprivate func write(to record: inout RecordWriter) {
    record.number(number)
    record.flag(isNumbered)
    record.located(title)
    record.block(titleBlock)
    record.text(kind.rawValue)
    record.text(kindSource.rawValue)
    record.optional(fixOption) { record, option in
      record.number(option.index)
      record.optional(option.name) { $0.text($1) }
    }
    record.list(codeBlocks) { $1.write(to: &$0) }
    record.place(at)
  }

  fileprivate init(from record: inout RecordReader) {
    let (number, isNumbered): (Int, Bool) = (record.number(), record.flag())
    let title = record.located()
    let block = record.block()
    let kind = record.choice(StepKind.other)
    let source = record.choice(Confidence.unknown)
    let option = record.optional { record -> FixOption in
      let index: Int = record.number()
      return FixOption(index: index, name: record.optional { $0.text() })
    }
    let body = record.list { StepBlock.code(CodeBlock(from: &$0)) }
    self.init(
      number: number, isNumbered: isNumbered, title: title, titleBlock: block, kind: kind, kindSource: source,
      fixOption: option, body: body, at: record.place())
  }
}

extension CodeBlock {
  fileprivate func write(to record: inout RecordWriter) {
    record.text(id)
    record.text(idSource.rawValue)
    record.optional(idRange) { $0.place($1) }
    record.optional(language) { $0.text($1) }
    record.text(infoString)
    record.list(attributes) { record, attribute in
      record.text(attribute.key)
      record.text(attribute.value)
    }
    record.text(role.rawValue)
    record.text(roleSource.rawValue)
    record.text(code)
    record.place(at)
    record.block(block)
  }

  fileprivate init(from record: inout RecordReader) {
    let (id, source) = (record.text(), record.choice(IDSource.implicit))
    let range = record.optional { $0.place() }
    let (language, info) = (record.optional { $0.text() }, record.text())
    let attributes = record.list { record -> Attribute in
      let key = record.text()
      return Attribute(key, record.text())
    }
    let (role, roleSource) = (record.choice(CodeRole.context), record.choice(RoleSource.fallback))
    let code = record.text()
    let at = record.place()
    self.init(
      id: id, idSource: source, idRange: range, language: language, infoString: info, attributes: attributes,
      role: role, roleSource: roleSource, code: code, at: at, block: record.block())
  }
}
