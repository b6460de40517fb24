package import CasebookSource

/// What a block of code is for.
package enum CodeRole: String, Hashable, Sendable, CaseIterable {
  case bug, fix, evidence, trace, tool, repro, test, context
}

/// What the role was told from.
package enum RoleSource: String, Hashable, Sendable, CaseIterable {
  case declared, marker, stepKind, content
  case fallback = "default"
}

/// A block of code with its language, role and name.
package struct CodeBlock: Hashable, Sendable {
  /// `<case>.<id>`; implicit ones are `<case>.<role>`, then `-2`, `-3`.
  package var id: String
  package var idSource: IDSource
  /// Where a declared `#id` stands.
  package var idRange: SourceRange?
  /// First word of the info string, lower-case, aliases resolved; `nil` where there is none.
  package var language: String?
  package var infoString: String
  /// `key=value` pairs and flags (`.doctest` as `doctest` → ""), in the order written.
  package var attributes: [Attribute]
  package var role: CodeRole
  package var roleSource: RoleSource
  /// After repairs, LF, without the final line break.
  package var code: String
  /// Only for a block without a language.
  package var quantities: [Quantity]
  /// Fence to fence.
  package var at: SourceRange
  package var block: BlockRef

  /// Whether it holds commands of a shell, alone or as a session: `sh`, `zsh` and others are read as these two.
  package var isShell: Bool { language == "bash" || language == "console" }

  /// Whether it is a doctest beside the bug and the fix: it bears out what the text says, in a language of its own.
  package var isIllustration: Bool {
    role != .bug && role != .fix && attributes.contains { $0.key == "doctest" && $0.value.isEmpty }
  }

  /// A `key=value` of the info string; a flag has an empty value.
  package struct Attribute: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  package init(
    id: String, idSource: IDSource, idRange: SourceRange? = nil, language: String?, infoString: String,
    attributes: [Attribute] = [], role: CodeRole, roleSource: RoleSource, code: String, quantities: [Quantity] = [],
    at: SourceRange, block: BlockRef
  ) {
    self.id = id
    self.idSource = idSource
    self.idRange = idRange
    self.language = language
    self.infoString = infoString
    self.attributes = attributes
    self.role = role
    self.roleSource = roleSource
    self.code = code
    self.quantities = quantities
    self.at = at
    self.block = block
  }
}
