package import CasebookSource

/// Why a YAML text was refused, with the place, the reason and, where there is one, the edit that would mend it.
package struct YAMLProblem: Sendable, Hashable {
  /// What stops a reading; `control` alone does not.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// libyaml cannot read it.
    case syntax
    /// Not UTF-8.
    case encoding
    /// A value holds a control or a bidirectional character.
    case control
    case alias, anchor, tag, directive
    /// A second document.
    case document
    /// Two keys of one mapping are equal as text.
    case duplicate
    /// A key is empty or no scalar.
    case key
    /// The whole is no mapping.
    case root
    /// Over the limit of depth, events or bytes.
    case deep, many, size
  }

  /// A second place that explains the first.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var range: Range<Int>
  }

  /// An edit that makes the text readable, mostly quotes; never safe, since another tool may read the file its own way.
  package struct Mend: Sendable, Hashable {
    /// A verb phrase: "put the value in quotes".
    package var description: String
    package var range: Range<Int>
    package var replacement: String
  }

  package var kind: Kind
  /// Byte offsets into the text that was read.
  package var range: Range<Int>
  /// A rule without a final stop: "a value that begins with @ must be in quotes".
  package var message: String
  package var explanation: String?
  package var notes: [Note] = []
  package var mend: Mend?

  /// Whether the reading stopped here.
  package var isFatal: Bool { kind != .control }
}

extension YAMLProblem {
  /// The finding that people see, with positions on disk.
  package func diagnostic(_ rule: RuleID, in text: RepairedText) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: isFatal ? .error : .warning, path: text.file.path, range: text.range(of: range),
      message: message, explanation: explanation,
      notes: notes.map { Diagnostic.Note($0.message, path: text.file.path, range: text.range(of: $0.range)) },
      fixes: mend.map { mend in
        let edit = Diagnostic.Fix.Edit(range: text.range(of: mend.range), replacement: mend.replacement)
        return [Diagnostic.Fix(.unsafe, mend.description, edits: [edit])]
      } ?? [])
  }
}

/// What a reading of YAML gives.
package struct YAMLResult: Sendable, Hashable {
  /// The mapping; `nil` where there is none, or none that could be read.
  package var value: YAMLValue?
  /// In the order of the text; at most the last one is fatal.
  package var problems: [YAMLProblem]
}
