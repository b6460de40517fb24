import CasebookModel

/// The functions and methods that the Python blocks of a case define, to look calls up in.
struct CaseFunctions {
  struct Entry {
    let block: CodeReview.Block
    /// Number of the block among those of the case.
    let index: Int
    let definition: PythonFacts.Definition
  }

  private var functions: [String: [Entry]] = [:]
  /// `Class.method`
  private var methods: [String: [Entry]] = [:]
  /// Names of everything that is defined, methods and inner functions too.
  private(set) var names: Set<String> = []

  init(_ blocks: [CodeReview.Block]) {
    for (index, block) in blocks.enumerated() {
      for definition in block.python?.definitions ?? [] {
        let entry = Entry(block: block, index: index, definition: definition)
        names.insert(definition.name)
        if let owner = definition.owner {
          methods["\(owner).\(definition.name)", default: []].append(entry)
        } else if !definition.isNested {
          functions[definition.name, default: []].append(entry)
        }
      }
    }
  }

  /// What a call may mean: those of its own block where there are any, else all of the case; `f()` and `self.f()` only.
  func candidates(for call: PythonFacts.Call, inBlock index: Int) -> [Entry] {
    let all: [Entry]
    if !call.callee.contains(".") {
      all = functions[call.callee] ?? []
    } else if call.callee.hasPrefix("self."), let owner = call.owner {
      all = methods["\(owner).\(call.callee.dropFirst("self.".count))"] ?? []
    } else {
      return []
    }
    let own = all.filter { $0.index == index }
    return own.isEmpty ? all : own
  }

  /// Functions of that name, wherever they are defined.
  func functions(named name: String) -> [Entry] { functions[name] ?? [] }
}
