/// What Python's own parser says about a block that it accepts.
package struct PythonFacts: Sendable {
  /// A stretch of one line: line from 1, columns from 0, in bytes of the code.
  package struct Place: Sendable, Hashable {
    package var line: Int
    package var columns: Range<Int>

    package init(_ line: Int, _ columns: Range<Int>) {
      self.line = line
      self.columns = columns
    }
  }

  /// A function or method.
  struct Definition: Sendable {
    var name: String
    var place: Place
    var lastLine: Int
    /// Class whose method it is.
    var owner: String?
    var isAsync = false
    /// Whether something is returned or yielded.
    var givesValue = false
    /// Whether its body says nothing: `pass`, `...`, a raise.
    var isStub = false
    /// Whether a part of the body is `...`.
    var isElided = false
    var isDecorated = false
    /// Whether it stands in another function.
    var isNested = false
    var signature: PythonSignature
    /// Where each parameter stands.
    var parameters: [String: Place]
    /// Parameters that the body never reads, in order.
    var unused: [String]
  }

  /// What becomes of the value of a call.
  enum Use: Sendable, Hashable {
    case dropped, returned, argument, context, other
  }

  /// A call; `callee` is the dotted name, with `?` for a beginning that is no name.
  struct Call: Sendable {
    var callee: String
    var place: Place
    /// Number of the function in which it stands.
    var function: Int?
    var owner: String?
    var use: Use
    var isAwaited: Bool
    var isInLoop: Bool
    /// Whether arguments are unpacked, so that nobody knows how many there are.
    var isSpread: Bool
    var positional: Int
    var keywords: [String]
    /// What is called in the first argument: `create_task(send(user))` → `send`.
    var firstCallee: String?
    /// Whether the first argument is a plain value: a number, a text, a name of a function left uncalled is not.
    var firstForm: String
  }

  /// A name that nothing in the block defines, where it is first used, and the attributes that are asked of it.
  struct Unbound: Sendable {
    var name: String
    var place: Place
    var attributes: [String]
  }

  struct Loop: Sendable {
    var place: Place
    var lastLine: Int
    var function: Int?
  }

  /// A comment of nothing but dots.
  struct Elision: Sendable {
    var place: Place
    var function: Int?
  }

  /// Names that the block defines for others.
  var names: Set<String> = []
  /// Whether `from x import *` may define any name.
  var importsAll = false
  var classes: Set<String> = []
  var definitions: [Definition] = []
  var calls: [Call] = []
  var unbound: [Unbound] = []
  var loops: [Loop] = []
  var elisions: [Elision] = []
  /// Line before which an import can stand.
  var firstLine: Int?
}

/// The parameters of a function: `user_id, data=None, *args, key, **rest`.
package struct PythonSignature: Sendable, Hashable {
  struct Parameter: Sendable, Hashable {
    var name: String
    var isOptional: Bool
  }

  /// Parameters that a position fills, and how many of them no keyword can fill.
  var positional: [Parameter] = []
  var positionalOnly = 0
  var keywordOnly: [Parameter] = []
  var takesMorePositions = false
  var takesMoreKeywords = false

  /// Why a call does not fit.
  enum Misfit: Hashable {
    case missing([String])
    case tooMany(given: Int, taken: Int)
    case unknown(String)
    case twice(String)
  }

  /// What is wrong with a call; the first parameter of a method is filled by its object.
  func misfit(positions: Int, keywords: [String], isMethod: Bool = false) -> Misfit? {
    let parameters = Array(positional.dropFirst(isMethod ? 1 : 0))
    let barred = max(0, positionalOnly - (isMethod ? 1 : 0))
    if positions > parameters.count, !takesMorePositions {
      return .tooMany(given: positions, taken: parameters.count)
    }
    var filled = Set(parameters.prefix(positions).map(\.name))
    let known = Set(parameters.dropFirst(barred).map(\.name) + keywordOnly.map(\.name))
    for keyword in keywords {
      if known.contains(keyword) {
        if !filled.insert(keyword).inserted { return .twice(keyword) }
      } else if !takesMoreKeywords {
        return .unknown(keyword)
      }
    }
    let missing = (parameters + keywordOnly).filter { !$0.isOptional && !filled.contains($0.name) }.map(\.name)
    return missing.isEmpty ? nil : .missing(missing)
  }
}
