import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A face as bytes, without places: equal bytes are equal faces.
extension DocumentFace {
  package var record: [UInt8] {
    var record = RecordWriter(hasPlaces: false, capacity: 1 << 10)
    record.text(path)
    record.text(title)
    record.list(cases) { $1.write(to: &$0) }
    record.optional(page) { $1.write(to: &$0) }
    record.optional(framework) { record, framework in
      record.text(framework.title.value)
      record.list(framework.steps) { record, stage in
        record.number(stage.number)
        record.text(stage.name)
      }
    }
    record.list(issueTypes) { $1.write(to: &$0) }
    return record.bytes
  }

  /// Reads a face back; `nil` for bytes that are none.
  package init?(record bytes: UnsafeRawBufferPointer) {
    var record = RecordReader(bytes, hasPlaces: false)
    let (path, title) = (record.text(), record.text())
    let cases = record.list { CaseFace(from: &$0) }
    let page = record.optional { PageFace(from: &$0) }
    let framework = record.optional { record -> Framework in
      let title = record.located()
      let steps = record.list { record -> Framework.Stage in
        let (number, name): (Int, String) = (record.number(), record.text())
        return Framework.Stage(number: number, name: name, at: record.place())
      }
      return Framework(title: title, steps: steps, at: record.place(), block: .first)
    }
    let issueTypes = record.list { IssueType(from: &$0) }
    guard record.isFinished else { return nil }
    self.init(path: path, title: title, cases: cases, page: page, framework: framework, issueTypes: issueTypes)
  }
}

extension PageFace {
  fileprivate func write(to record: inout RecordWriter) {
    record.text(summary)
    record.data(anchors.bytes)
    record.list(zip(links, areImages).map { ($0, $1) }) { record, link in
      switch link.0 {
      case .relative(let address):
        record.number(link.1 ? 1 : 0)
        record.text(address)
      case .caseOfDocument(let index):
        record.number(2)
        record.number(index)
      }
    }
  }

  fileprivate init(from record: inout RecordReader) {
    let summary = record.text()
    let anchors = NameTable(bytes: Array(record.data()))
    var areImages: [Bool] = []
    let links = record.list { record -> PendingLink.Target in
      let kind: Int = record.number()
      areImages.append(kind == 1)
      return kind == 2 ? .caseOfDocument(record.number()) : .relative(record.text())
    }
    self.init(summary: summary, anchors: anchors, links: links, areImages: areImages)
  }
}

extension CaseFace {
  fileprivate func write(to record: inout RecordWriter) {
    record.text(id)
    record.flag(isDeclaredID)
    record.text(title)
    record.optional(issueType) { $0.text($1) }
    record.flag(isDeclaredIssueType)
    record.texts(alsoIssueTypes)
    record.texts(tags)
    record.texts(aliases)
    record.optional(updated) { $0.text($1) }
    record.optional(created) { $0.text($1) }
    page.write(to: &record)
    record.list(steps) { record, step in
      record.text(step.title)
      record.text(step.anchor)
      record.text(step.kind.rawValue)
    }
    record.texts(toolsUsed)
    record.texts(toolIDs)
    record.number(findings)
    record.text(state.rawValue)
    record.list(blocks) { record, block in
      record.text(block.role.rawValue)
      record.text(block.state.rawValue)
      record.optional(block.check) { $0.text($1) }
      record.optional(block.strength) { $0.text($1.rawValue) }
    }
    record.flag(hasChecks)
  }

  fileprivate init(from record: inout RecordReader) {
    self.init(
      id: record.text(), isDeclaredID: record.flag(), title: record.text(), issueType: record.optional { $0.text() },
      isDeclaredIssueType: record.flag(), alsoIssueTypes: record.texts(), tags: record.texts(),
      aliases: record.texts(), updated: record.optional { $0.text() }, created: record.optional { $0.text() },
      page: PageFace(from: &record),
      steps: record.list { record in
        let (title, anchor) = (record.text(), record.text())
        return CaseBody.StepLink(title: title, anchor: anchor, kind: record.choice(StepKind.other))
      },
      toolsUsed: record.texts(), toolIDs: record.texts(), findings: record.number(),
      state: record.choice(ProofState.unlinked),
      blocks: record.list { record in
        let (role, state) = (record.choice(CodeRole.context), record.choice(ProofState.unlinked))
        let check = record.optional { $0.text() }
        return Block(
          role: role, state: state, check: check, strength: record.optional { $0.choice(ProofStrength.bounded) })
      },
      hasChecks: record.flag(), line: 1)
  }
}

extension BlockRef {
  fileprivate static let first = BlockRef(tree: 0, node: NodeID(0))
}
